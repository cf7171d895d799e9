import type { Pronoun } from "../flow/flow.ts";
import { type Session, saidIntoSilence } from "../session/session.ts";
import { type CustomerTurn, customerView, rating } from "./customer-view.ts";
import { keepOf, type Suggestion, tryOf } from "./keep-and-try.ts";
import { findMoments, type Moment } from "./moments.ts";
import { answerOwnView, type OwnView } from "./own-view.ts";
import { type SkillReport, skillReports } from "./skill-report.ts";
import { type ThenAndNow, thenAndNow } from "./then-and-now.ts";

/** What a trainee is shown when a practice is over, also when it was stopped early. */
export type Debrief = {
  flow: string;
  title: string;
  customer: string;
  pronoun: Pronoun;
  /** Missing when the practice was stopped before an ending. */
  ending:
    | {
        id: string;
        outcome: "good" | "mixed" | "bad";
        words: string;
        because: string | undefined;
        /** Whether it came while nobody wrote. */
        inSilence: boolean;
      }
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
  /** Where the talk agrees with what the trainee thought of it first, and where not. */
  ownView: string[];
  /** A message that was taken again, beside the first one. */
  compared: ThenAndNow | undefined;
};

/** What a debrief may know besides the session: what the trainee thought first, and the talk a retry goes back to. */
export type Beside = {
  ownView?: OwnView | undefined;
  retried?: { first: Session; turn: number } | undefined;
};

/** The debrief of a session as data; it quotes only what the trainee wrote. */
export function debrief(session: Session, { ownView, retried }: Beside = {}): Debrief {
  const { flow, turns, play } = session;
  const ending = flow.endings[play.standing.ending ?? ""];
  const skills = skillReports(session);
  const moments = findMoments(session);
  const view = customerView(session);
  return {
    flow: flow.id,
    title: flow.title,
    customer: flow.persona.name,
    pronoun: flow.persona.pronoun,
    ending: ending && {
      id: play.standing.mood,
      outcome: ending.outcome,
      words: ending.debrief,
      because: play.standing.talk.last.because,
      inSilence: saidIntoSilence(session).length > 0,
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
    ownView: ownView ? answerOwnView(session, ownView) : [],
    compared: retried && thenAndNow(retried.first, session, retried.turn),
  };
}

const LEAST_TURN = 8;

function turningPoint(view: CustomerTurn[]): Debrief["turning"] {
  const most = [...view].sort((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
  return most && Math.abs(most.change) >= LEAST_TURN
    ? { turn: most.turn, better: most.change > 0 }
    : undefined;
}
