import type { RunnerId } from "@legwork/core/record";
import { deviceValue, GoneError, readCurrentRunner } from "@/local-db";
import { createPokes, httpTransport, inOneTab, type Pokes, readSyncStatus, runCycle, streamOf } from "@/sync";
import { announceChange, localDb, onLocalChange } from "./local-store";
import { syncLoop } from "./sync-runner";

/** A page that nobody looks at lets its stream go: a frozen tab would hold the lock and hear nothing. Our own choice. */
const HIDDEN_MS = 60_000;

let pokes: Pokes | null = null;

/** Hears from the server at once when something is new, as long as somebody is signed in and looks. */
export function startListening(): () => void {
  let hidden: ReturnType<typeof setTimeout> | undefined;
  pokes ??= createPokes({
    open: (url) => new EventSource(url),
    random: Math.random,
    onHello: () => syncLoop().poke("poke"),
    onPoke: (runner) => void syncPoked(runner).catch(() => undefined),
  });
  const listening = pokes;
  const listen = () =>
    void deviceThatListens().then(
      (device) => listening.listenAs(device),
      () => listening.listenAs(null),
    );
  const onVisibility = () => {
    clearTimeout(hidden);
    if (document.visibilityState === "visible") listen();
    else hidden = setTimeout(() => listening.listenAs(null), HIDDEN_MS);
  };
  const end = () => listening.listenAs(null);
  const stopHearing = onLocalChange((what) => {
    if (what === "account" || what === "sync") onVisibility();
  });
  document.addEventListener("visibilitychange", onVisibility);
  document.addEventListener("freeze", end);
  document.addEventListener("resume", onVisibility);
  onVisibility();
  return () => {
    clearTimeout(hidden);
    stopHearing();
    document.removeEventListener("visibilitychange", onVisibility);
    document.removeEventListener("freeze", end);
    document.removeEventListener("resume", onVisibility);
    end();
  };
}

/** Null when there is no account to listen for. */
async function deviceThatListens(): Promise<string | null> {
  const { connection } = await readSyncStatus(localDb());
  if (connection !== "live") return null;
  return (await localDb().read(["device"], (tx) => deviceValue(tx, "device"))) ?? null;
}

async function syncPoked(runner: RunnerId) {
  const own = await readCurrentRunner(localDb());
  if (runner === own) return syncLoop().poke("poke");
  // A runner of a squad: the coach's list is read again, and their records when they were opened here.
  announceChange("squads");
  const db = localDb().account(own);
  const { state } = await db.read(["streams"], (tx) => streamOf(tx, runner));
  if (state === "local") return;
  try {
    await inOneTab({ db, name: runner, now: Date.now }, (hold) =>
      runCycle({ db, transport: httpTransport, runner, now: Date.now, hold, onApplied: () => announceChange() }),
    );
  } catch (error) {
    // Signed out meanwhile.
    if (!(error instanceof GoneError)) throw error;
  }
}
