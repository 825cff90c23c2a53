import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { CannotServe, errorCode } from "@legwork/db/embedded";
import { makeProblem } from "../problem";
import type { Settings } from "./settings";

/** An open port. Until `serve` is called it answers 503. */
export interface Listener {
  readonly port: number;
  serve(handler: RequestListener): void;
  /** Takes no new requests, lets running ones end, then closes what is still open. */
  drain(): Promise<void>;
}

/** Our own choice: no request of ours takes longer, and a person waits for a server to stop. */
const DRAIN_WITHIN_MS = 8_000;
const STARTING = JSON.stringify(
  makeProblem("unavailable", { detail: "The server is starting. Try again in a moment." }),
);

/** Takes the port first of all: when it is in use, nothing else has happened yet. */
export async function openPort({ port, tls }: Pick<Settings, "port" | "tls">): Promise<Listener> {
  let handler: RequestListener = answerStarting;
  const streams = new Set<ServerResponse>();
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    streams.add(response);
    response.once("close", () => streams.delete(response));
    handler(request, response);
  };
  const server = createHttpOrHttps(tls, answer);
  await listen(server, port);
  const address = server.address();
  return {
    port: address !== null && typeof address === "object" ? address.port : port,
    serve: (next) => {
      handler = next;
    },
    drain: () => drain(server, streams),
  };
}

function createHttpOrHttps(tls: Settings["tls"], answer: RequestListener): Server {
  if (tls === null) return createServer(answer);
  try {
    return createTlsServer({ cert: tls.cert, key: tls.key }, answer);
  } catch (cause) {
    throw new CannotServe("LEGWORK_TLS_CERT and LEGWORK_TLS_KEY are no certificate and key that belong together.", {
      cause,
    });
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(new CannotServe(whyNoPort(error, port), { cause: error })));
    server.listen(port, resolve);
  });
}

function whyNoPort(error: Error, port: number): string {
  switch (errorCode(error)) {
    case "EADDRINUSE":
      return `Port ${port} is in use, perhaps by a Legwork that already runs: stop that program or set PORT to another number.`;
    case "EACCES":
      return `Port ${port} is not allowed for you: set PORT to a number above 1023.`;
    default:
      return `Port ${port} cannot be opened (${error.message}).`;
  }
}

async function drain(server: Server, responses: ReadonlySet<ServerResponse>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // An event stream never ends by itself; its phone connects again.
  for (const response of responses) if (isEventStream(response)) response.destroy();
  const hurry = setTimeout(() => server.closeAllConnections(), DRAIN_WITHIN_MS);
  await closed;
  clearTimeout(hurry);
}

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type")).startsWith("text/event-stream");
}

function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { "content-type": "application/problem+json", "retry-after": "1" }).end(STARTING);
}
