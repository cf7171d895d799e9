import type { Ending } from "../flow/flow.ts";
import { stepsToEnd } from "../flow/ways-to-end.ts";
import type { Session } from "../session/session.ts";
import { wellbeing } from "./customer-view.ts";

/** Where a turn left the customer: how well they were (0–100), and how many steps it was to a good and to a bad end. */
export type Reached = {
  mood: string;
  ending: Ending["outcome"] | undefined;
  well: number;
  toGood: number;
  toBad: number;
};

/** Where a message (1 for the first) left the customer. */
export function reachedAt({ flow, turns }: Session, n: number): Reached | undefined {
  const turn = turns[n - 1];
  return (
    turn && {
      mood: turn.mood,
      ending: flow.endings[turn.mood]?.outcome,
      well: wellbeing(flow, turn.meters),
      toGood: stepsToEnd(flow, turn.mood, "good"),
      toBad: stepsToEnd(flow, turn.mood, "bad"),
    }
  );
}

/** What two answers to the same line did for the customer, beside each other, in a sentence. */
export function tellDifference(then: Reached, now: Reached): string {
  return then.ending || now.ending ? tellEnds(then.ending ?? "on", now.ending ?? "on") : tellStand(then, now);
}

type End = Ending["outcome"] | "on";

const BETTER_END = "This time it came to a better end.";
const WORSE_END = "The first time it had come to a better end.";
const SAME_END = "It came to the same end both times.";

const ENDS: Record<End, Record<End, string>> = {
  good: {
    good: SAME_END,
    mixed: WORSE_END,
    bad: WORSE_END,
    on: "The first time it had come to a good end; this time the talk went on.",
  },
  mixed: {
    good: BETTER_END,
    mixed: SAME_END,
    bad: WORSE_END,
    on: "The first time the customer left it there; this time the talk went on.",
  },
  bad: {
    good: BETTER_END,
    mixed: BETTER_END,
    bad: SAME_END,
    on: "The first one lost the customer; this time the talk went on.",
  },
  on: {
    good: "This time it came to a good end.",
    mixed: "This time the customer left it there; the first time the talk had gone on.",
    bad: "This time it lost the customer; the first time the talk had gone on.",
    on: "",
  },
};

const tellEnds = (then: End, now: End): string => ENDS[then][now];

// By how much wellbeing has to differ before anybody would notice.
const LEAST = 3;

// How somebody feels and where the talk stands are two things: a warm line can feel better and lead nowhere.
function tellStand(then: Reached, now: Reached): string {
  const felt = Math.round(now.well) - Math.round(then.well);
  const feels = Math.abs(felt) < LEAST ? 0 : Math.sign(felt);
  const stands = standing(then, now);
  const where = then.toGood === now.toGood ? "further from a bad end" : "closer to a good end";
  if (feels === 0 && stands === 0)
    return then.mood === now.mood
      ? "For the customer the two came to much the same."
      : "The customer was about as well off either way, and took the two differently.";
  if (feels === 0)
    return stands > 0
      ? `The customer felt much the same, but this time stood ${where}.`
      : `The customer felt much the same, but had stood ${where} the first time.`;
  if (feels > 0)
    return stands < 0
      ? `This time felt better to the customer, who had stood ${where} the first time.`
      : `This time the customer was better off${stands > 0 ? `, and ${where}` : ""}.`;
  return stands > 0
    ? `The first one felt better to the customer, who this time stood ${where}.`
    : `The first one left the customer better off${stands < 0 ? `, and ${where}` : ""}.`;
}

// Better only where nothing speaks against it: as near to a good end and as far from a bad one, and one of them more so.
function standing(then: Reached, now: Reached): number {
  const nearer = Math.sign(compared(then.toGood, now.toGood));
  const safer = Math.sign(compared(now.toBad, then.toBad));
  return nearer * safer < 0 ? 0 : Math.sign(nearer + safer);
}

// Neither way may be there at all, and infinity less infinity is no number.
const compared = (a: number, b: number): number => (a === b ? 0 : a - b);
