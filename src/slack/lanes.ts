import type { Place } from "../store/outbox.ts";
import type { KeepChannel } from "../store/take-along.ts";
import type { Next } from "../store/take-next.ts";
import { createKeyedTimers } from "./keyed-timers.ts";

/** Channels that are served side by side, each by one at a time. */
export type Lanes = {
  /** Serves a channel, at least until the message with that outbox id has gone, or else until nothing waits there. */
  open(place: Place & { id?: string }): void;
  /** Begins to serve a channel with what is just being taken in it. */
  keep: KeepChannel;
  /** Waits until no channel is being served. */
  settled(): Promise<void>;
  /** Begins nothing more and waits for what is on its way. */
  stop(): Promise<void>;
};

type Work = {
  /**
   * Serves a channel, beginning with what was taken there, until nothing waits there or `isOver` the message that was
   * sent last; gives the instant (ms since 1970) at which to come again, if one is known.
   */
  run(place: Place, isOver: (id: string) => boolean, taken?: { next: Next }): Promise<number | undefined>;
  failed(error: unknown): void;
  now(): number;
};

/** So many calls to Slack at once at most. */
const MOST = 100;

type Lane = { place: Place; last: string | undefined; again: boolean };

/** Lanes in which nothing is on its way yet. */
export function createLanes({ run, failed, now }: Work): Lanes {
  const running = new Map<string, Lane & { over: Promise<void> }>();
  const queued = new Map<string, Lane>();
  const timers = createKeyedTimers(now);
  let stopped = false;

  const open: Lanes["open"] = ({ team, channel, id }) => {
    if (stopped) return;
    const key = keyOf({ team, channel });
    const lane = running.get(key) ?? queued.get(key);
    if (lane) Object.assign(lane, { last: id, again: true });
    else {
      queued.set(key, { place: { team, channel }, last: id, again: true });
      serve();
    }
  };

  const serve = () => {
    for (const [key, lane] of queued) {
      if (stopped || running.size >= MOST) return;
      queued.delete(key);
      start(key, lane);
    }
  };

  const keep: KeepChannel = ({ team, channel }) => {
    const key = keyOf({ team, channel });
    if (stopped || running.size >= MOST || running.has(key) || queued.has(key)) return undefined;
    const taking = Promise.withResolvers<{ next: Next } | undefined>();
    start(key, { place: { team, channel }, last: undefined, again: false }, taking.promise);
    return taking.resolve;
  };

  const start = (key: string, lane: Lane, taking?: Promise<{ next: Next } | undefined>) => {
    const started = Object.assign(lane, { over: Promise.resolve() });
    running.set(key, started);
    started.over = follow(key, lane, taking);
  };

  const follow = async (key: string, lane: Lane, taking?: Promise<{ next: Next } | undefined>) => {
    const isOver = (id: string) => {
      lane.again = false;
      return stopped || id === lane.last;
    };
    try {
      const taken = await taking;
      // What is taken is on its way, and goes out even now that nothing new is begun.
      let at = taken && (await run(lane.place, isOver, taken));
      // What is written down while it ends is served as well.
      while (lane.again && !stopped) {
        lane.again = false;
        at = await run(lane.place, isOver);
      }
      if (at !== undefined) timers.set(key, at, () => open(lane.place));
    } catch (error) {
      failed(error);
    } finally {
      running.delete(key);
      serve();
    }
  };

  const settled = async () => {
    while (running.size > 0) await Promise.all([...running.values()].map(({ over }) => over));
  };

  return {
    open,
    keep,
    settled,
    stop: async () => {
      stopped = true;
      timers.stop();
      await settled();
    },
  };
}

const keyOf = ({ team, channel }: Place) => `${team}/${channel}`;
