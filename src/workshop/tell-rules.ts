import { type Amount, tellAmount } from "../flow/amount.ts";
import { alwaysHolds, covers } from "../flow/covers.ts";
import type { Need, Rule } from "../flow/flow.ts";
import type { Sign } from "../flow/signs.ts";

const HYPHENED = /\b(de-escalation|non-apology|over-empathy|self-centred)\b/;

/** A name of a flow in plain words: `walked-away` is "walked away". */
export const inWords = (name: string) =>
  name
    .split(HYPHENED)
    .map((part) => (HYPHENED.test(part) ? part : part.replaceAll("-", " ")))
    .join("");

/** What rules that lead the same way ask for, in a few words each; any of these is enough. `inOrder` are all rules of their mood. */
export function tellRules(rules: readonly Rule[], inOrder: readonly Rule[]): string[] {
  const isTold = (rule: Rule, at: number) =>
    rules.some((other, on) => on !== at && covers(other, rule) && (on < at || !covers(rule, other)));
  const before = (rule: Rule) =>
    inOrder.slice(0, inOrder.indexOf(rule)).filter((other) => !rules.includes(other));
  const under = new Map<string, string[]>();
  for (const rule of rules.filter((rule, at) => !isTold(rule, at))) {
    const conditions = [
      tellNeeds(rule.needs, rule.when),
      isForTheRest(rule, before(rule)) ? "otherwise" : "",
    ];
    const without = rule.without.length > 0 ? ` without ${either(rule.without.map(inWords))}` : "";
    const after = `${without}${conditions.map((part) => part && `, ${part}`).join("")}`;
    under.set(after, [...(under.get(after) ?? []), tellSigns(rule)]);
  }
  return [...under].map(([after, signs]) => `${either(signs)}${after}`);
}

// What a message has to show, all of it.
function tellSigns({ when, without, needs }: Rule): string {
  const [first, ...more] = when.map(inWords);
  if (first === undefined) return without.length > 0 || tellNeeds(needs) ? "anything" : "anything else";
  return more.length === 0 ? first : `${first} with ${all(more)}`;
}

// Where a rule for the same signs asks for more, comes first and leads elsewhere, this one is for what remains.
const isForTheRest = (rule: Rule, before: readonly Rule[]) =>
  rule.when.length > 0 &&
  before.some((other) => other.when.every((sign) => rule.when.includes(sign)) && covers(rule, other));

/** Conditions in a few words; nothing where they always hold. A sign that the message is known to show is not named again. */
export const tellNeeds = (needs: readonly Need[], when: readonly Sign[] = []): string =>
  needs
    .filter((need) => !alwaysHolds(need))
    .sort((a, b) => Number(a.kind === "turns") - Number(b.kind === "turns"))
    .map((need) => tellNeed(need, when))
    .join(", ");

function tellNeed(need: Need, when: readonly Sign[]): string {
  switch (need.kind) {
    case "meter":
      return `${inWords(need.meter)} ${tellAmount(need.amount)}`;
    case "turns":
      return tellTurns(need.amount);
    case "heard":
      return need.expected
        ? `after ${all(need.signs.map(inWords))}`
        : `no ${either(need.signs.map(inWords))} so far`;
    case "knows":
      return `${all(need.facts.map(inWords))} ${need.expected ? "" : "not "}told`;
    case "in-a-row":
    case "times": {
      const sign = when.includes(need.sign) ? "" : `${inWords(need.sign)} `;
      return `${sign}at least ${need.count} times${need.kind === "times" ? "" : " in a row"}`;
    }
  }
}

function tellTurns({ from, to }: Amount): string {
  if (to === Number.MAX_SAFE_INTEGER) return `from message ${from} on`;
  return from <= 1 ? `up to message ${to}` : `messages ${from} to ${to}`;
}

const listed = (word: string) => (names: readonly string[]) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;
const all = listed("and");
const either = listed("or");
