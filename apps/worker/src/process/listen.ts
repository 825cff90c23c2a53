import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import { CannotServe, errorCode } from "@legwork/db/embedded";
import { isEndless } from "../middleware/outgoing";
import { makeProblem } from "../problem";
import { answerClientError } from "./client-error";
import type { Settings } from "./settings";
import { unreadBodies } from "./unread-bodies";

/** An open port. Until `serve` is called it answers 503. */
export interface Listener {
  readonly port: number;
  serve(handler: RequestListener): void;
  /** Takes no new requests, lets running ones end, then closes what is still open. */
  drain(): Promise<void>;
}

/** How patient the server is with those who send or read slowly. */
export interface Patience {
  readonly headersWithinMs: number;
  /** A whole request, body included. */
  readonly requestWithinMs: number;
  /** A connection on which nothing moves while we have something to say. */
  readonly silentMs: number;
  /** A whole answer; event streams do not end. */
  readonly answerWithinMs: number;
  /** How often the above are looked at. */
  readonly checkMs: number;
  readonly connectionsMax: number;
}

/**
 * Our own choices: 256 kB over the worst mobile network still arrive; a connection costs some 10 kB, and most of them are event streams.
 */
export const PATIENCE: Patience = {
  headersWithinMs: 15_000,
  requestWithinMs: 60_000,
  silentMs: 60_000,
  answerWithinMs: 10 * 60_000,
  checkMs: 5_000,
  connectionsMax: 8_000,
};
/** Longer than proxies keep theirs, commonly 60 s, so that none sends on a connection that we are just closing. Our own choice. */
const KEEP_ALIVE_MS = 65_000;
/** Node's own limit, and more than a browser with our cookies sends. */
const HEADER_BYTES_MAX = 16 * 1024;
const HEADERS_MAX = 100;
/** Connections that the system holds until we take them; beyond Node's 511 it resets those of a crowd that comes back at once. Linux' own maximum. */
const BACKLOG = 4_096;
/** Our own choice: no request of ours takes longer, and a person waits for a server to stop. */
const DRAIN_WITHIN_MS = 8_000;
/** What was just being opened or answered when the server was asked to stop ends within this. Our own choice. */
const DRAIN_EVERY_MS = 50;
const STARTING = JSON.stringify(
  makeProblem("unavailable", { detail: "The server is starting. Try again in a moment." }),
);

/** Takes the port first of all: when it is in use, nothing else has happened yet. */
export async function openPort({ port, tls }: Pick<Settings, "port" | "tls">, patience = PATIENCE): Promise<Listener> {
  let handler: RequestListener = answerStarting;
  const startedMs = new Map<ServerResponse, number>();
  const unread = unreadBodies();
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    startedMs.set(response, performance.now());
    response.once("close", () => startedMs.delete(response));
    unread.watch(request, response);
    handler(request, response);
  };
  const server = createHttpOrHttps(tls, { patience, answer });
  const overdue = setInterval(() => {
    endOverdue(startedMs, patience.answerWithinMs);
    unread.check();
  }, patience.checkMs);
  server.once("close", () => clearInterval(overdue));
  try {
    await listen(server, port);
  } catch (error) {
    clearInterval(overdue);
    throw error;
  }
  const address = server.address();
  return {
    port: address !== null && typeof address === "object" ? address.port : port,
    serve: (next) => {
      handler = next;
    },
    drain: () => drain(server, startedMs),
  };
}

interface Answering {
  readonly patience: Patience;
  readonly answer: RequestListener;
}

function createHttpOrHttps(tls: Settings["tls"], { patience, answer }: Answering): Server {
  const options: ServerOptions = {
    headersTimeout: patience.headersWithinMs,
    requestTimeout: patience.requestWithinMs,
    connectionsCheckingInterval: patience.checkMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: HEADER_BYTES_MAX,
    // The app refuses it, in our form.
    requireHostHeader: false,
  };
  const server = tls === null ? createServer(options, answer) : createHttps(tls, { options, answer });
  server.maxHeadersCount = HEADERS_MAX;
  server.maxConnections = patience.connectionsMax;
  // Without a listener of its own, a connection on which this passes is destroyed.
  server.timeout = patience.silentMs;
  // Node would answer 417 in its own form; an expectation that we do not know changes nothing.
  server.on("checkExpectation", answer);
  return server.on("clientError", answerClientError);
}

interface HttpsParts {
  readonly options: ServerOptions;
  readonly answer: RequestListener;
}

function createHttps({ cert, key }: NonNullable<Settings["tls"]>, { options, answer }: HttpsParts): Server {
  try {
    return createTlsServer({ ...options, cert, key }, answer);
  } catch (cause) {
    throw new CannotServe("LEGWORK_TLS_CERT and LEGWORK_TLS_KEY are no certificate and key that belong together.", {
      cause,
    });
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(new CannotServe(whyNoPort(error, port), { cause: error })));
    server.listen({ port, backlog: BACKLOG }, resolve);
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

/** Somebody who reads a byte now and then holds an answer in memory for no longer than this. */
function endOverdue(startedMs: ReadonlyMap<ServerResponse, number>, withinMs: number): void {
  const oldest = performance.now() - withinMs;
  for (const [response, startMs] of startedMs) {
    if (startMs < oldest && !isEndless(response)) response.destroy();
  }
}

async function drain(server: Server, startedMs: ReadonlyMap<ServerResponse, number>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const letGo = () => {
    // A connection whose answer has left only now would be kept for the next request.
    server.closeIdleConnections();
    // An event stream never ends by itself; its phone connects again.
    for (const response of startedMs.keys()) if (isEndless(response)) response.destroy();
  };
  letGo();
  const lettingGo = setInterval(letGo, DRAIN_EVERY_MS);
  const hurry = setTimeout(() => server.closeAllConnections(), DRAIN_WITHIN_MS);
  await closed;
  clearTimeout(hurry);
  clearInterval(lettingGo);
}

function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { "content-type": "application/problem+json", "retry-after": "1" }).end(STARTING);
}
