import type { Clock } from "../slack-double/clock.ts";

/** The real clock, moved forward: Slack's goes by it, and processes are told by how much. */
export type MovedClock = {
  /** By how many ms it is ahead of the real one. */
  offset(): number;
  move(ms: number): void;
  /** Brings Slack's up to it. */
  keep(): void;
  /** The earliest instant (ms since 1970) that it shows in a process which has just sent something off. */
  sentOff(): number;
  stop(): void;
};

/** How far (ms) what a process sends off may be behind being told. */
const LAG = 1_000;

/** Keeps Slack's clock at the real one, which it is moved ahead of from now on. */
export function movedClock(slacks: Clock): MovedClock {
  const moves = [{ at: 0, offset: 0 }];
  const offsetAt = (instant: number) => moves.findLast(({ at }) => at <= instant)?.offset ?? 0;
  const shown = (instant: number) => instant + offsetAt(instant);
  const keep = () => slacks.advance(Math.max(0, shown(Date.now()) - slacks.now()));
  const timer = setInterval(keep, 10);
  return {
    offset: () => offsetAt(Date.now()),
    move: (ms) => {
      const at = Date.now();
      moves.push({ at, offset: offsetAt(at) + ms });
      keep();
    },
    keep,
    sentOff: () => shown(Date.now() - LAG),
    stop: () => clearInterval(timer),
  };
}
