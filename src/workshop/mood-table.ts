import { alwaysHolds, isShown, sameOrNarrower } from "../flow/covers.ts";
import type { Change, Flow, Mood, Need } from "../flow/flow.ts";
import { everyRule } from "../flow/rules.ts";
import { implies, SIGNS, type Sign } from "../flow/signs.ts";
import { type Way, waysOf } from "../flow/ways.ts";
import { changeOf } from "./mood-map.ts";

/** What a message does in a mood under some conditions; without any, in all other cases. `to` is nothing where the mood stays. */
export type Case = { to: string | undefined; needs: Need[]; feel: Change };

/** Messages with the same fate in every mood: what they show, how their signs are felt, and what they do in each mood. */
export type Row = { messages: Sign[][]; change: Change; cells: (Case[] | undefined)[] };

/** What messages do in every mood of a flow. A cell is nothing where such a message cannot be in that mood. */
export type MoodTable = { flow: Flow; moods: string[]; rows: Row[] };

const ALWAYS: Sign[] = [
  "generic-validation",
  "specific-validation",
  "routine-question",
  "exploring-question",
  "generic-de-escalation",
  "concrete-de-escalation",
  "solution",
  "premature-solution",
  "escalating",
];
const ANY_LEVEL: Sign[] = ["validation", "question", "de-escalation"];

/** The table of a flow, read from its compiled machine: the skills first, then other signs it reacts to, then what its rules name together. */
export function moodTable(flow: Flow): MoodTable {
  const ways = Object.entries(waysOf(flow).moods).map(([mood, ways]) => ({ ways, mood: flow.moods[mood] }));
  const rows = messagesOf(flow).map((message) => ({
    messages: [message],
    change: changeOf(flow, { when: message, feel: {} }),
    cells: ways.map(({ ways, mood }) => casesOf(message, ways, mood)),
  }));
  return { flow, moods: Object.keys(flow.moods), rows: merged(rows) };
}

function messagesOf(flow: Flow): Sign[][] {
  const named = everyRule(flow).map(({ rule }) => rule.when);
  const alone = SIGNS.filter(
    (sign) =>
      !ALWAYS.includes(sign) &&
      !ANY_LEVEL.includes(sign) &&
      (named.some((when) => when.includes(sign)) || flow.reactions[sign]),
  );
  const together = named
    .filter((when) => when.length > 1)
    .map((when) => SIGNS.filter((sign) => when.includes(sign)));
  const once = new Map(together.map((signs) => [signs.join(), signs]));
  return [...ALWAYS.map((sign) => [sign]), ...alone.map((sign) => [sign]), ...once.values()];
}

function casesOf(message: Sign[], ways: readonly Way[], mood: Mood | undefined): Case[] | undefined {
  const isPremature = message.includes("premature-solution");
  if (isPremature && !mood?.callsFor.includes("validation")) return undefined;
  const shown = SIGNS.filter((sign) => message.some((one) => implies(one, sign)));
  const cases: Case[] = [];
  for (const { rule, to } of ways) {
    const isMet = rule.when.every((sign) => shown.includes(sign));
    if (!isMet || rule.without.some((sign) => shown.includes(sign))) continue;
    const needs = rule.needs.filter(
      (need) => !alwaysHolds(need) && !isShown(need, message) && !isFirst(need, shown),
    );
    const isPossible = needs.every((need) => canHold(need, shown, isPremature));
    if (!isPossible || cases.some((earlier) => earlier.needs.every((need) => isAmong(needs, need)))) continue;
    cases.push({ to, needs, feel: rule.feel });
  }
  const isDecided = cases.at(-1)?.needs.length === 0;
  return withoutEmptyCases(isDecided ? cases : [...cases, { to: undefined, needs: [], feel: {} }]);
}

// The first message of its kind is one in a row.
const isFirst = (need: Need, shown: Sign[]) =>
  (need.kind === "in-a-row" || need.kind === "times") && need.count <= 1 && shown.includes(need.sign);

function canHold(need: Need, shown: Sign[], isPremature: boolean): boolean {
  if (need.kind === "in-a-row") return shown.includes(need.sign);
  if (need.kind !== "heard") return true;
  if (need.expected) return !isPremature || !need.signs.some((sign) => implies(sign, "validation"));
  return !need.signs.some((sign) => shown.includes(sign));
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const isAmong = (needs: Need[], need: Need) => needs.some((other) => sameOrNarrower(other, need));

// A condition says nothing where the next case, or all that are left, come to the same without it.
function withoutEmptyCases(cases: Case[]): Case[] {
  const kept: Case[] = [];
  for (const one of cases.toReversed()) {
    const [next] = kept;
    const isSame = next && same([one.to, one.feel], [next.to, next.feel]);
    if (!isSame || !next.needs.every((need) => isAmong(one.needs, need))) kept.unshift(one);
  }
  return kept;
}

function merged(rows: readonly Row[]): Row[] {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const fate = JSON.stringify([row.change, row.cells]);
    const known = found.get(fate);
    found.set(fate, known ? { ...known, messages: [...known.messages, ...row.messages] } : row);
  }
  return [...found.values()];
}
