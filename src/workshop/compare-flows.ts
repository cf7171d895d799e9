import type { Flow } from "../flow/flow.ts";
import { changedLines } from "./changed-lines.ts";
import { inWords } from "./tell-rules.ts";

/** What is different in a flow from the one before, a sentence each; a flow that has none before is new. */
export function compareFlows(before: Flow | undefined, after: Flow): string[] {
  if (!before) return [`It is new here: ${contents(after)}.`];
  if (before.hash === after.hash) return ["It is the same, word for word."];
  return [
    before.title === after.title ? "" : `The title was “${before.title}” and is “${after.title}”.`,
    before.persona.name === after.persona.name
      ? ""
      : `The customer was ${before.persona.name} and is ${after.persona.name}.`,
    before.level === after.level && before.minutes === after.minutes
      ? ""
      : `It was ${before.level}, about ${before.minutes} minutes, and is ${after.level}, about ${after.minutes}.`,
    tellNamed("mood", before.moods, after.moods),
    tellNamed("ending", before.endings, after.endings),
    tellNamed("fact", byId(before), byId(after)),
    tellNamed("meter", before.meters, after.meters),
    tellNamed("reaction", before.reactions, after.reactions),
    tellRules(before, after),
    tellNamed("test", byName(before), byName(after)),
    same(sharedOf(before), sharedOf(after)) ? "" : "The parts it shares with other flows changed.",
    tellLines(before, after),
  ].filter(Boolean);
}

const contents = ({ moods, endings, facts, tests }: Flow) =>
  [
    counted(Object.keys(moods).length, "mood"),
    counted(Object.keys(endings).length, "ending"),
    counted(facts.length, "fact"),
    counted(tests.length, "test"),
  ].join(", ");

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? "" : "s"}`;

// Where in the file something stands is no difference.
const essence = (value: unknown): string =>
  JSON.stringify(value, (key, held: unknown) => (key === "line" ? undefined : held)) ?? "";
const same = (one: unknown, other: unknown) => essence(one) === essence(other);

const byId = ({ facts }: Flow) => Object.fromEntries(facts.map((fact) => [fact.id, fact]));
const byName = ({ tests }: Flow) => Object.fromEntries(tests.map((test) => [test.name, test]));
const sharedOf = ({ uses }: Flow) => uses.map(({ source }) => source);

type Named = Record<string, unknown>;

function tellNamed(thing: string, before: Named, after: Named): string {
  const names = (given: Named) => Object.keys(given);
  const added = names(after).filter((name) => !Object.hasOwn(before, name));
  const gone = names(before).filter((name) => !Object.hasOwn(after, name));
  const changed = names(after).filter(
    (name) => Object.hasOwn(before, name) && !same(before[name], after[name]),
  );
  return [
    tell(added, `New ${thing}`),
    tell(gone, `${thing[0]?.toUpperCase()}${thing.slice(1)} taken out`),
    tell(changed, `Changed ${thing}`),
  ]
    .filter(Boolean)
    .join(" ");
}

const MOST_NAMES = 8;

function tell(names: readonly string[], what: string): string {
  if (names.length === 0) return "";
  const left = names.length - MOST_NAMES;
  const told = names.slice(0, MOST_NAMES).map(inWords).join(", ");
  return `${what}: ${told}${left > 0 ? `, and ${left} more` : ""}.`;
}

// A rule has no name, so one that was changed counts as one that came and one that went.
function tellRules(before: Flow, after: Flow): string {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  const [come, gone] = [without(now, old), without(old, now)];
  if (come + gone === 0) return "";
  return `Rules: ${come} new or changed, ${gone} taken out or changed.`;
}

const rulesOf = ({ moods, anywhere, limits }: Flow): string[] => [
  ...Object.entries(moods).flatMap(([mood, { rules }]) => rules.map((rule) => mood + essence(rule))),
  ...[...anywhere, ...limits].map(essence),
];

function without(these: readonly string[], those: readonly string[]): number {
  const left = [...those];
  return these.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  }).length;
}

function tellLines(before: Flow, after: Flow): string {
  const changes = changedLines(before.source, after.source);
  const count = (kind: "added" | "removed") => changes.filter((change) => change.kind === kind).length;
  return `Lines: ${count("added")} came in, ${count("removed")} went out.`;
}
