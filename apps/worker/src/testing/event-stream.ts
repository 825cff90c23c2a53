/** What a phone hears. */
export interface Heard {
  /** `hello`, or the runner that a poke names, in the order of arrival. */
  readonly events: readonly string[];
  readonly response: Response;
  /** Everything as it came. */
  text(): string;
  /** Resolves when `count` events have arrived; fails after a few seconds. */
  until(count: number): Promise<readonly string[]>;
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Reads an event stream to its end. */
export function hear(response: Response): Heard {
  const events: string[] = [];
  let text = "";
  let read = 0;
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  const readAll = async () => {
    for (;;) {
      const chunk = await reader?.read().catch(() => null);
      if (!chunk || chunk.done) return;
      text += decoder.decode(chunk.value, { stream: true });
      for (let end = text.indexOf("\n\n", read); end >= 0; end = text.indexOf("\n\n", read)) {
        const event = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(read, end));
        read = end + 2;
        if (event) events.push(event[1] === "poke" ? runnerIn(event[2] ?? "") : (event[1] ?? ""));
      }
    }
  };
  const ended = readAll();
  return {
    events,
    response,
    text: () => text,
    ended,
    async until(count) {
      const deadline = performance.now() + 5_000;
      while (events.length < count) {
        if (performance.now() > deadline) throw new Error(`Heard only ${JSON.stringify(events)} of ${count} events`);
        await pause(5);
      }
      return events;
    },
    async stop() {
      await reader?.cancel().catch(() => {});
      await ended;
    },
  };
}

/** Long enough for a poke to arrive that should not. */
export function pause(ms = 250): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function runnerIn(data: string): string {
  const { runner } = JSON.parse(data) as { readonly runner: string };
  return runner;
}
