import type { Duplex } from "node:stream";
import type { Problem } from "@legwork/core/wire";
import { errorCode } from "@legwork/db/embedded";
import { makeProblem } from "../problem";

/** Answers what is no HTTP, or came too slowly, in the same form as every refusal, and closes the connection. */
export function answerClientError(error: Error, socket: Duplex): void {
  // Nobody to tell, or already telling: a second answer inside a first one would be read as part of it.
  if (!socket.writable || ("_httpMessage" in socket && socket._httpMessage !== null) || isGone(error)) {
    socket.destroy();
    return;
  }
  const { reason, problem } = refusalOf(error);
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${reason}`,
    "Content-Type: application/problem+json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Cache-Control: no-store",
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}

function isGone(error: Error): boolean {
  return errorCode(error) === "ECONNRESET" || errorCode(error) === "EPIPE";
}

interface Refusal {
  readonly reason: string;
  readonly problem: Problem;
}

function refusalOf(error: Error): Refusal {
  switch (errorCode(error)) {
    case "HPE_HEADER_OVERFLOW":
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return {
        reason: "Request Header Fields Too Large",
        problem: { ...makeProblem("tooLarge", { detail: "The headers are too long." }), status: 431 },
      };
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return {
        reason: "Request Timeout",
        problem: { ...makeProblem("invalidRequest", { detail: "The request did not arrive in time." }), status: 408 },
      };
    default:
      return { reason: "Bad Request", problem: makeProblem("invalidRequest", { detail: "This is no HTTP request." }) };
  }
}
