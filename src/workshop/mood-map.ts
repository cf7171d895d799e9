import { covers } from "../flow/covers.ts";
import type { Change, Ending, Flow, Rule } from "../flow/flow.ts";
import { implies, SIGNS } from "../flow/signs.ts";
import { type Limit, type Way, waysOf } from "../flow/ways.ts";
import { inWords, tellNeeds, tellRules } from "./tell-rules.ts";

/** A mood, or an ending with its outcome, as the map names it. */
export type Place = { id: string; name: string; outcome: Ending["outcome"] | undefined };

/** How a message that leads somewhere makes the customer feel, by the flow's own meters. */
export type Lean = "better" | "worse" | "either";

/** One line of the map: from a mood (or from any mood) to another place, and in a few words under what. */
export type Path = {
  number: number;
  from: string | undefined;
  to: string;
  /** Each of these is enough. */
  under: string[];
  /** A limit is reached, whatever the message was; nothing is felt. */
  lean: Lean | "limit";
};

/** Where a talk can go: what the machine of a flow does, without what changes nothing. */
export type MoodMap = {
  title: string;
  customer: string;
  begins: string;
  moods: Place[];
  endings: Place[];
  paths: Path[];
};

/** The map of a flow, read from its compiled machine. Rules that change no mood, and those that never happen, are not on it. */
export function moodMap(flow: Flow): MoodMap {
  const { begins, moods, limits, endings } = waysOf(flow);
  const live = Object.fromEntries(Object.entries(moods).map(([mood, ways]) => [mood, ways.filter(happens)]));
  const shared = sharedWays(flow, Object.values(live));
  const ownPaths = Object.entries(live).flatMap(([mood, ways]) =>
    pathsOf(flow, mood, ways, ({ rule, to }) => to !== mood && !shared.some((way) => way.rule === rule)),
  );
  const anyPaths = pathsOf(flow, undefined, shared, () => true);
  const paths = [...ownPaths, ...anyPaths, ...limitPaths(limits)];
  return {
    title: flow.title,
    customer: flow.persona.name,
    begins,
    moods: Object.keys(moods).map((id) => ({ id, name: inWords(id), outcome: undefined })),
    endings: endings
      .map((id) => ({ id, name: inWords(id), outcome: flow.endings[id]?.outcome }))
      .sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome)),
    paths: paths.map((path, index) => ({ number: index + 1, ...path })),
  };
}

const OUTCOMES: Place["outcome"][] = ["good", "mixed", "bad"];

// A rule that another one always comes before never happens in this mood.
const happens = ({ rule }: Way, at: number, ways: Way[]) =>
  !ways.slice(0, at).some((earlier) => covers(earlier.rule, rule));

// What leads to the same place from wherever the customer stands is one path and not one for each mood.
function sharedWays(flow: Flow, moods: Way[][]): Way[] {
  if (moods.length < 2) return [];
  return flow.anywhere.flatMap((rule) => {
    const found = moods.map((ways) => ways.find((way) => way.rule === rule));
    const to = found.find((way) => way?.to)?.to;
    return to && found.every((way) => way !== undefined) ? { rule, to } : [];
  });
}

type Drawn = Omit<Path, "number">;

function pathsOf(flow: Flow, from: string | undefined, ways: Way[], isDrawn: (way: Way) => boolean): Drawn[] {
  const drawn = ways.filter((way) => way.to !== undefined && isDrawn(way));
  const all = ways.map(({ rule }) => rule);
  return [...new Set(drawn.flatMap(({ to }) => to ?? []))].map((to) => {
    const rules = drawn.filter((way) => way.to === to).map(({ rule }) => rule);
    return { from, to, under: tellRules(rules, all), lean: leanOf(flow, rules) };
  });
}

const limitPaths = (limits: readonly Limit[]): Drawn[] =>
  [...new Set(limits.map(({ to }) => to))].map((place) => ({
    from: undefined,
    to: place,
    under: limits.filter(({ to }) => to === place).map(({ needs }) => tellNeeds(needs)),
    lean: "limit",
  }));

function leanOf(flow: Flow, rules: Rule[]): Lean {
  const felt = rules.map((rule) => betterBy(flow, changeOf(flow, rule))).filter((by) => by !== 0);
  if (felt.length > 0 && felt.every((by) => by > 0)) return "better";
  return felt.length > 0 && felt.every((by) => by < 0) ? "worse" : "either";
}

/** How far a message that shows just what a rule asks for moves each meter, reactions and rule together. */
export function changeOf(flow: Flow, { when, feel }: Pick<Rule, "when" | "feel">): Change {
  const shown = SIGNS.filter((sign) => when.some((named) => implies(named, sign)));
  const change: Change = {};
  for (const felt of [...shown.map((sign) => flow.reactions[sign] ?? {}), feel])
    for (const [meter, amount] of Object.entries(felt)) change[meter] = (change[meter] ?? 0) + amount;
  return change;
}

/** By how much a change is for the better, all meters together; below 0 it is for the worse. */
export const betterBy = (flow: Flow, change: Change) =>
  Object.entries(change).reduce(
    (sum, [meter, amount]) => sum + (flow.meters[meter]?.better === "low" ? -amount : amount),
    0,
  );
