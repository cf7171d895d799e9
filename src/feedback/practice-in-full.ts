import type { Session, Turn } from "../session/session.ts";
import type { Finding, Reading } from "../skills/reading.ts";
import { type Beside, debrief } from "./debrief.ts";
import { tellDebrief } from "./tell.ts";

/** What one message showed, and the words that show it. */
export type Shown = { what: string; howSure: string; inTheWords: string[]; why: string };

/** Everything there is to know of a practice, for whoever did it, in names that need no explanation. */
export type PracticeInFull = {
  flow: string;
  title: string;
  customer: string;
  /** Whether it is going on, or how it was left. */
  state: string;
  /** The id of its ending. */
  ending: string | undefined;
  hintsTaken: number;
  messages: {
    message: number;
    theCustomerSaid: string[];
    youWrote: string;
    itShowed: Shown[];
    itAskedFor: string[];
    theCustomerAnswered: string[];
    whyTheyAnsweredSo: string | undefined;
    /** From 0 to 100. */
    howTheyFeltThen: Record<string, number>;
  }[];
  /** Which messages the trainee picked before any verdict. */
  yourOwnView: Beside["ownView"];
  /** What the trainee was told at the end, line by line, as long as its words are kept. */
  debrief: string[] | undefined;
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
    state: STATES[state],
    ending: play.standing.ending,
    hintsTaken: hints,
    messages: turns.map(messageInFull),
    yourOwnView: beside.ownView,
    debrief: over && !wordless ? linesOf(tellDebrief(debrief(session, beside))) : undefined,
  };
}

const STATES: Record<Session["state"], string> = {
  playing: "going on",
  paused: "paused",
  stopped: "stopped early",
  ended: "over",
};

const linesOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

const messageInFull = (turn: Turn): PracticeInFull["messages"][number] => ({
  message: turn.n,
  theCustomerSaid: turn.customerSaid,
  youWrote: turn.reply,
  itShowed: shownIn(turn.reading),
  itAskedFor: turn.reading.asks,
  theCustomerAnswered: turn.says,
  whyTheyAnsweredSo: turn.because,
  howTheyFeltThen: turn.meters,
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
  what: what.replaceAll("_", " "),
  howSure: certainty,
  inTheWords: evidence.map(({ quote }) => quote),
  why,
});
