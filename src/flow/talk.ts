import type { Reading } from "../skills/reading.ts";
import { within } from "./amount.ts";
import type { Change, Flow, Line, Need, SkillName } from "./flow.ts";
import { type Sign, signsOf } from "./signs.ts";
import { variantAt } from "./variants.ts";

/** What a machine carries through a talk: plain data, the same for the same messages and seed. */
export type Talk = {
  seed: number;
  trainee: string;
  softer: boolean;
  /** Each 0–100. */
  meters: Record<string, number>;
  turns: number;
  /** In how many turns each sign was shown, and in how many without a break up to now. */
  shown: Partial<Record<Sign, number>>;
  inARow: Partial<Record<Sign, number>>;
  /** Facts the customer told, by id. */
  knows: string[];
  /** How often each pool of lines was drawn from. */
  drawn: Record<string, number>;
  /** Where the meters stood before the last message. */
  before: Record<string, number>;
  /** What came of the last thing that happened. */
  last: Outcome;
};

/** What the persona says next, what the message showed, and which of the trainer's rules answered (its line). */
export type Outcome = {
  says: string[];
  signs: Sign[];
  revealed: string[];
  line: number;
  because: string | undefined;
};

/** A talk before its first message: the persona has just opened it. */
export function openTalk(flow: Flow, seed: number, trainee: string): Talk {
  const talk: Talk = {
    seed,
    trainee,
    softer: false,
    meters: Object.fromEntries(Object.entries(flow.meters).map(([name, meter]) => [name, meter.start])),
    turns: 0,
    shown: {},
    inARow: {},
    knows: flow.facts.filter((fact) => fact.known).map((fact) => fact.id),
    drawn: {},
    before: {},
    last: { says: [], signs: [], revealed: [], line: 1, because: undefined },
  };
  return saying(flow, talk, [{ pool: "opens", lines: flow.opens }]);
}

/** The talk once a message was heard: counted, felt, but not yet answered. */
export function hear(flow: Flow, talk: Talk, callsFor: readonly SkillName[], reading: Reading): Talk {
  const signs = [...signsOf(reading), ...talkSigns(talk, callsFor, reading)];
  if (signs.length === 0) signs.push("nothing");
  const shown = { ...talk.shown };
  const inARow: Talk["inARow"] = {};
  for (const sign of signs) {
    shown[sign] = (talk.shown[sign] ?? 0) + 1;
    inARow[sign] = (talk.inARow[sign] ?? 0) + 1;
  }
  const changes = signs.map((sign) => flow.reactions[sign] ?? {});
  if (signs.includes("repair")) changes.unshift(earnedBack(flow, talk));
  return {
    ...talk,
    meters: moved(flow, talk, changes),
    turns: talk.turns + 1,
    shown,
    inARow,
    before: talk.meters,
    last: { says: [], signs, revealed: [], line: 1, because: undefined },
  };
}

const EARNED_BACK = 2 / 3;

// Somebody who takes back their last message gets back most of what it cost.
function earnedBack(flow: Flow, { meters, before }: Talk): Change {
  const costs = Object.entries(meters).flatMap(([name, now]): [string, number][] => {
    const moved = now - (before[name] ?? now);
    const isWorse = flow.meters[name]?.better === "low" ? moved > 0 : moved < 0;
    return isWorse ? [[name, -Math.round(moved * EARNED_BACK)]] : [];
  });
  return Object.fromEntries(costs);
}

// Signs that no single message can show: they depend on what came before it.
function talkSigns(talk: Talk, callsFor: readonly SkillName[], reading: Reading): Sign[] {
  const validated = reading.validation.level > 0;
  const moves = reading.moves.map((move) => move.tag);
  const moving =
    reading.solution.present ||
    reading.question.level > 0 ||
    reading.deescalation.level === 2 ||
    moves.includes("repair");
  const signs: Sign[] = [];
  if (reading.solution.present && callsFor.includes("validation") && !validated && !talk.shown.validation)
    signs.push("premature-solution");
  if (reading.asks.some((fact) => talk.knows.includes(fact))) signs.push("asked-again");
  if (moves.includes("apology") && (talk.shown.apology ?? 0) >= 2) signs.push("repeated-apology");
  if (validated && !moving && (talk.inARow.validation ?? 0) >= 2) signs.push("dwelling");
  return signs;
}

/** The talk with meters moved, within 0 and 100; a softened talk feels only half of what makes it worse. */
export function feel(flow: Flow, talk: Talk, change: Change): Talk {
  return { ...talk, meters: moved(flow, talk, [change]) };
}

function moved(flow: Flow, { meters, softer }: Talk, changes: readonly Change[]): Talk["meters"] {
  const now = { ...meters };
  for (const change of changes)
    for (const [name, amount] of Object.entries(change)) {
      const worse = flow.meters[name]?.better === "low" ? amount > 0 : amount < 0;
      const by = softer && worse ? Math.trunc(amount / 2) : amount;
      now[name] = Math.min(100, Math.max(0, (now[name] ?? 0) + by));
    }
  return now;
}

/** Whether all conditions hold in a talk; `knows` means before the persona answers. */
export function holds(needs: readonly Need[], talk: Talk): boolean {
  return needs.every((need) => holdsOne(need, talk));
}

function holdsOne(need: Need, talk: Talk): boolean {
  switch (need.kind) {
    case "meter":
      return within(talk.meters[need.meter] ?? 0, need.amount);
    case "turns":
      return within(talk.turns, need.amount);
    case "heard":
      return need.expected
        ? need.signs.every((sign) => (talk.shown[sign] ?? 0) > 0)
        : need.signs.every((sign) => (talk.shown[sign] ?? 0) === 0);
    case "knows":
      return need.facts.every((fact) => talk.knows.includes(fact) === need.expected);
    case "in-a-row":
      return (talk.inARow[need.sign] ?? 0) >= need.count;
    case "times":
      return (talk.shown[need.sign] ?? 0) >= need.count;
  }
}

/** Lines that belong together under one name, of which one is said at a time. */
export type Pool = { pool: string; lines: readonly Line[] };

/** The talk with one line said from each pool; pools without lines say nothing. */
export function saying(flow: Flow, talk: Talk, pools: readonly Pool[]): Talk {
  const drawn = { ...talk.drawn };
  const says = pools.flatMap(({ pool, lines }) => {
    const count = drawn[pool] ?? 0;
    const line = lines[variantAt(talk.seed, pool, lines.length, count)];
    if (!line) return [];
    drawn[pool] = count + 1;
    const text = talk.softer && line.softer ? line.softer : line.say;
    return [named(text, talk, flow)];
  });
  return { ...talk, drawn, last: { ...talk.last, says } };
}

function named(text: string, { trainee }: Talk, { persona }: Flow): string {
  if (!text.includes("{")) return text;
  return text.replaceAll("{trainee}", trainee).replaceAll("{persona}", persona.name);
}
