import type { Report } from "./check.ts";
import type { Flow } from "./flow.ts";

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
  for (const [outcome, code] of [
    ["good", "ending/no-good"],
    ["bad", "ending/no-bad"],
  ] as const)
    if (!Object.values(flow.endings).some((ending) => ending.outcome === outcome))
      report(
        "error",
        code,
        ["endings"],
        `This flow has no ending with  outcome: ${outcome}.`,
        `Add an ending with  outcome: ${outcome}, so that what the trainee does matters.`,
        "key",
      );
  checkWaysOut(flow, ways, reached, report);
  if (
    !flow.limits.some((limit) => limit.needs.length > 0 && limit.needs.every((need) => need.kind === "turns"))
  )
    report(
      "error",
      "limit/no-turns",
      ["limits"],
      "Nothing ends this talk when it goes on and on.",
      "Add to limits:  - { need: { turns: at least 14 }, go: <an ending> }",
      "key",
    );
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
