import type { Envelope } from "../slack-double/envelope.ts";
import type { Doing } from "./act.ts";
import type { Ground } from "./ground.ts";

/** Slack's way of bringing things to the app: late, repeated, and once more when nobody acknowledged them. */
export type PostOffice = {
  /** Takes something in, to be brought so many ms from now in so many copies. */
  take(doing: Doing, copies?: number, late?: number): void;
  /** Brings everything whose time has come. */
  bringDue(): Promise<void>;
  /** Brings something again that was brought long ago. */
  bringAgain(which: number): Promise<void>;
  /** How many ms there are until something is to be brought; nothing where nothing is. */
  nextIn(): number | undefined;
};

type Parcel = { doing: Doing; envelope: Envelope; copies: number; at: number; tries: number };

/** At once, after one and after five minutes, then every hour: so Slack repeats an event that nobody acknowledged. */
const REPEATED = [0, 60_000, 300_000, ...Array.from({ length: 24 }, () => 3_600_000)];
/** A person who saw that something failed tries again a moment later, and not for ever. */
const TRIED_AGAIN = [3_000, 10_000, 60_000, 120_000];

/** Opens one in front of the instances of a ground. */
export function openPostOffice(ground: Ground): PostOffice {
  const { clock } = ground.slack;
  const waiting: Parcel[] = [];
  const brought: Envelope[] = [];

  const bring = async (parcel: Parcel) => {
    const { doing, envelope, copies, tries } = parcel;
    brought.push(envelope);
    if (await ground.bring(envelope, copies, tries || undefined)) return doing.done?.();
    const { again } = doing;
    const pause = (again ? TRIED_AGAIN : REPEATED)[tries];
    const next = again ? again() : envelope;
    if (pause === undefined || !next) return;
    waiting.push({ doing, envelope: next, copies: 1, at: clock.now() + pause, tries: tries + 1 });
  };

  const takeDue = () => {
    const due = waiting.filter(({ at }) => at <= clock.now());
    for (const one of due) waiting.splice(waiting.indexOf(one), 1);
    return due;
  };

  return {
    take: (doing, copies = 1, late = 0) => {
      waiting.push({ doing, envelope: doing.envelope, copies, at: clock.now() + late, tries: 0 });
    },
    bringDue: async () => {
      for (let due = takeDue(); due.length > 0; due = takeDue())
        await ground.during(async () => {
          await Promise.all(due.map(bring));
        });
    },
    bringAgain: async (which) => {
      const envelope = brought[which % Math.max(1, brought.length)];
      if (envelope?.kind === "event")
        await ground.during(async () => void (await ground.bring(envelope, 1, 3)));
    },
    nextIn: () =>
      waiting.length > 0 ? Math.max(0, Math.min(...waiting.map(({ at }) => at)) - clock.now()) : undefined,
  };
}
