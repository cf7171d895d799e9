import type { Clock } from "../slack-double/clock.ts";

/** The real clock, moved forward: Slack's goes by it, and processes are told by how much. */
export type MovedClock = {
  /** By how many ms it is ahead of the real one. */
  offset(): number;
  /** Moves it, in every process, by so many ms. */
  move(ms: number): Promise<void>;
  /** Brings Slack's up to it. */
  keep(): void;
  /** The earliest instant (ms since 1970) that it shows in a process which has just sent something off. */
  sentOff(): number;
  stop(): void;
};

type Around = {
  /** Waits until nothing is on its way to Slack. */
  untilStill(): Promise<void>;
  /** Tells every process by how much it is ahead, and waits until they know. */
  tell(offset: number): Promise<unknown>;
};

/**
 * A post arrives ten seconds after it was sent off at the latest, and is waited for until twelve after it was taken, so
 * between the two the clock is moved by no more; and at once by no more than anything may be on its way.
 */
const MOST_MOVED = 2_000;
const MOST_AT_ONCE = 10_000;
/** How far (ms) what a process sends off may be behind being told. */
const LAG = 1_000;

/** Keeps Slack's clock at the real one, which it is moved ahead of from now on. */
export function movedClock(slacks: Clock, { untilStill, tell }: Around): MovedClock {
  const moves = [{ at: 0, offset: 0 }];
  const offset = () => moves.at(-1)?.offset ?? 0;
  const offsetAt = (instant: number) => moves.findLast(({ at }) => at <= instant)?.offset ?? 0;
  const shown = (instant: number) => instant + offsetAt(instant);
  const keep = () => slacks.advance(Math.max(0, shown(Date.now()) - slacks.now()));
  const timer = setInterval(keep, 10);
  let moved = 0;

  const moveAtOnce = async (ms: number) => {
    if (moved + ms > MOST_MOVED) {
      await untilStill();
      moved = 0;
    }
    moved += ms;
    moves.push({ at: Date.now(), offset: offset() + ms });
    keep();
    await tell(offset());
  };

  return {
    offset,
    move: async (ms) => {
      for (let left = ms; left > 0; left -= MOST_AT_ONCE) await moveAtOnce(Math.min(left, MOST_AT_ONCE));
    },
    keep,
    sentOff: () => shown(Date.now() - LAG),
    stop: () => clearInterval(timer),
  };
}
