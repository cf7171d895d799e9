import { READ_SIGNS, type Sign } from "../flow/signs.ts";
import type { Session, Turn } from "../session/session.ts";
import { type Assessment, assessmentOf } from "../skills/assess.ts";
import { appealablesOf, type Opinion } from "./appealable.ts";

/** What a reading says of a line as plain labels, without the words that show it. */
export type Labels = Omit<Assessment, "id" | "evidence">;

/** One step of the talk before an appealed line: what a message showed, without its words, or a silence. */
export type WordlessStep = { show: Sign[]; asks: string[] } | { idle: true };

/** The words that somebody allowed a trainer to use, with what a trainer needs around them. It names nobody. */
export type AppealedLine = {
  flow: string;
  seed: number;
  turn: number;
  before: WordlessStep[];
  customer: string;
  reply: string;
  /** At most 1,000 characters. */
  why: string | undefined;
  labels: Labels;
};

/** One "I see it differently". Without consent it has no words, so none can be handed on. */
export type Appeal = {
  practice: string;
  /** 1 for the first. */
  turn: number;
  about: Sign;
  said: Opinion;
  thinks: Opinion;
  language: string;
} & ({ consent: true; line: AppealedLine } | { consent: false });

/** What a trainee says of one part of a reading. */
export type Disagreement = {
  turn: number;
  about: string;
  thinks: string;
  why: string | undefined;
  consent: boolean;
};

/** How much one may write about why. */
export const LONGEST_WHY = 1_000;

/** The appeal that a trainee makes, or nothing when that turn has no such reading or nothing else can be said of it. */
export function appealOf(
  session: Session,
  practice: string,
  { turn: n, about, thinks, why, consent }: Disagreement,
): Appeal | undefined {
  const turn = session.turns[n - 1];
  const found = turn && appealablesOf(turn).find((one) => one.about === about);
  const opinion = found?.others.find((other) => other === thinks);
  if (!turn || !found || !opinion) return undefined;
  const { language } = session.flow;
  const appeal = { practice, turn: n, about: found.about, said: found.said, thinks: opinion, language };
  return consent ? { ...appeal, consent, line: lineOf(session, turn, why) } : { ...appeal, consent };
}

function lineOf(session: Session, turn: Turn, why: string | undefined): AppealedLine {
  const { flow, record } = session;
  const nameless = (words: string) => withoutName(words, record.trainee);
  const { id: _id, evidence: _evidence, ...labels } = assessmentOf("", turn.reading);
  return {
    flow: flow.id,
    seed: record.seed,
    turn: turn.n,
    before: stepsBefore(session, turn.n),
    customer: nameless(turn.customerSaid.join("\n")),
    reply: nameless(turn.reply),
    why: why?.trim() ? nameless(why.trim().slice(0, LONGEST_WHY)) : undefined,
    labels,
  };
}

// Consent was given for one line, so of those before it only what they showed goes along.
function stepsBefore({ record, turns }: Session, n: number): WordlessStep[] {
  const steps: WordlessStep[] = [];
  let replies = 0;
  for (const event of record.events) {
    if (event.type === "idle") steps.push({ idle: true });
    if (event.type !== "reply") continue;
    replies += 1;
    const turn = turns[replies - 1];
    if (replies >= n || !turn) break;
    steps.push({ show: turn.signs.filter(isRead), asks: turn.reading.asks });
  }
  return steps;
}

const isRead = (sign: Sign) => (READ_SIGNS as readonly Sign[]).includes(sign);

/** Who a trainer reads of instead of the trainee; the flows' own tests call their trainee the same. */
const SOMEBODY = "Sam";
// What the app calls people whose name it does not know.
const NOBODY = "there";

/** The same words with another name in place of the trainee's, also where the customer says it. */
export function withoutName(words: string, name: string): string {
  if (name === NOBODY || name === "") return words;
  const capitalised = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  return [...new Set([name, capitalised])].reduce(replaced, words);
}

const replaced = (words: string, name: string) =>
  words.replaceAll(name, (found, at: number) =>
    isLetter(words[at - 1]) || isLetter(words[at + found.length]) ? found : SOMEBODY,
  );

const isLetter = (character = "") => /[\p{L}\p{N}]/u.test(character);
