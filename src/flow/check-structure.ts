import type { Report } from "./check.ts";
import type { Flow, Need, Rule } from "./flow.ts";
import { everyRule } from "./rules.ts";
import type { Sign } from "./signs.ts";

/** The shape of the talk: where it can go, whether it can end well and badly, and whether it always ends. */
export function checkStructure(flow: Flow, report: Report): void {
  const ways = waysBetween(flow);
  const reached = reachableFrom(flow.start, ways);
  for (const mood of Object.keys(flow.moods))
    if (!reached.has(mood))
      report(
        "error",
        "mood/never-reached",
        ["moods", mood],
        `No rule ever leads to "${mood}".`,
        `Add a rule with  go: ${mood}  or remove this mood.`,
        "key",
      );
  for (const ending of Object.keys(flow.endings))
    if (!reached.has(ending))
      report(
        "error",
        "ending/never-reached",
        ["endings", ending],
        `No rule and no limit leads to "${ending}".`,
        `Add a rule with  go: ${ending}  or remove this ending.`,
        "key",
      );
  for (const outcome of ["good", "bad"] as const)
    if (!Object.values(flow.endings).some((ending) => ending.outcome === outcome))
      report(
        "error",
        `ending/no-${outcome}`,
        ["endings"],
        `This flow has no ending with  outcome: ${outcome}.`,
        `Add an ending with  outcome: ${outcome}, so that what the trainee does matters.`,
        "key",
      );
  checkWaysOut(flow, ways, reached, report);
  if (!flow.limits.some((limit) => limit.needs.every((need) => need.kind === "turns")))
    report(
      "error",
      "limit/no-turns",
      ["limits"],
      "Nothing ends this talk when it goes on and on.",
      "Add to limits:  - { need: { turns: at least 14 }, go: <an ending> }",
      "key",
    );
  checkCovered(flow, report);
}

function checkWaysOut(
  flow: Flow,
  ways: Map<string, Set<string>>,
  reached: Set<string>,
  report: Report,
): void {
  const good = Object.keys(flow.endings).filter((name) => flow.endings[name]?.outcome === "good");
  for (const mood of Object.keys(flow.moods).filter((name) => reached.has(name))) {
    if ((ways.get(mood)?.size ?? 0) === 0)
      report(
        "error",
        "mood/dead-end",
        ["moods", mood],
        `Nothing the trainee does leads out of "${mood}".`,
        "Add a rule with  go:  to another mood or an ending.",
        "key",
      );
    else if (good.length > 0 && !good.some((ending) => reachableFrom(mood, ways).has(ending)))
      report(
        "warning",
        "mood/no-way-to-good",
        ["moods", mood],
        `From "${mood}" no good ending can be reached any more.`,
        "Add a way back, so that a trainee can repair what went wrong.",
        "key",
      );
  }
}

// Limits end a talk from everywhere, but they are no way out that a trainee takes: they count for reaching only.
function waysBetween(flow: Flow): Map<string, Set<string>> {
  const shared = flow.anywhere.flatMap((rule) => rule.go ?? []);
  const ways = new Map<string, Set<string>>();
  for (const [name, mood] of Object.entries(flow.moods))
    ways.set(
      name,
      new Set([...mood.rules.flatMap((rule) => rule.go ?? []), ...shared].filter((go) => go !== name)),
    );
  ways.set("", new Set(flow.limits.map((limit) => limit.go)));
  return ways;
}

function reachableFrom(start: string, ways: Map<string, Set<string>>): Set<string> {
  const reached = new Set([start, ...(ways.get("") ?? [])]);
  for (const place of reached) for (const next of ways.get(place) ?? []) reached.add(next);
  return reached;
}

function checkCovered(flow: Flow, report: Report): void {
  const rules = everyRule(flow);
  for (const [at, { rule, path, mood }] of rules.entries()) {
    if (rule.when.length === 0 && rule.needs.length === 0 && rule.without.length === 0)
      report(
        "error",
        "rule/no-when",
        path,
        "This rule does not say when it happens.",
        "Add  when:  with what the message shows.",
      );
    const earlier = rules.slice(0, at).filter((other) => other.mood === mood);
    const cover = earlier.find((other) => covers(other.rule, rule));
    if (cover)
      report(
        "error",
        "rule/never-used",
        path,
        `This rule can never happen: the rule on line ${cover.rule.line} always fits first.`,
        "Move the more special rule up, or change one of them.",
      );
  }
}

const implied: Partial<Record<Sign, Sign>> = {
  "generic-validation": "validation",
  "specific-validation": "validation",
  "routine-question": "question",
  "exploring-question": "question",
  "generic-de-escalation": "de-escalation",
  "concrete-de-escalation": "de-escalation",
  "premature-solution": "solution",
  "repeated-apology": "apology",
};

const covers = (first: Rule, second: Rule) =>
  first.when.every((sign) => second.when.some((other) => other === sign || implied[other] === sign)) &&
  first.without.every((sign) => second.without.includes(sign)) &&
  first.needs.every((need) => second.needs.some((other) => sameOrNarrower(other, need)));

function sameOrNarrower(narrow: Need, wide: Need): boolean {
  if (narrow.kind === "meter" && wide.kind === "meter")
    return (
      narrow.meter === wide.meter &&
      narrow.amount.from >= wide.amount.from &&
      narrow.amount.to <= wide.amount.to
    );
  if (narrow.kind === "turns" && wide.kind === "turns")
    return narrow.amount.from >= wide.amount.from && narrow.amount.to <= wide.amount.to;
  return JSON.stringify(narrow) === JSON.stringify(wide);
}
