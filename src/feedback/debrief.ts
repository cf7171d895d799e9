import type { Session } from "../session/session.ts";
import { type CustomerTurn, customerView, rating } from "./customer-view.ts";
import { keepOf, type Suggestion, tryOf } from "./keep-and-try.ts";
import { findMoments, type Moment } from "./moments.ts";
import { type SkillReport, skillReports } from "./skill-report.ts";

/** What a trainee is shown when a practice is over, also when it was stopped early. */
export type Debrief = {
  flow: string;
  title: string;
  customer: string;
  /** Missing when the practice was stopped before an ending. */
  ending:
    | { id: string; outcome: "good" | "mixed" | "bad"; words: string; because: string | undefined }
    | undefined;
  turns: number;
  hints: number;
  /** 0–10, the customer's own. */
  rating: number;
  skills: SkillReport[];
  keep: Suggestion | undefined;
  try: Suggestion | undefined;
  moments: Moment[];
  /** The message that moved the customer most, for better or worse. */
  turning: { turn: number; better: boolean } | undefined;
  view: CustomerTurn[];
  care: string | undefined;
};

/** The debrief of a session as data; it quotes only what the trainee wrote. */
export function debrief(session: Session): Debrief {
  const { flow, turns, play } = session;
  const ending = flow.endings[play.standing.ending ?? ""];
  const skills = skillReports(session);
  const moments = findMoments(session);
  const view = customerView(session);
  return {
    flow: flow.id,
    title: flow.title,
    customer: flow.persona.name,
    ending: ending && {
      id: play.standing.mood,
      outcome: ending.outcome,
      words: ending.debrief,
      because: turns.at(-1)?.because,
    },
    turns: turns.length,
    hints: session.hints,
    rating: rating(session),
    skills,
    keep: keepOf(session, skills, view),
    try: tryOf(session, skills, moments, view),
    moments,
    turning: turningPoint(view),
    view,
    care: flow.care.heavy || ending?.outcome === "bad" ? flow.care.after : undefined,
  };
}

const LEAST_TURN = 8;

function turningPoint(view: CustomerTurn[]): Debrief["turning"] {
  const most = [...view].sort((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
  return most && Math.abs(most.change) >= LEAST_TURN
    ? { turn: most.turn, better: most.change > 0 }
    : undefined;
}
