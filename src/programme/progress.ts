import { type SkillReport, skillReports } from "../feedback/skill-report.ts";
import { type Flow, SKILL_NAMES, type SkillName } from "../flow/flow.ts";
import type { Session } from "../session/session.ts";

export type Rated = SkillReport["rated"];

/** How one skill showed in the practices with at least one message, the oldest first. */
export type SkillProgress = {
  skill: SkillName;
  rated: Rated[];
  /** Messages whose moment called for it, over all of these practices. */
  occasions: number;
};

/** What of a practice that is over counts for choosing the next one. */
export type PastPractice = {
  flow: string;
  persona: string;
  tags: string[];
  level: Flow["level"];
  heavy: boolean;
  /** Missing when it was stopped before an ending. */
  outcome: "good" | "mixed" | "bad" | undefined;
  hints: number;
  /** Whether any skill showed clearly. */
  clear: boolean;
};

/** One agent's way through their last practices; nobody else is ever compared with it. */
export type Progress = {
  /** The newest first. */
  practices: PastPractice[];
  skills: SkillProgress[];
};

/** An agent's progress, from their sessions that are over, the newest first. */
export function progressOf(sessions: readonly Session[]): Progress {
  const reports = sessions.map((session) => (session.turns.length > 0 ? skillReports(session) : []));
  return {
    practices: sessions.map((session, index) => pastPractice(session, reports[index] ?? [])),
    skills: SKILL_NAMES.map((skill) => {
      const ofSkill = reports.flatMap((all) => all.filter((report) => report.skill === skill)).reverse();
      return {
        skill,
        rated: ofSkill.map(({ rated }) => rated),
        occasions: ofSkill.reduce((sum, { occasions }) => sum + occasions, 0),
      };
    }),
  };
}

function pastPractice({ flow, play, hints }: Session, reports: readonly SkillReport[]): PastPractice {
  return {
    flow: flow.id,
    persona: flow.persona.name,
    tags: flow.tags,
    level: flow.level,
    heavy: flow.care.heavy,
    outcome: flow.endings[play.standing.ending ?? ""]?.outcome,
    hints,
    clear: reports.some(({ rated }) => rated === "clear"),
  };
}

const LOOKED_BACK_ON = 8;

/** The last practices, the oldest first, in which a skill was rated at all. */
export const ratedOf = ({ rated }: SkillProgress): Rated[] =>
  rated.filter((one) => one !== "not rated").slice(-LOOKED_BACK_ON);

/** The last practices one by one, the oldest first, those too that did not call for the skill. */
export const seriesOf = ({ rated }: SkillProgress): Rated[] => rated.slice(-LOOKED_BACK_ON);

const ENOUGH_PRACTICES = 2;
const ENOUGH_OCCASIONS = 3;
const WORTH: Record<Rated, number> = { clear: 1, partly: 0.5, "not spotted": 0, "not rated": 0 };

/** The skill that showed least, among those with enough occasions to say so; none when all showed clearly. */
export function weakestSkill({ skills }: Progress): SkillName | undefined {
  const [least] = skills
    .filter((one) => ratedOf(one).length >= ENOUGH_PRACTICES && one.occasions >= ENOUGH_OCCASIONS)
    .map((one) => {
      const rated = ratedOf(one);
      return {
        skill: one.skill,
        shown: rated.reduce((sum, rating) => sum + WORTH[rating], 0) / rated.length,
      };
    })
    .filter(({ shown }) => shown < 1)
    .sort((a, b) => a.shown - b.shown);
  return least?.skill;
}

const WITHOUT_HINTS_AFTER = 3;

/** Whether somebody may like to practise without hints: three clear practices with no more than one hint in all. */
export function hintsCanFade({ practices }: Progress): boolean {
  const last = practices.filter(({ clear }) => clear).slice(0, WITHOUT_HINTS_AFTER);
  return last.length === WITHOUT_HINTS_AFTER && last.reduce((sum, { hints }) => sum + hints, 0) <= 1;
}
