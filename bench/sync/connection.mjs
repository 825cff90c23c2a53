// One kept connection over a bare socket: the load must not cost more than the server, and Node's own http client does.
import { connect } from "node:net";

const HEAD_END = Buffer.from("\r\n\r\n");
const LAST_CHUNK = Buffer.from("0\r\n\r\n");

/** Sends one request at a time; rejects when the connection ends before the whole answer. */
export function openConnection(port) {
  let socket = null;
  let waiting = null;
  let parts = [];

  function open() {
    const opened = connect({ port, host: "localhost", noDelay: true });
    opened.on("data", (chunk) => {
      if (opened === socket) take(chunk);
    });
    opened.on("error", () => {});
    opened.on("close", () => {
      if (opened === socket) fail();
    });
    return opened;
  }

  function fail() {
    const failed = waiting;
    [socket, waiting, parts] = [null, null, []];
    failed?.reject(new Error("The connection ended before the answer."));
  }

  function take(chunk) {
    parts.push(chunk);
    const bytes = parts.length === 1 ? chunk : Buffer.concat(parts);
    parts = [bytes];
    const answer = readAnswer(bytes);
    if (answer === null || waiting === null) return;
    const { resolve } = waiting;
    [waiting, parts] = [null, []];
    resolve(answer);
  }

  return {
    send(request) {
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket ??= open();
        socket.write(request);
      });
    },
    close() {
      const closing = socket;
      socket = null;
      closing?.destroy();
    },
  };
}

/** Null until the answer is whole. `body` is as it came: compressed when the server did so. */
function readAnswer(bytes) {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd === -1) return null;
  const head = bytes.latin1Slice(0, headEnd);
  const start = headEnd + HEAD_END.length;
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined ? !bytes.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK) : bytes.length < start + +length) {
    return null;
  }
  const retryAfter = /\r\nretry-after: (\d+)/i.exec(head)?.[1];
  return {
    status: Number(head.slice(9, 12)),
    head,
    body: bytes.subarray(start),
    bytes: bytes.length,
    retryAfterMs: retryAfter === undefined ? null : Number(retryAfter) * 1000,
  };
}

/** A whole request as it goes over the wire, made before the clock runs. */
export function makeRequest({ method = "POST", path, headers, body = "" }) {
  const lines = Object.entries({ ...headers, "Content-Length": Buffer.byteLength(body) });
  const head = [`${method} ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)].join("\r\n");
  return Buffer.from(`${head}\r\n\r\n${body}`);
}
