import type { SkillName } from "../flow/flow.ts";
import type { Session, Turn } from "../session/session.ts";
import { wordsOf } from "../skills/words.ts";
import type { CustomerTurn } from "./customer-view.ts";
import { type Edit, editOf } from "./edit-line.ts";
import type { Moment } from "./moments.ts";
import { gradeOf, type Quote, type SkillReport } from "./skill-report.ts";
import { speakOf } from "./speak-of.ts";

/** One thing to keep or to try: the trainee's own line, what to say of it, and a stronger line where there is one. */
export type Suggestion = Quote & {
  about: string;
  /** Unless the reader is sure, the debrief asks instead of saying. */
  sure: boolean;
  words: string;
  example: string | undefined;
  /** The line itself with a small change, where one is possible. */
  edit: Edit | undefined;
};

const WELL_DONE: Record<SkillName, string> = {
  validation: "This showed the customer that you saw what it means for them.",
  question: "This question found out what matters here.",
  "de-escalation": "This gave the customer something they could hold on to.",
};
const A_START: Record<SkillName, string> = {
  validation: "A kind line to begin with. It grows when it names what happened to this customer.",
  question: "Asking is a good beginning. It grows when it follows from what this customer said.",
  "de-escalation": "A step towards calm. It grows when it says who does what, and by when.",
};
const MISSED: Record<SkillName, string> = {
  validation: "I didn't spot a line that says back what this means for the customer.",
  question: "I didn't spot a question about what the solution depends on.",
  "de-escalation": "I didn't spot a concrete next step.",
};
const GENERIC: Record<SkillName, string> = {
  validation: "This would fit any complaint. Say what happened to this customer.",
  question: "This would fit any ticket. Ask about what this customer said.",
  "de-escalation": "This would fit any case. Say who does what, and by when.",
};

/** The line to keep: a skill shown specifically, where it helped the customer most. */
export function keepOf(
  session: Session,
  skills: SkillReport[],
  view: CustomerTurn[],
): Suggestion | undefined {
  const candidates = skills.flatMap(({ skill }) =>
    session.turns
      .filter((turn) => isWorthKeeping(turn, skill))
      .map((turn) => ({
        skill,
        turn,
        level: gradeOf(turn, skill).level,
        helped: view[turn.n - 1]?.change ?? 0,
      })),
  );
  const [best] = candidates.sort((a, b) => b.level - a.level || b.helped - a.helped || a.turn.n - b.turn.n);
  if (!best) return undefined;
  const { skill, turn } = best;
  return {
    about: skill,
    sure: true,
    turn: turn.n,
    quote: gradeOf(turn, skill).evidence[0]?.quote ?? turn.reply,
    words: praise(session, skill, best),
    example: undefined,
    edit: undefined,
  };
}

// A question of a word or two that could be anybody's, such as "ok and?", is nothing to build on.
function isWorthKeeping(turn: Turn, skill: SkillName): boolean {
  const { level, evidence } = gradeOf(turn, skill);
  if (level === 0 || turn.reading.escalating.length > 0) return false;
  const isOwn = level === 2 || skill !== "question";
  return isOwn || wordsOf(evidence[0]?.quote ?? turn.reply).length >= FEWEST;
}

const FEWEST = 3;

// The trainer's praise belongs to a line that was for this customer and that helped; less is said of less.
function praise(
  { flow }: Session,
  skill: SkillName,
  { level, helped }: { level: number; helped: number },
): string {
  if (level < 2) return A_START[skill];
  const own = helped >= HELPED ? flow.feedback[skill]?.wellDone : undefined;
  return own ?? speakOf(flow.persona.pronoun, WELL_DONE[skill]);
}

const HELPED = 5;

/**
 * The one line to try differently: the moment that surely hurt most, else the skill that was missed, else a
 * moment the reader is less sure of.
 */
export function tryOf(
  session: Session,
  skills: SkillReport[],
  moments: Moment[],
  view: CustomerTurn[],
): Suggestion | undefined {
  const change = (turn: number) => view[turn - 1]?.change ?? 0;
  const worst = (sure: boolean) =>
    moments
      .filter((moment) => moment.sure === sure)
      .sort((a, b) => change(a.turn) - change(b.turn))
      .at(0);
  const candidates = [
    fromMoment(worst(true)),
    ...skills.map((report) => missing(session, report)),
    fromMoment(worst(false)),
    ...skills.map((report) => generic(session, report)),
  ];
  const found = candidates.find((candidate) => candidate !== undefined);
  return found && { ...found, edit: editOf(session, found.turn, found.about) };
}

type Unedited = Omit<Suggestion, "edit">;

const fromMoment = (moment: Moment | undefined): Unedited | undefined =>
  moment && {
    about: moment.sign,
    sure: moment.sure,
    turn: moment.turn,
    quote: moment.quote,
    words: moment.words,
    example: moment.example,
  };

function missing({ flow }: Session, { skill, rated, missed }: SkillReport): Unedited | undefined {
  if (rated !== "not spotted" || !missed) return undefined;
  const { missed: words, try: examples } = flow.feedback[skill] ?? { missed: undefined, try: [] };
  return { about: skill, sure: true, ...missed, words: words ?? MISSED[skill], example: examples[0] };
}

function generic({ flow, turns }: Session, { skill, rated, best }: SkillReport): Unedited | undefined {
  const turn = best && turns[best.turn - 1];
  if (rated !== "partly" || !turn || gradeOf(turn, skill).level !== 1) return undefined;
  return { about: skill, sure: true, ...best, words: GENERIC[skill], example: flow.feedback[skill]?.try[0] };
}
