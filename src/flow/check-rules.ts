import type { Report } from "./check.ts";
import { covers } from "./covers.ts";
import type { Flow, Rule } from "./flow.ts";
import { everyRule } from "./rules.ts";
import { implies } from "./signs.ts";

/** Rules that can never happen, and limits that always do. */
export function checkRules(flow: Flow, report: Report): void {
  const rules = everyRule(flow);
  for (const [at, { rule, path, mood }] of rules.entries()) {
    if (isOpen(rule)) {
      report(
        "error",
        "rule/no-when",
        path,
        "This rule does not say when it happens.",
        "Add  when:  with what the message shows.",
      );
      continue;
    }
    const clash = contradiction(rule, mood === undefined ? undefined : flow.moods[mood]?.callsFor);
    if (clash)
      report(
        "error",
        "rule/contradiction",
        path,
        `This rule can never happen: ${clash}`,
        "Leave out one of the two.",
      );
    const cover = coverOf(
      rule,
      rules
        .slice(0, at)
        .filter((other) => other.mood === mood)
        .map((other) => other.rule),
      mood === undefined ? Object.values(flow.moods).map((one) => one.rules) : [],
    );
    if (cover)
      report(
        "error",
        "rule/never-used",
        path,
        `This rule can never happen: the rule on line ${cover.line} always fits first.`,
        "Move the more special rule up, or change one of them.",
      );
  }
  flow.limits.forEach((limit, index) => {
    if (limit.needs.length === 0)
      report(
        "error",
        "limit/no-need",
        ["limits", index],
        "This limit does not say when it is reached, so it would end the talk at once.",
        "Write when under need:, such as  need: { turns: at least 14 }",
      );
  });
}

const isOpen = (rule: Rule) => rule.when.length + rule.needs.length + rule.without.length === 0;

// A rule for anywhere is covered by one before it, or when each mood has a rule of its own that covers it.
function coverOf(rule: Rule, earlier: Rule[], moods: Rule[][]): Rule | undefined {
  const first = (rules: Rule[]) => rules.find((other) => !isOpen(other) && covers(other, rule));
  const own = first(earlier);
  const inMoods = moods.map(first);
  return own ?? (inMoods.every((found) => found !== undefined) ? inMoods[0] : undefined);
}

function contradiction(rule: Rule, callsFor: readonly string[] | undefined): string | undefined {
  const { when, without, needs } = rule;
  const excluded = [
    ...without,
    ...needs.flatMap((need) => (need.kind === "heard" && !need.expected ? need.signs : [])),
  ];
  const asked = [
    ...when,
    ...needs.flatMap((need) => (need.kind === "heard" && need.expected ? need.signs : [])),
  ];
  for (const sign of excluded) {
    const shown = (without.includes(sign) ? when : asked).find((other) => implies(other, sign));
    if (shown) return `it asks for "${shown}" and rules out "${sign}".`;
  }
  const facts = (expected: boolean) =>
    needs.flatMap((need) => (need.kind === "knows" && need.expected === expected ? need.facts : []));
  const both = facts(true).find((fact) => facts(false).includes(fact));
  if (both) return `it wants "${both}" to be told and not to be told.`;
  if (when.includes("nothing") && when.length > 1)
    return `a message that shows "nothing" shows nothing else.`;
  for (const skill of ["validation", "de-escalation"] as const)
    if (
      when.includes(`generic-${skill}`) &&
      when.includes(skill === "validation" ? "specific-validation" : "concrete-de-escalation")
    )
      return `a message shows ${skill} either in general words or in words for this customer.`;
  if (callsFor && when.includes("premature-solution") && !callsFor.includes("validation"))
    return `"premature-solution" is only shown in a mood with  calls-for: [validation].`;
  return undefined;
}
