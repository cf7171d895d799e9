import type { Report } from "./check.ts";
import type { Flow } from "./flow.ts";
import { NEED_WORDS } from "./misfit.ts";
import { nearest } from "./problem.ts";
import { everyChange, everyNeed, everyRule } from "./rules.ts";
import type { Path } from "./yaml-source.ts";

/** Names that point nowhere: moods, endings, facts and meters that the flow does not have. */
export function checkReferences(flow: Flow, report: Report): void {
  const moods = Object.keys(flow.moods);
  const endings = Object.keys(flow.endings);
  const facts = flow.facts.map((fact) => fact.id);
  const meters = Object.keys(flow.meters);
  const expectOneOf = (known: string[], kind: string, name: string, path: Path, key?: "key") => {
    if (known.includes(name)) return;
    const near = nearest(name, known);
    const remedy = near ? `Did you mean "${near}"?` : `This flow has: ${known.join(", ") || "none"}.`;
    report(
      "error",
      `${kind.split(" ")[0]}/unknown`,
      path,
      `This flow has no ${kind} called "${name}".`,
      remedy,
      key,
    );
  };

  expectOneOf(moods, "mood", flow.start, ["start"]);
  for (const { rule, path } of everyRule(flow))
    if (rule.go) expectOneOf([...moods, ...endings], "mood or ending", rule.go, [...path, "go"]);
  flow.limits.forEach((limit, index) => {
    expectOneOf(endings, "ending", limit.go, ["limits", index, "go"]);
  });
  for (const { needs, path } of everyNeed(flow))
    for (const need of needs) {
      if (need.kind === "meter") expectOneOf(meters, "meter", need.meter, [...path, need.meter], "key");
      if (need.kind === "knows")
        for (const fact of need.facts)
          expectOneOf(facts, "fact", fact, [...path, need.expected ? "knows" : "not-knows"]);
    }
  for (const { feel, path } of everyChange(flow))
    for (const meter of Object.keys(feel)) expectOneOf(meters, "meter", meter, [...path, meter], "key");
  checkTestNames(flow, expectOneOf, moods, endings, facts);

  for (const name of moods.filter((mood) => endings.includes(mood)))
    report(
      "error",
      "name/mood-and-ending",
      ["endings", name],
      `"${name}" is a mood and an ending.`,
      "Give one of them another name.",
      "key",
    );
  const reserved = (kind: string, names: string[], taken: readonly string[]) => {
    for (const name of names.filter((one) => taken.includes(one)))
      report(
        "error",
        "name/reserved",
        [kind, name],
        `"${name}" has a meaning of its own and cannot be a name here.`,
        "Choose another name.",
        "key",
      );
  };
  reserved("moods", moods, ["talking", "constructor"]);
  reserved("endings", endings, ["talking", "constructor"]);
  reserved("meters", meters, [...NEED_WORDS, "constructor"]);
}

function checkTestNames(
  flow: Flow,
  expectOneOf: (known: string[], kind: string, name: string, path: Path) => void,
  moods: string[],
  endings: string[],
  facts: string[],
): void {
  flow.tests.forEach((test, index) => {
    for (const ending of test.ends) expectOneOf(endings, "ending", ending, ["tests", index, "ends"]);
    test.talk.forEach((step, at) => {
      const path = ["tests", index, "talk", at];
      for (const fact of step.asks) expectOneOf(facts, "fact", fact, [...path, "asks"]);
      for (const fact of step.expect.facts) expectOneOf(facts, "fact", fact, [...path, "expect", "fact"]);
      if (step.expect.mood) expectOneOf(moods, "mood", step.expect.mood, [...path, "expect", "mood"]);
      if (step.expect.ending)
        expectOneOf(endings, "ending", step.expect.ending, [...path, "expect", "ending"]);
    });
  });
}
