import { createTransport } from "nodemailer";

/** Where e-mail goes out. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password if the server wants them. */
  readonly url: string;
  /** What people see as the sender. */
  readonly from: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export type SendMail = (mail: Mail) => Promise<void>;

/** Our own choice: longer, and the mail server counts as down. */
const WAIT_MS = 10_000;
/** Connections to the mail server, and mails that wait for one: a bound on memory, our own choice. */
const CONNECTIONS_MAX = 2;
const WAITING_MAX = 200;

/** Sends through a few connections. Throws when the mail server does not take it, or when too many wait. */
export function smtpMail({ url, from }: MailSettings): SendMail {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS_MAX,
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
  });
  let waiting = 0;
  return async (mail) => {
    if (waiting >= WAITING_MAX) throw new Error("Too many mails wait for the mail server");
    waiting += 1;
    try {
      await transport.sendMail({ from, ...mail });
    } finally {
      waiting -= 1;
    }
  };
}
