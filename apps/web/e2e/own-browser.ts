import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { MONDAY_EVENING } from "./phone";

const ADDRESS = /DevTools listening on (ws:\/\/\S+)/;
const START_WITHIN_MS = 30_000;

/** A browser as a process of its own with a profile on the disk: it can be killed like a phone whose battery dies, and started again. */
export class OwnBrowser {
  private readonly profile = mkdtempSync(join(tmpdir(), "legwork-profile-"));
  private child: ChildProcess | null = null;
  private browser: Browser | null = null;

  async open(): Promise<BrowserContext> {
    const child = spawn(
      process.env["LEGWORK_BROWSER"] ?? "/usr/bin/chromium",
      [
        "--headless=new",
        "--no-sandbox",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=390,844",
        "--remote-debugging-port=0",
        `--user-data-dir=${this.profile}`,
        "about:blank",
      ],
      // A group of its own, so that a kill takes its renderers too.
      { detached: true, stdio: ["ignore", "ignore", "pipe"] },
    );
    this.child = child;
    this.browser = await chromium.connectOverCDP(await addressOf(child));
    const [context] = this.browser.contexts();
    if (!context) throw new Error("The browser has no profile open.");
    await context.clock.install({ time: MONDAY_EVENING });
    return context;
  }

  /** SIGKILL to the browser and all its processes: nobody gets to write a last word. */
  async kill(): Promise<void> {
    const child = this.child;
    if (child?.pid === undefined) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    process.kill(-child.pid, "SIGKILL");
    await ended;
    this.child = null;
    await this.browser?.close().catch(() => undefined);
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`The browser did not start:\n${said}`)), START_WITHIN_MS);
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = ADDRESS.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
  });
}
