import type { Session, Turn } from "../session/session.ts";
import { isStacked } from "../skills/question.ts";
import { type Evidence, SKILLS } from "../skills/reading.ts";
import { tidyEvidence } from "../skills/rules.ts";
import { sentencesOf } from "../skills/sentences.ts";
import { type CustomerTurn, customerView } from "./customer-view.ts";
import { findMoments, type Moment } from "./moments.ts";

/** A stretch of the trainee's line; marked where it is evidence of something. */
export type Stretch = { text: string; marked: boolean };

/** One turn as the debrief goes through it. */
export type TurnTold = {
  turn: number;
  customerSaid: string[];
  reply: Stretch[];
  /** What the line showed, in words; empty when nothing was spotted. */
  showed: string[];
  customer: CustomerTurn;
  moments: Moment[];
};

/** The whole talk, turn by turn, with the trainee's evidence marked. */
export function wholeTalk(session: Session): TurnTold[] {
  const view = customerView(session);
  const moments = findMoments(session);
  return session.turns.map((turn, at) => ({
    turn: turn.n,
    customerSaid: turn.customerSaid,
    reply: marked(turn),
    showed: showedBy(turn, (view[at - 1]?.change ?? 0) < 0),
    customer: view[at] as CustomerTurn,
    moments: moments.filter((moment) => moment.turn === turn.n),
  }));
}

/** Stands before what the customer said into a silence. */
export const SILENCE = "After that there was silence:";

function evidenceOf({ reading }: Turn): Evidence[] {
  const graded = SKILLS.flatMap((skill) => (reading[skill].level > 0 ? reading[skill].evidence : []));
  const tagged = [...reading.escalating, ...reading.faults].flatMap((one) => one.evidence);
  const solution = reading.solution.present ? reading.solution.evidence : [];
  return tidyEvidence([...graded, ...tagged, ...solution]);
}

function marked(turn: Turn): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end } of evidenceOf(turn)) {
    stretches.push({ text: turn.reply.slice(at, start), marked: false });
    stretches.push({ text: turn.reply.slice(start, end), marked: true });
    at = end;
  }
  stretches.push({ text: turn.reply.slice(at), marked: false });
  return stretches.filter(({ text }) => text !== "");
}

const LEVELS: Readonly<Record<(typeof SKILLS)[number], readonly [string, string]>> = {
  validation: ["validation that would fit anyone", "validation for this customer"],
  question: ["a routine question", "a question about this problem"],
  deescalation: ["a general step", "a concrete step"],
};

function showedBy({ reply, reading, signs }: Turn, toMend: boolean): string[] {
  const skills = SKILLS.flatMap((skill) => {
    const { level, certainty } = reading[skill];
    if (level === 0) return [];
    const isForm = skill === "question" && isStacked(sentencesOf(reply));
    const named = isForm ? "several questions at once" : LEVELS[skill][level - 1];
    return [`${named}${certainty === "unsure" ? " (perhaps)" : ""}`];
  });
  const solution = reading.solution.present ? ["a solution"] : [];
  const repair = toMend && signs.includes("repair") ? ["putting right what came before"] : [];
  return [...skills, ...solution, ...repair];
}
