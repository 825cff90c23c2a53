import { connect, createServer, type Server, type Socket } from "node:net";

/** What befalls one connection. Bytes count from its beginning, so that a cut falls anywhere: in a head, in a letter, between two. */
export type Fault =
  | { readonly kind: "none" }
  /** Nothing of the request arrives. */
  | { readonly kind: "requestDropped" }
  /** The server works, and nothing of its answer arrives. */
  | { readonly kind: "answerDropped" }
  | { readonly kind: "requestCut"; readonly afterBytes: number }
  | { readonly kind: "answerCut"; readonly afterBytes: number }
  /** The server gets the same bytes once more, at once or when the phone has its answer. */
  | { readonly kind: "requestDoubled"; readonly when: "atOnce" | "afterAnswer" }
  | { readonly kind: "requestDelayed"; readonly ms: number }
  | { readonly kind: "answerDelayed"; readonly ms: number }
  /** So many bytes a millisecond, both ways. */
  | { readonly kind: "throttled"; readonly bytesPerMs: number };

export interface FaultProxy {
  readonly url: string;
  faults(): ReadonlyMap<Fault["kind"], number>;
  /** Resolves when everything that is still on its way has arrived. */
  settled(): Promise<void>;
  close(): void;
}

/** How long a dropped message leaves the phone waiting before the connection breaks. Our own choice: short, or the run is long. */
const SILENCE_MS = 5;

/** A way to the server that loses, doubles, delays, cuts and slows. Each connection carries one exchange and meets one fault. */
export async function faultProxy(port: number, nextFault: () => Fault): Promise<FaultProxy> {
  const counts = new Map<Fault["kind"], number>();
  const replays: Promise<void>[] = [];
  const server = createServer((phone) => {
    const fault = nextFault();
    counts.set(fault.kind, (counts.get(fault.kind) ?? 0) + 1);
    carry(phone, { port, fault, replay: (bytes) => replays.push(send(port, bytes)) });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    faults: () => counts,
    async settled() {
      await Promise.all(replays);
    },
    close: () => void server.close(),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

interface Carrying {
  readonly port: number;
  readonly fault: Fault;
  readonly replay: (request: Buffer) => void;
}

function carry(phone: Socket, { port, fault, replay }: Carrying): void {
  const server = connect(port, "127.0.0.1");
  const request: Buffer[] = [];
  const breakBoth = () => {
    phone.destroy();
    server.destroy();
  };
  for (const socket of [phone, server]) socket.on("error", breakBoth);
  phone.on("close", () => {
    if (fault.kind === "requestDoubled" && request.length > 0) replay(Buffer.concat(request));
    // Of a dropped answer the request must still be worked on.
    if (fault.kind !== "answerDropped") server.destroy();
  });

  const there = way(server, { cutAfter: fault.kind === "requestCut" ? fault.afterBytes : null, breakBoth, fault });
  const back = way(phone, { cutAfter: fault.kind === "answerCut" ? fault.afterBytes : null, breakBoth, fault });
  server.on("close", () => void back.arrived().then(() => phone.end()));
  phone.on("data", (bytes) => {
    request.push(bytes);
    if (fault.kind === "requestDropped") setTimeout(breakBoth, SILENCE_MS);
    else there.carry(bytes, fault.kind === "requestDelayed" ? fault.ms : 0);
    if (fault.kind === "requestDoubled" && fault.when === "atOnce") replay(Buffer.concat(request));
  });
  server.on("data", (bytes) => {
    if (fault.kind === "answerDropped") setTimeout(breakBoth, SILENCE_MS);
    else back.carry(bytes, fault.kind === "answerDelayed" ? fault.ms : 0);
  });
}

interface Way {
  readonly cutAfter: number | null;
  readonly breakBoth: () => void;
  readonly fault: Fault;
}

/** One direction: bytes go on in order, whole or up to the cut, at the speed that is left to them. */
function way(to: Socket, { cutAfter, breakBoth, fault }: Way) {
  let carried = 0;
  let before: Promise<void> = Promise.resolve();
  const next = async (earlier: Promise<void>, part: { kept: Buffer; waitMs: number; isCut: boolean }) => {
    await earlier;
    if (part.waitMs > 0) await pause(part.waitMs);
    if (!to.destroyed) to.write(part.kept);
    if (part.isCut) setTimeout(breakBoth, SILENCE_MS);
  };
  const carryOn = (bytes: Buffer, delayMs: number) => {
    const kept = cutAfter === null ? bytes : bytes.subarray(0, Math.max(0, cutAfter - carried));
    carried += bytes.length;
    const slowMs = fault.kind === "throttled" ? bytes.length / fault.bytesPerMs : 0;
    before = next(before, { kept, waitMs: delayMs + slowMs, isCut: cutAfter !== null && carried >= cutAfter });
  };
  return { carry: carryOn, arrived: () => before };
}

/** Sends bytes to the server and reads its answer to the end, for nobody. */
function send(port: number, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", () => socket.end());
    socket.on("error", () => {});
    socket.on("close", () => resolve());
    // Half a request is never answered.
    socket.setTimeout(1_000, () => socket.destroy());
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
