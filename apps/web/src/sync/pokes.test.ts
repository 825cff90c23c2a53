import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createPokes, type PokeSource } from "./pokes";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

class FakeSource implements PokeSource {
  closed = false;
  readonly #listeners = new Map<string, (event: { readonly data?: unknown }) => void>();
  constructor(readonly url: string) {}
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void) {
    this.#listeners.set(type, listener);
  }
  close() {
    this.closed = true;
  }
  emit(type: string, data?: unknown) {
    this.#listeners.get(type)?.({ data });
  }
}

/** Web Locks of one browser: one holder, the others wait their turn. */
function browserLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request(_name: string, { signal }: { signal: AbortSignal }, work: () => Promise<void>) {
      const turn = last.then(() => (signal.aborted ? undefined : work()));
      last = turn;
      return turn;
    },
  };
}

function tab() {
  const sources: FakeSource[] = [];
  const [onHello, onPoke] = [vi.fn(), vi.fn()];
  const open = (url: string) => {
    const source = new FakeSource(url);
    sources.push(source);
    return source;
  };
  const pokes = createPokes({ open, random: () => 1, onHello, onPoke });
  return { pokes, sources, onHello, onPoke };
}

describe("pokes", () => {
  test("hello and a poke are told, and what makes no sense is not", () => {
    const { pokes, sources, onHello, onPoke } = tab();
    pokes.listenAs("device-1");
    expect(sources[0]?.url).toBe("/api/pokes?device=device-1");
    sources[0]?.emit("hello");
    expect(onHello).toHaveBeenCalledOnce();
    sources[0]?.emit("poke", '{"runner":"r-1"}');
    sources[0]?.emit("poke", "not json");
    sources[0]?.emit("poke", '{"runner":7}');
    expect(onPoke.mock.calls).toEqual([["r-1"]]);
  });

  test("after a cut it connects again, later each time, and soon again after a hello", async () => {
    const { pokes, sources } = tab();
    pokes.listenAs("device-1");
    sources[0]?.emit("error");
    expect(sources[0]?.closed).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sources).toHaveLength(2);
    sources[1]?.emit("error");
    await vi.advanceTimersByTimeAsync(1_999);
    expect(sources).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    sources[2]?.emit("hello");
    sources[2]?.emit("error");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sources).toHaveLength(4);
  });

  test("ended, it is closed, says nothing more and does not come back", async () => {
    const { pokes, sources, onPoke } = tab();
    pokes.listenAs("device-1");
    sources[0]?.emit("error");
    pokes.listenAs(null);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sources).toHaveLength(1);
    sources[0]?.emit("poke", '{"runner":"r-1"}');
    expect(onPoke).not.toHaveBeenCalled();
  });

  test("another account listens with its own device", () => {
    const { pokes, sources } = tab();
    pokes.listenAs("device-1");
    pokes.listenAs("device-1");
    pokes.listenAs("device-2");
    expect(sources.map(({ url, closed }) => [url.slice(-8), closed])).toEqual([
      ["device-1", true],
      ["device-2", false],
    ]);
  });

  test("of several tabs one listens, and the next when that one ends", async () => {
    vi.stubGlobal("navigator", { locks: browserLocks() });
    const [one, two, three] = [tab(), tab(), tab()];
    for (const { pokes } of [one, two, three]) pokes.listenAs("device-1");
    await vi.advanceTimersByTimeAsync(0);
    expect([one, two, three].map(({ sources }) => sources.length)).toEqual([1, 0, 0]);
    two.pokes.listenAs(null);
    one.pokes.listenAs(null);
    await vi.advanceTimersByTimeAsync(0);
    expect(one.sources[0]?.closed).toBe(true);
    expect([one, two, three].map(({ sources }) => sources.length)).toEqual([1, 0, 1]);
  });
});
