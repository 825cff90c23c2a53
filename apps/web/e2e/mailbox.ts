import { createServer, type Server, type Socket } from "node:net";
import { expect, test } from "@playwright/test";

/** A mail server of a test: it takes every mail and sends none. */
export class Mailbox {
  private readonly mails: { readonly to: string; readonly text: string }[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => {
    this.sockets.add(socket);
    this.talk(socket);
  });

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("The mailbox is not open.");
    return `smtp://127.0.0.1:${address.port}`;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The code in the latest mail to an address, once one is there. */
  async codeFor(address: string): Promise<string> {
    const found = () => /^\d{8}$/m.exec(this.mails.findLast(({ to }) => to === address)?.text ?? "")?.[0];
    await expect.poll(found, { message: `a mail with a code came to ${address}` }).toBeDefined();
    return found() ?? "";
  }

  /** As much of SMTP as a client needs to hand over a mail. */
  private talk(socket: Socket): void {
    let [rest, to] = ["", ""];
    let text: string[] | null = null;
    socket.setEncoding("utf8");
    socket.on("error", () => undefined);
    socket.write("220 mailbox\r\n");
    socket.on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (text !== null && line !== ".") {
          text.push(line);
          continue;
        }
        if (text !== null) this.mails.push({ to, text: text.join("\n") });
        to = /^RCPT TO:<(.*)>/i.exec(line)?.[1] ?? to;
        text = /^DATA/i.test(line) ? [] : null;
        socket.write(text === null ? "250 yes\r\n" : "354 go on\r\n");
      }
    });
  }
}

/** One mailbox for all tests of a file. Call it at the top of the file, before the server that writes to it. */
export function mailboxOfThisFile(): Mailbox {
  const mailbox = new Mailbox();
  test.beforeAll(() => mailbox.open());
  test.afterAll(() => mailbox.close());
  return mailbox;
}
