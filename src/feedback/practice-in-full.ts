import type { Session, Turn } from "../session/session.ts";
import type { Finding, Reading } from "../skills/reading.ts";
import { type Beside, debrief } from "./debrief.ts";
import { tellDebrief } from "./tell.ts";

/** What one message showed, and the words that show it. */
export type Shown = { showed: string; sure: string; words: string[]; why: string };

/** Everything there is to know of a practice, for whoever did it, in names that need no explanation. */
export type PracticeInFull = {
  flow: string;
  title: string;
  customer: string;
  state: string;
  /** The id of its ending. */
  ending: string | undefined;
  hints: number;
  turns: {
    message: number;
    customerSaid: string[];
    youWrote: string;
    itShowed: Shown[];
    itAskedFor: string[];
    because: string | undefined;
    customerFelt: Record<string, number>;
    customerAnswered: string[];
  }[];
  /** Which messages the trainee picked before any verdict. */
  yourOwnView: Beside["ownView"];
  /** What the trainee was told at the end, as long as its words are kept. */
  debrief: string | undefined;
};

/** A practice with everything that was said and read in it; without words where they are kept no more. */
export function practiceInFull(
  session: Session,
  { wordless = false, ...beside }: Beside & { wordless?: boolean | undefined } = {},
): PracticeInFull {
  const { flow, state, play, hints, turns } = session;
  const over = state === "ended" || state === "stopped";
  return {
    flow: flow.id,
    title: flow.title,
    customer: flow.persona.name,
    state,
    ending: play.standing.ending,
    hints,
    turns: turns.map(turnInFull),
    yourOwnView: beside.ownView,
    debrief: over && !wordless ? tellDebrief(debrief(session, beside)) : undefined,
  };
}

const turnInFull = (turn: Turn): PracticeInFull["turns"][number] => ({
  message: turn.n,
  customerSaid: turn.customerSaid,
  youWrote: turn.reply,
  itShowed: shownIn(turn.reading),
  itAskedFor: turn.reading.asks,
  because: turn.because,
  customerFelt: turn.meters,
  customerAnswered: turn.says,
});

const LEVELS = ["", "general", "specific"] as const;

function shownIn({ validation, question, deescalation, solution, ...tagged }: Reading): Shown[] {
  const skills = { validation, question, "de-escalation": deescalation };
  return [
    ...Object.entries(skills).flatMap(([skill, found]) =>
      found.level > 0 ? [shown(`${skill}, ${LEVELS[found.level]}`, found)] : [],
    ),
    ...(solution.present ? [shown("a solution", solution)] : []),
    ...[...tagged.escalating, ...tagged.faults, ...tagged.moves].map((one) => shown(one.tag, one)),
  ];
}

const shown = (what: string, { certainty, evidence, why }: Finding): Shown => ({
  showed: what.replaceAll("_", " "),
  sure: certainty,
  words: evidence.map(({ quote }) => quote),
  why,
});
