import { type ChangedStream, type Db, type Listening, listenToPokes } from "@legwork/db";
import type { Logger } from "pino";
import { loggableError } from "../middleware/loggable-error";
import { liveSessions } from "./live-sessions";
import { openStreams, STREAM_LIMITS, type StreamLimits } from "./open-streams";
import { POKE_TIMING, pokeStream, type PokeStreamOptions, type PokeTiming } from "./poke-stream";
import { tellChanges } from "./tell-changes";

export interface PokesOptions {
  readonly db: Db;
  readonly logger: Logger;
  readonly limits?: StreamLimits;
  readonly timing?: PokeTiming;
}

/** News of changes between the servers and the open event streams. */
export interface Pokes {
  /** To be called after a commit that changed a runner's stream. */
  readonly changed: (change: ChangedStream) => void;
  /** False when this process holds as many streams as it may. */
  readonly hasRoomFor: (account: string) => boolean;
  /** `run` settles when the stream has ended. */
  open(options: Omit<PokeStreamOptions, "timing">): { readonly run: () => Promise<void>; readonly end: () => void };
}

/** Listens to the database while at least one stream is open, so there is nothing to start and nothing to stop. */
export function createPokes({ db, logger, limits = STREAM_LIMITS, timing = POKE_TIMING }: PokesOptions): Pokes {
  const streams = openStreams(limits);
  let listening: Listening | null = null;
  let isHearing = false;
  let sessionChecks: NodeJS.Timeout | null = null;

  const start = () => {
    listening ??= listenToPokes(db, {
      onPoke: (poke) => streams.tell(poke),
      // Whatever was told before this moment did not arrive: everybody looks once.
      onListening: () => {
        isHearing = true;
        for (const stream of streams.all()) stream.hello();
      },
      onLost: (error) => {
        isHearing = false;
        logger.warn({ err: loggableError(error) }, "pokes do not arrive until the database is back");
      },
    });
    sessionChecks ??= setInterval(() => void endWithoutSession(), timing.sessionsMs);
  };
  const stopWhenIdle = () => {
    if (streams.count() > 0) return;
    void listening?.close();
    listening = null;
    isHearing = false;
    if (sessionChecks !== null) clearInterval(sessionChecks);
    sessionChecks = null;
  };
  const endWithoutSession = async () => {
    const open = streams.all();
    try {
      const live = await liveSessions(db, [...new Set(open.map(({ session }) => session))]);
      for (const stream of open) if (!live.has(stream.session)) stream.end();
    } catch (error) {
      logger.warn({ err: loggableError(error) }, "sessions of event streams could not be looked up");
    }
  };
  return {
    changed: tellChanges(db, logger),
    hasRoomFor: streams.hasRoomFor,
    open(options) {
      const { stream, run } = pokeStream({ ...options, timing });
      streams.add(stream);
      start();
      if (isHearing) stream.hello();
      return {
        end: stream.end,
        run: async () => {
          try {
            await run();
          } finally {
            streams.remove(stream);
            stopWhenIdle();
          }
        },
      };
    },
  };
}
