import type { Report } from "./check.ts";
import { contradiction } from "./contradiction.ts";
import { covers } from "./covers.ts";
import type { Flow, Rule } from "./flow.ts";
import { lastTurn, tooLate } from "./last-turn.ts";
import { everyRule } from "./rules.ts";

/** Rules that can never happen, or change nothing where they lead. */
export function checkRules(flow: Flow, report: Report): void {
  const rules = everyRule(flow);
  const last = lastTurn(flow);
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
    const late = tooLate(rule.needs, last);
    if (late)
      report(
        "error",
        "rule/too-late",
        [...path, "need"],
        `This rule can never happen: ${late}`,
        `Take a smaller number, or let the talk go on for longer under limits.`,
      );
    if (rule.go !== undefined && rule.go === mood)
      report(
        "hint",
        "rule/leads-to-itself",
        [...path, "go"],
        `This rule leads to "${mood}", where the talk is already.`,
        "Leave out  go:  if the mood should stay, or name another one.",
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
}

const isOpen = (rule: Rule) => rule.when.length + rule.needs.length + rule.without.length === 0;

// A rule for anywhere is covered by one before it, or when each mood has a rule of its own that covers it.
function coverOf(rule: Rule, earlier: Rule[], moods: Rule[][]): Rule | undefined {
  const first = (rules: Rule[]) => rules.find((other) => !isOpen(other) && covers(other, rule));
  const own = first(earlier);
  const inMoods = moods.map(first);
  return own ?? (inMoods.every((found) => found !== undefined) ? inMoods[0] : undefined);
}
