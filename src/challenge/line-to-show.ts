import { customerView } from "../feedback/customer-view.ts";
import { gradeOf } from "../feedback/skill-report.ts";
import { SKILL_NAMES, type SkillName } from "../flow/flow.ts";
import type { Session } from "../session/session.ts";
import type { Counted } from "./challenge.ts";

/** A line that a team may be shown if its author agrees, and the skill it shows. */
export type LineToShow = { skill: SkillName; turn: number; quote: string };

// What is longer is no line any more.
const LONGEST = 220;
const SPECIFIC = 2;

/**
 * The line of a practice that its author is asked about: the best one of what the challenge counts, such as a question
 * where questions count or a line of the message (1-based) that was mended; else the best one of any skill.
 */
export const lineToShow = (session: Session, counted: Counted, mended?: number): LineToShow | undefined =>
  best(showable(session), counted, mended);

/** The line of a practice that its author was asked about, as long as its words are kept. */
export const lineAskedAbout = (session: Session, quote: string, counted: Counted): LineToShow | undefined =>
  best(
    showable(session).filter((line) => line.quote === quote),
    counted,
  );

function best(lines: readonly LineToShow[], counted: Counted, mended?: number): LineToShow | undefined {
  const isCounted = ({ skill, turn }: LineToShow) =>
    counted === "repairs" ? turn === mended : skill === counted;
  return lines.find(isCounted) ?? lines[0];
}

/**
 * The lines that are specific, certain and short, in messages without anything that inflames; what helped the customer
 * most comes first. After a heavy talk nobody is asked for anything.
 */
function showable(session: Session): LineToShow[] {
  if (session.flow.care.heavy) return [];
  const helped = customerView(session).map(({ change }) => change);
  const change = ({ turn }: LineToShow) => helped[turn - 1] ?? 0;
  return SKILL_NAMES.flatMap((skill) => linesOf(session, skill)).sort(
    (a, b) => change(b) - change(a) || a.turn - b.turn,
  );
}

const linesOf = ({ turns }: Session, skill: SkillName): LineToShow[] =>
  turns.flatMap((turn) => {
    const { level, certainty, evidence } = gradeOf(turn, skill);
    const quote = (evidence[0]?.quote ?? turn.reply).replace(/\s+/g, " ").trim();
    const isClear = level === SPECIFIC && certainty !== "unsure" && turn.reading.escalating.length === 0;
    return isClear && quote.length <= LONGEST ? [{ skill, turn: turn.n, quote }] : [];
  });
