import { READ_SIGNS, type Sign } from "../flow/signs.ts";
import type { Example } from "../skills/labels.ts";
import { read } from "../skills/read.ts";
import { MOVES, type Move, NO_CONTEXT } from "../skills/reading.ts";

/** Real replies that were labelled with exactly these signs; none when nobody wrote one. */
export type Sayings = (shows: readonly Sign[]) => readonly string[];

// Longer replies tell too much of somebody else's story; so many of one kind are varied enough.
const LONGEST = 220;
const MOST = 60;
const FEW = 3;

/** Sorts the replies of a corpus by what they show. People labelled the skills; the small moves go by the rules. */
export function sayingsFrom(corpus: readonly Example[]): Sayings {
  const byLabels = new Map<string, Example[]>();
  for (const example of corpus) {
    if (example.reply.length > LONGEST) continue;
    const key = keyOf(labelledSigns(example));
    byLabels.set(key, [...(byLabels.get(key) ?? []), example]);
  }
  const known = new Map<string, readonly string[]>();
  return (shows) => {
    const key = keyOf(shows);
    const found = known.get(key) ?? repliesFor(shows, byLabels);
    known.set(key, found);
    return found;
  };
}

function repliesFor(shows: readonly Sign[], byLabels: ReadonlyMap<string, Example[]>): readonly string[] {
  const labels = shows.filter((sign) => !isMove(sign));
  const moves = shows.filter(isMove);
  const labelled = spread(byLabels.get(keyOf(labels)) ?? [], MOST).map((example) => ({
    reply: example.reply,
    moves: read(example.reply, example.customer, NO_CONTEXT).moves.map(({ tag }) => tag),
  }));
  const fitting = labelled.filter((one) => moves.every((move) => one.moves.includes(move)));
  const exact = fitting.filter((one) => one.moves.length === moves.length);
  return (exact.length >= FEW ? exact : fitting).map(({ reply }) => reply);
}

const isMove = (sign: Sign): sign is Move => (MOVES as readonly Sign[]).includes(sign);
const keyOf = (signs: readonly Sign[]) => [...signs].sort().join(" ");

// Evenly from the whole list, so that every author has a say.
const spread = <T>(list: readonly T[], most: number): T[] =>
  list.filter(
    (_, at) => Math.floor((at * most) / list.length) !== Math.floor(((at - 1) * most) / list.length),
  );

function labelledSigns({
  validation,
  question,
  deescalation,
  solution,
  escalating,
  faults,
}: Example): Sign[] {
  const level = (at: number, generic: Sign, specific: Sign): Sign[] =>
    at === 2 ? [specific] : at === 1 ? [generic] : [];
  const tags = [...escalating, ...faults].map((tag) => tag.replaceAll("_", "-"));
  return [
    ...level(validation, "generic-validation", "specific-validation"),
    ...level(question, "routine-question", "exploring-question"),
    ...level(deescalation, "generic-de-escalation", "concrete-de-escalation"),
    ...(solution > 0 ? (["solution"] as const) : []),
    ...READ_SIGNS.filter((sign) => tags.includes(sign)),
  ];
}
