import { debrief } from "../feedback/debrief.ts";
import { gradeOf } from "../feedback/skill-report.ts";
import { SKILL_NAMES, type SkillName } from "../flow/flow.ts";
import type { Session } from "../session/session.ts";

/** A line that a team may be shown if its author agrees, and the skill it shows. */
export type LineToShow = { skill: SkillName; turn: number; quote: string };

// What is longer is no line any more.
const LONGEST = 220;
const SPECIFIC = 2;

/**
 * The line to keep of a practice, if it is one to show: specific, certain and short. After a heavy talk nobody is asked
 * for anything.
 */
export function lineToShow(session: Session): LineToShow | undefined {
  if (session.flow.care.heavy) return undefined;
  const { keep } = debrief(session);
  const turn = keep && session.turns[keep.turn - 1];
  const skill = SKILL_NAMES.find((one) => one === keep?.about);
  if (!keep || !turn || !skill) return undefined;
  const { level, certainty } = gradeOf(turn, skill);
  const quote = keep.quote.replace(/\s+/g, " ").trim();
  if (level < SPECIFIC || certainty === "unsure" || quote.length > LONGEST) return undefined;
  return { skill, turn: keep.turn, quote };
}
