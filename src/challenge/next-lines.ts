import { debrief } from "../feedback/debrief.ts";
import { editOf } from "../feedback/edit-line.ts";
import type { Suggestion } from "../feedback/keep-and-try.ts";
import { findMoments } from "../feedback/moments.ts";
import { hashOf, variantAt } from "../flow/variants.ts";
import type { Session, Turn } from "../session/session.ts";
import { ERASED } from "./erase-lines.ts";
import { LETTERS } from "./huddle.ts";
import { sampleLines } from "./sample-lines.ts";
import { isNear, plain, unlike } from "./unlike-lines.ts";

/** A line that could come next, and whether it is what was said. */
export type NextLine = { text: string; said: boolean };

// What anybody might say to any customer, for flows that bring too few lines of their own.
const ANYBODY = [
  "Let me look into this for you right away.",
  "Can you tell me a little more about what happened?",
  "I'm sorry about that. I'll see what I can do.",
  "What would help you most at this moment?",
  "Thank you for telling me. I'll check that and come back to you.",
  "I understand. Here is what I can offer.",
];

/** The turns (1-based) of a talk that can be replayed: those whose words are still there. */
export const turnsToReplay = ({ turns }: Session): number[] =>
  turns.filter(({ reply }) => reply !== ERASED && reply.trim() !== "").map(({ n }) => n);

/**
 * Three lines that could come at a turn (1-based): what was said, what a debrief would suggest, and another that
 * somebody might say there. Their order follows from the key and the turn, and says nothing about which is which.
 */
export function nextLines(session: Session, n: number, key: string): NextLine[] {
  const lines = linesByTurn(session, n).get(n) ?? [];
  const seed = hashOf(`${key}/${n}`);
  return lines.flatMap((_, at) => lines[variantAt(seed, "next-lines", lines.length, at)] ?? []);
}

// From the first turn on, so that no line is offered twice while there are others.
function linesByTurn(session: Session, last: number): Map<number, NextLine[]> {
  const tried = debrief(session).try;
  const spoken = new Set(session.turns.map(({ reply }) => plain(reply)));
  const offered = new Set<string>();
  const byTurn = new Map<number, NextLine[]>();
  for (const turn of session.turns.slice(0, last)) {
    const fresh = (text: string) => !spoken.has(plain(text));
    // A change to the very line is near to it on purpose; another that happens to be says nothing new.
    const others = plausible(session, turn).filter((text) => !isNear(text, turn.reply));
    const found = inTurn(suggested(session, turn, tried), others).filter(fresh);
    const isNew = (text: string) => fresh(text) && !offered.has(plain(text));
    const candidates = [...found.filter(isNew), ...ANYBODY.filter(isNew), ...found, ...ANYBODY];
    const isOther = (text: string) => plain(text) !== plain(turn.reply);
    const chosen = unlike(candidates.filter(isOther)).slice(0, LETTERS.length - 1);
    for (const text of chosen) offered.add(plain(text));
    byTurn.set(turn.n, [{ text: turn.reply, said: true }, ...chosen.map((text) => ({ text, said: false }))]);
  }
  return byTurn;
}

/** What a debrief would say of this very line, or the flow's example lines for what the moment calls for. */
function suggested(session: Session, turn: Turn, tried: Suggestion | undefined): string[] {
  const { flow } = session;
  const moments = findMoments(session).filter((moment) => moment.turn === turn.n);
  const about = [...moments.map(({ sign }) => sign), ...(tried?.turn === turn.n ? [tried.about] : [])];
  const edits = about.flatMap((sign) => editOf(session, turn.n, sign)?.text ?? []);
  const examples = moments.flatMap(({ example }) => example ?? []);
  const calls = flow.moods[turn.moodBefore]?.callsFor ?? [];
  return [...edits, ...examples, ...calls.flatMap((skill) => flow.feedback[skill]?.try ?? [])];
}

/** What somebody might say just here: lines of the sample conversations in which the customer stands as they do now. */
function plausible({ flow, turns }: Session, { n, moodBefore }: Turn): string[] {
  const told = new Set([
    ...flow.facts.filter((fact) => fact.known).map(({ id }) => id),
    ...turns.slice(0, n - 1).flatMap(({ revealed }) => revealed),
  ]);
  const here = sampleLines(flow).filter(({ mood }) => mood === moodBefore);
  const fitting = here.filter(({ knows }) => knows.every((fact) => told.has(fact))).map(({ say }) => say);
  // Not always the first that the trainer thought of, and the same for the same talk.
  const from = fitting.length > 0 ? hashOf(`${turns[0]?.reply}/${n}`) % fitting.length : 0;
  return [...fitting.slice(from), ...fitting.slice(0, from)];
}

const inTurn = (some: readonly string[], others: readonly string[]): string[] =>
  Array.from({ length: Math.max(some.length, others.length) }).flatMap((_, at) =>
    [some[at], others[at]].filter((text) => text !== undefined),
  );
