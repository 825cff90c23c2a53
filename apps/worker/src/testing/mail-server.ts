import { createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A mail server that keeps what it takes. */
export interface MailServer {
  readonly url: string;
  /** Whole mails to an address, oldest first. */
  mailsTo(address: string): readonly string[];
  /** The code in the next mail to an address, once it is there. */
  nextCode(address: string): Promise<string>;
  close(): Promise<void>;
}

export async function mailServer(): Promise<MailServer> {
  const mails: { readonly to: string; readonly text: string }[] = [];
  const codesRead = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    talk(socket, (to, text) => mails.push({ to, text }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const mailsTo = (to: string) => mails.filter((mail) => mail.to === to).map(({ text }) => text);
  return {
    url: `smtp://127.0.0.1:${port}`,
    mailsTo,
    async nextCode(to) {
      const index = codesRead.get(to) ?? 0;
      codesRead.set(to, index + 1);
      for (let wait = 0; wait < 200; wait += 1) {
        const code = /^\d{8}$/m.exec(mailsTo(to)[index] ?? "")?.[0];
        if (code !== undefined) return code;
        await sleep(25);
      }
      throw new Error(`No mail number ${index + 1} came to ${to}`);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As much of SMTP as a client needs to hand over a mail. */
function talk(socket: Socket, take: (to: string, text: string) => void) {
  let to = "";
  let data: string | null = null;
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("error", () => {});
  socket.write("220 test\r\n");
  socket.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (data !== null && line !== ".") {
        data += `${line}\n`;
        continue;
      }
      if (data !== null) {
        take(to, data);
        data = null;
        socket.write("250 taken\r\n");
        continue;
      }
      to = /^RCPT TO:<(.*)>/i.exec(line)?.[1] ?? to;
      if (/^DATA/i.test(line)) data = "";
      socket.write(/^DATA/i.test(line) ? "354 go on\r\n" : "250 yes\r\n");
    }
  });
}
