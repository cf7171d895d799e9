import type { Flow } from "../flow/flow.ts";
import { everyRule } from "../flow/rules.ts";
import type { Sign } from "../flow/signs.ts";
import { hashOf } from "../flow/variants.ts";
import type { MadeUpTrainee } from "./made-up-trainee.ts";
import { MADE_UP_TRAINEES } from "./made-up-trainees.ts";
import { type Rehearsal, rehearse } from "./rehearse.ts";
import type { Sayings } from "./sayings.ts";
import { type ShortestTalk, shortestTalks } from "./shortest-talks.ts";

/** How made-up trainees talk: their signs are taken as they stand, or put in words that the reader reads. */
export const MANNERS = ["bare", "words"] as const;
export type Manner = (typeof MANNERS)[number];

/** How the talks of one made-up trainee went in one manner. */
export type Row = {
  trainee: string;
  manner: Manner;
  talks: number;
  /** How many talks came to each ending; none is left out. */
  endings: Record<string, number>;
  /** How many talks came to a good ending, and the line of the rule that mostly led there. */
  good: number;
  goodBy: number | undefined;
  /** How many talks came to a bad ending within two messages. */
  lostInTwo: number;
  /** Messages in a talk, on average. */
  turns: number;
  /** How many of a hundred messages showed what they were meant to show. */
  asMeant: number;
};

/** Everything that a simulation found in a flow: plain data, the same for the same flow, seed and counts. */
export type Simulation = {
  flow: string;
  seed: number;
  rows: Row[];
  neverFired: { line: number; mood: string | undefined; when: Sign[] }[];
  neverReached: string[];
  /** How many messages the shortest of the talks to each ending had. */
  quickest: Record<string, number>;
  shortest: ShortestTalk[];
};

/** How much is simulated: so many talks of each made-up trainee in each manner, so many messages tried for each ending. */
export type Amounts = { seed: number; talks: Record<Manner, number>; tries: number };

/** How many talks a simulation plays in all. */
export const talksIn = ({ talks }: Amounts) => MADE_UP_TRAINEES.length * (talks.bare + talks.words);

/** Lets every made-up trainee play a flow; `onTalk` is called after each talk. */
export function simulate(
  flow: Flow,
  amounts: Amounts,
  sayings: Sayings,
  onTalk: () => void = () => {},
): Simulation {
  const fired = new Set<number>();
  const quickest: Record<string, number> = {};
  const rows = MANNERS.filter((manner) => amounts.talks[manner] > 0).flatMap((manner) =>
    MADE_UP_TRAINEES.map((trainee) => {
      const talks = Array.from({ length: amounts.talks[manner] }, (_, run) => {
        const seed = hashOf(`${amounts.seed}/${flow.id}/${trainee.name}/${manner}/${run}`);
        const talk = rehearse(flow, trainee, seed, manner === "words" ? sayings : undefined);
        for (const line of talk.fired) fired.add(line);
        if (talk.ending) quickest[talk.ending] = Math.min(talk.turns, quickest[talk.ending] ?? Infinity);
        onTalk();
        return talk;
      });
      return rowOf(flow, trainee, manner, talks);
    }),
  );
  return {
    flow: flow.id,
    seed: amounts.seed,
    rows,
    neverFired: everyRule(flow)
      .filter(({ rule }) => !fired.has(rule.line))
      .map(({ rule: { line, when }, mood }) => ({ line, mood, when })),
    neverReached: Object.keys(flow.endings).filter((ending) => quickest[ending] === undefined),
    quickest,
    shortest: shortestTalks(flow, amounts.tries),
  };
}

function rowOf(flow: Flow, { name }: MadeUpTrainee, manner: Manner, talks: readonly Rehearsal[]): Row {
  const outcomeOf = ({ ending }: Rehearsal) => flow.endings[ending ?? ""]?.outcome;
  const good = talks.filter((talk) => outcomeOf(talk) === "good");
  const turns = sum(talks.map((talk) => talk.turns));
  return {
    trainee: name,
    manner,
    talks: talks.length,
    endings: Object.fromEntries(
      Object.keys(flow.endings).map((ending) => [
        ending,
        talks.filter((talk) => talk.ending === ending).length,
      ]),
    ),
    good: good.length,
    goodBy: mostCommon(good.flatMap((talk) => talk.fired.slice(-1))),
    lostInTwo: talks.filter((talk) => outcomeOf(talk) === "bad" && talk.turns <= 2).length,
    turns: Math.round((turns / talks.length) * 10) / 10,
    asMeant: Math.round((sum(talks.map((talk) => talk.asMeant)) / Math.max(1, turns)) * 100),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((so, number) => so + number, 0);

function mostCommon(lines: readonly number[]): number | undefined {
  const count = (line: number) => lines.filter((other) => other === line).length;
  return [...new Set(lines)].sort((a, b) => count(b) - count(a) || a - b)[0];
}
