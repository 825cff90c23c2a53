import { connect, type Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { markEndless } from "../middleware/outgoing";
import { type Listener, openPort, PATIENCE } from "./listen";

const SHORT = {
  ...PATIENCE,
  headersWithinMs: 300,
  requestWithinMs: 600,
  silentMs: 500,
  answerWithinMs: 1_500,
  checkMs: 50,
  connectionsMax: 20,
};

let listener: Listener;
let sockets: Socket[];
beforeEach(async () => {
  listener = await openPort({ port: 0, tls: null }, SHORT);
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await listener.drain();
});

interface Connection {
  readonly socket: Socket;
  readonly text: () => string;
  /** Milliseconds from the connect until the server closed. */
  readonly closedAfterMs: Promise<number>;
}

function open(): Connection {
  const socket = connect(listener.port, "127.0.0.1");
  sockets.push(socket);
  let text = "";
  socket.on("data", (chunk) => (text += chunk.toString("latin1")));
  socket.on("error", () => {});
  const startedAt = performance.now();
  const closedAfterMs = new Promise<number>((resolve) => {
    socket.once("close", () => resolve(performance.now() - startedAt));
  });
  return { socket, text: () => text, closedAfterMs };
}

const HEAD = "POST /api/plan/preview HTTP/1.1\r\nHost: localhost\r\n";

test("headers that come drop by drop are answered with 408 and closed", async () => {
  const { socket, text, closedAfterMs } = open();
  socket.write("GET / HTTP/1.1\r\n");
  const drops = setInterval(() => socket.write("X-A: b\r\n"), 40);
  expect(await closedAfterMs).toBeLessThan(2_000);
  clearInterval(drops);
  expect(text()).toMatch(/^HTTP\/1\.1 408 .*"code":"invalidRequest"/s);
  expect(text()).toContain("application/problem+json");
});

test("a body that comes drop by drop is closed", async () => {
  listener.serve((request, response) => {
    request.resume();
    request.once("end", () => response.end("ok"));
    request.once("error", () => {});
  });
  const { socket, closedAfterMs } = open();
  socket.write(`${HEAD}Content-Length: 1000\r\n\r\n`);
  const drops = setInterval(() => socket.write("x"), 40);
  expect(await closedAfterMs).toBeLessThan(2_500);
  clearInterval(drops);
});

test("an answer that nobody takes is given up, and so is one that is taken byte by byte", async () => {
  const closed: Promise<number>[] = [];
  listener.serve((_request, response) => {
    const startedAt = performance.now();
    closed.push(new Promise((resolve) => response.once("close", () => resolve(performance.now() - startedAt))));
    response.end(Buffer.alloc(64 * 1024 * 1024));
  });
  const deaf = open();
  deaf.socket.pause();
  deaf.socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const slow = open();
  slow.socket.pause();
  slow.socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const sips = setInterval(() => {
    slow.socket.resume();
    setImmediate(() => slow.socket.pause());
  }, 100);
  await expect.poll(() => closed.length).toBe(2);
  const [deafMs = 0, slowMs = 0] = await Promise.all(closed);
  clearInterval(sips);
  expect(deafMs).toBeLessThan(1_500);
  expect(slowMs).toBeLessThan(3_000);
});

test("an event stream outlives every one of these as long as something is said, and ends at once when the server stops", async () => {
  listener.serve((_request, response) => {
    markEndless(response);
    response.writeHead(200, { "content-type": "text/event-stream" });
    const beats = setInterval(() => response.write(": still here\n\n"), 100);
    response.once("close", () => clearInterval(beats));
  });
  const { socket, closedAfterMs, text } = open();
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await new Promise((resolve) => setTimeout(resolve, 2_200));
  expect(socket.destroyed).toBe(false);
  expect(text().match(/still here/g)?.length).toBeGreaterThan(10);
  const stoppedAt = performance.now();
  await listener.drain();
  await closedAfterMs;
  expect(performance.now() - stoppedAt).toBeLessThan(500);
});

test("headers that are too long are answered with 431 and a problem", async () => {
  const { socket, text, closedAfterMs } = open();
  socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${"x".repeat(20_000)}\r\n\r\n`);
  await closedAfterMs;
  expect(text()).toMatch(/^HTTP\/1\.1 431 .*"code":"tooLarge"/s);
});

test.each([
  "hello\r\n\r\n",
  "GET / HTTP/9.9\r\n\r\n",
  "\0\0\0\0\r\n\r\n",
  "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
])("%j is answered with 400 and a problem", async (bytes) => {
  const { socket, text, closedAfterMs } = open();
  socket.write(bytes);
  await closedAfterMs;
  expect(text()).toMatch(/^HTTP\/1\.1 400 .*"code":"invalidRequest"/s);
});

test("connections beyond the limit are closed, and there is room again when others go", async () => {
  const answered = async (connection: Connection) => {
    connection.socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await Promise.race([connection.closedAfterMs, new Promise((resolve) => connection.socket.once("data", resolve))]);
    return connection.text().startsWith("HTTP/1.1 503");
  };
  const connections = Array.from({ length: 30 }, open);
  const answers = await Promise.all(connections.map(answered));
  expect(answers.filter(Boolean)).toHaveLength(20);
  for (const { socket } of connections) socket.destroy();
  await expect.poll(() => answered(open())).toBe(true);
});

test("who is refused before the body has arrived gets the answer, however slowly the rest comes, and may go on", async () => {
  listener.serve(
    getRequestListener(
      () => new Response("{}", { status: 503, headers: { "Content-Type": "application/problem+json" } }),
    ),
  );
  const patient = open();
  patient.socket.write(`${HEAD}Content-Length: 40\r\n\r\n0123456789`);
  await expect.poll(() => patient.text()).toMatch(/^HTTP\/1\.1 503 /);
  for (let part = 0; part < 3; part += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    patient.socket.write("0123456789");
  }
  patient.socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await expect.poll(() => patient.text().match(/HTTP\/1\.1 503 /g)?.length).toBe(2);
});

test("who goes on sending what nobody wants is cut off", async () => {
  listener.serve(getRequestListener(() => new Response("{}", { status: 413 })));
  const { socket, closedAfterMs } = open();
  socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
  const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
  const more = setInterval(() => socket.write(chunk), 5);
  expect(await closedAfterMs).toBeLessThan(2_000);
  clearInterval(more);
});
