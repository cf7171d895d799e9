import type { Place } from "../store/outbox.ts";
import { createKeyedTimers } from "./keyed-timers.ts";

/** Channels that are served side by side, each by one at a time. */
export type Lanes = {
  /** Serves a channel, at least until the message with that outbox id has gone, or else until nothing waits there. */
  open(place: Place & { id?: string }): void;
  /** Waits until no channel is being served. */
  settled(): Promise<void>;
  /** Begins nothing more and waits for what is on its way. */
  stop(): Promise<void>;
};

type Work = {
  /**
   * Serves a channel until nothing waits there or `isOver` the message that was sent last; gives the instant (ms since
   * 1970) at which to come again, if one is known.
   */
  run(place: Place, isOver: (id: string) => boolean): Promise<number | undefined>;
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
    const key = `${team}/${channel}`;
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
      const started = Object.assign(lane, { over: Promise.resolve() });
      running.set(key, started);
      started.over = follow(key, lane);
    }
  };

  const follow = async (key: string, lane: Lane) => {
    const isOver = (id: string) => {
      lane.again = false;
      return stopped || id === lane.last;
    };
    try {
      let at: number | undefined;
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
    settled,
    stop: async () => {
      stopped = true;
      timers.stop();
      await settled();
    },
  };
}
