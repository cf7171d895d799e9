import type { Flow } from "../flow/flow.ts";
import type { Problem } from "../flow/problem.ts";
import { MADE_UP_TRAINEES } from "./made-up-trainees.ts";
import { messageInWords } from "./message-in-words.ts";
import { talkOf } from "./shortest-talks.ts";
import type { Manner, Row, Simulation } from "./simulate.ts";

/** A gamer may be lucky in so many of a hundred talks, and a skilled trainee has to succeed in so many. */
const MOST_WON_BY_GAMERS = 5;
const FEWEST_WON_BY_SKILLED = 60;
/** In so many of a hundred talks somebody average may lose the customer within two messages. */
const MOST_LOST_IN_TWO = 5;
/** Where the reader sees less than this of what a skilled trainee means, the flow's words are to blame first. */
const FEWEST_AS_MEANT = 80;

const SPOKEN: Record<Manner, string> = { bare: "in bare skills", words: "in real words" };
const IN_NUMBERS = ["no message", "one message", "two messages"];

/** What a trainer should look at after a simulation: warnings first, then hints, each with its place and a remedy. */
export function judgeSimulation(flow: Flow, simulation: Simulation): Problem[] {
  return [
    ...gamersWhoWin(simulation),
    ...skilledWhoCannot(simulation),
    ...lostInTwo(flow, simulation),
    ...neverFired(simulation),
  ].map(({ code, severity, line = flow.moods[flow.start]?.line ?? 1, message, remedy }) => ({
    code: `simulate/${code}`,
    severity,
    message,
    remedy,
    ...placeOf(flow, line),
  }));
}

/** What is found; without a line it is about the whole talk, and stands at the mood in which it begins. */
type Found = Pick<Problem, "code" | "severity" | "message" | "remedy"> & { line: number | undefined };

function placeOf({ file, source }: Flow, line: number): Pick<Problem, "file" | "line" | "column" | "length"> {
  const text = source.split("\n")[line - 1] ?? "";
  return { file, line, column: text.search(/\S|$/) + 1, length: Math.max(1, text.trim().length) };
}

function gamersWhoWin({ rows }: Simulation): Found[] {
  return rows.flatMap((row) => {
    const gamer = MADE_UP_TRAINEES.find(({ name, isGamer }) => name === row.trainee && isGamer);
    if (!gamer || percent(row.good, row) <= MOST_WON_BY_GAMERS) return [];
    return {
      code: "gamer-wins",
      severity: "warning",
      line: row.goodBy,
      message: `A trainee who ${gamer.who} reaches a good ending in ${shown(row.good, row)} of the talks ${SPOKEN[row.manner]}.`,
      remedy:
        "Let the way there need more: a fact that has to be asked for, validation that was heard, or trust.",
    };
  });
}

function skilledWhoCannot({ rows }: Simulation): Found[] {
  return rows
    .filter((row) => row.trainee === "skilled" && percent(row.good, row) < FEWEST_WON_BY_SKILLED)
    .map((row) => ({
      code: "skilled-cannot",
      severity: "warning",
      line: undefined,
      message: `A skilled trainee reaches a good ending in only ${shown(row.good, row)} of the talks ${SPOKEN[row.manner]}.`,
      remedy:
        row.asMeant < FEWEST_AS_MEANT
          ? `The reader saw what was meant in ${row.asMeant} % of their messages. Give it more words under stakes:, feelings: and asked:.`
          : "Make what the good ending needs easier to reach: fewer facts, less trust, or a way back after a slip.",
    }));
}

// Two brush-offs may well end a talk; that somebody who tries loses the customer so soon, or anybody in one message, may not.
function lostInTwo(flow: Flow, simulation: Simulation): Found[] {
  const isTooSoon = simulation.rows.some(
    (row) => row.trainee === "average" && percent(row.lostInTwo, row) > MOST_LOST_IN_TWO,
  );
  return simulation.shortest.flatMap(({ ending, messages }) => {
    if (flow.endings[ending]?.outcome !== "bad" || !messages || messages.length > 2) return [];
    const told = messages.map(messageInWords).join(", then ");
    return {
      code: "lost-in-two",
      severity: isTooSoon || messages.length < 2 ? ("warning" as const) : ("hint" as const),
      line: talkOf(flow, messages).standing.talk.last.line,
      message: `${flow.persona.name} is lost after ${IN_NUMBERS[messages.length]}: ${told}.${alsoLost(simulation)}`,
      remedy:
        "If that is too soon, let a first slip lead to a mood with a way back, and let the ending need more than a second one.",
    };
  });
}

// Whether this happens to people who try is what makes it too soon.
function alsoLost({ rows }: Simulation): string {
  return rows
    .filter((row) => row.trainee === "average" && row.lostInTwo > 0)
    .map(
      (row) =>
        ` It happens to an average trainee in ${shown(row.lostInTwo, row)} of the talks ${SPOKEN[row.manner]}.`,
    )
    .join("");
}

function neverFired({ neverFired }: Simulation): Found[] {
  return neverFired.map(({ line, mood, when }) => ({
    code: "rule-never-fired",
    severity: "hint",
    line,
    message: `Nobody ever came upon this rule${mood ? ` of ${mood}` : ""}${when.length > 0 ? `, for ${when.join(" + ")}` : ""}.`,
    remedy: "It may be for something rare. If it is not, look for a rule above it that is quicker.",
  }));
}

const percent = (count: number, { talks }: Row) => (count / talks) * 100;

/** A share of talks as a person reads it: whole per cent, and never 0 % or 100 % when that is not quite so. */
export function shown(count: number, row: Row): string {
  const rounded = Math.round(percent(count, row));
  if (rounded === 0 && count > 0) return "<1 %";
  if (rounded === 100 && count < row.talks) return ">99 %";
  return `${rounded} %`;
}
