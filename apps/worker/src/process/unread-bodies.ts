import type { IncomingMessage, ServerResponse } from "node:http";

/** What may still arrive of a body after its request was answered: four times the largest that a route takes. Our own choice. */
const REST_BYTES_MAX = 1024 * 1024;

/** Bodies that were answered before they had arrived whole, as a refusal is. */
export interface UnreadBodies {
  watch(request: IncomingMessage, response: ServerResponse): void;
  /** Closes the connections of those that do not come to an end. */
  check(): void;
}

/** Takes and forgets the rest of such a body: closing at once would reset the connection, and the client would lose the answer. */
export function unreadBodies(): UnreadBodies {
  const bytesWhenAnswered = new Map<IncomingMessage, number>();
  return {
    watch(request, response) {
      response.once("finish", () => {
        if (request.complete) return;
        bytesWhenAnswered.set(request, request.socket.bytesRead);
        request.once("close", () => bytesWhenAnswered.delete(request));
        // The adapter would cut the connection after half a second, and phones are slower. Node's own timeout of a request ends it.
        Object.defineProperty(request, "readableEnded", { value: true });
        request.resume();
      });
    },
    check() {
      for (const [request, bytes] of bytesWhenAnswered) {
        if (request.socket.bytesRead - bytes > REST_BYTES_MAX) request.socket.destroy();
      }
    },
  };
}
