import { createHash } from "node:crypto";
import type { Fact, Flow, Meter, Mood, Need, Rule, SharedParts } from "./flow.ts";
import type { FlowFile, NeedFile, RuleFile } from "./shape.ts";
import type { Sign } from "./signs.ts";
import { toTest } from "./to-test.ts";
import type { Path, YamlSource } from "./yaml-source.ts";

const LOW_IS_BETTER = ["frustration", "anger", "fear", "worry", "stress", "shame"];

/** A meter as short form: these six are better low, every other is better high. */
const toMeter = (name: string, written: FlowFile["meters"][string]): Meter =>
  typeof written === "number"
    ? { start: written, better: LOW_IS_BETTER.includes(name) ? "low" : "high" }
    : written;

function toNeeds(written: NeedFile | undefined): Need[] {
  if (!written) return [];
  const { heard, "not-heard": notHeard, knows, "not-knows": notKnows, turns, ...rest } = written;
  const { "in-a-row": inARow, times, ...meters } = rest;
  return [
    ...(heard ? [{ kind: "heard" as const, signs: heard, expected: true }] : []),
    ...(notHeard ? [{ kind: "heard" as const, signs: notHeard, expected: false }] : []),
    ...(knows ? [{ kind: "knows" as const, facts: knows, expected: true }] : []),
    ...(notKnows ? [{ kind: "knows" as const, facts: notKnows, expected: false }] : []),
    ...(turns ? [{ kind: "turns" as const, amount: turns }] : []),
    ...signCounts("in-a-row", inARow),
    ...signCounts("times", times),
    ...Object.entries(meters).map(([meter, amount]) => ({ kind: "meter" as const, meter, amount })),
  ];
}

const signCounts = (kind: "in-a-row" | "times", counts: NeedFile["times"]): Need[] =>
  Object.entries(counts ?? {}).map(([sign, count]) => ({ kind, sign, count }) as Need);

/** The flow that a well-formed file describes; whether it makes sense is for the checks to say. */
export function toFlow(
  written: FlowFile,
  yaml: YamlSource,
  source: string,
  file: string,
  uses: SharedParts[],
): Flow {
  const lineOf = (path: Path) => yaml.placeOf(path).line;
  const toRule = (rule: RuleFile, path: Path): Rule => ({
    line: lineOf(path),
    when: rule.when ?? [],
    without: rule.without ?? [],
    needs: toNeeds(rule.need),
    feel: rule.feel ?? {},
    says: rule.says ?? [],
    go: rule.go,
    because: rule.because,
  });
  const toMood = (name: string, mood: FlowFile["moods"][string]): Mood => ({
    line: yaml.placeOfKey(["moods", name]).line,
    emoji: mood.emoji,
    feels: mood.feels,
    callsFor: mood["calls-for"],
    hints: mood.hint ?? [],
    says: mood.says,
    rules: (mood.rules ?? []).map((rule, index) => toRule(rule, ["moods", name, "rules", index])),
  });
  return {
    id: written.flow,
    file,
    hash: hashOf([source, ...uses.map((parts) => parts.source)]),
    source,
    uses,
    version: written.version,
    language: written.language,
    title: written.title,
    about: written.about,
    level: written.level,
    minutes: written.minutes,
    tags: written.tags,
    hardPart: written["hard-part"],
    reviewedBy: written["reviewed-by"],
    quietMs: written.quiet,
    care: { heavy: written.care.heavy, before: written.care.before, after: written.care.after },
    persona: written.persona,
    facts: Object.entries(written.facts).map(([id, fact]) => toFact(id, fact)),
    unknown: written.unknown ?? [],
    story: written.story && {
      tells: written.story.tells,
      facts: toHearables(written.story.facts),
      feelings: toHearables(written.story.feelings),
    },
    meters: mapped(written.meters, (meter, name) => toMeter(name, meter)),
    reactions: { ...sharedReactions(uses, written.meters), ...written.reactions },
    start: written.start,
    opens: written.opens,
    moods: mapped(written.moods, (mood, name) => toMood(name, mood)),
    anywhere: written.anywhere.map((rule, index) => toRule(rule, ["anywhere", index])),
    limits: written.limits.map((limit, index) => ({
      line: lineOf(["limits", index]),
      needs: toNeeds(limit.need),
      go: limit.go,
      because: limit.because,
    })),
    idle: written.idle && {
      line: yaml.placeOfKey(["idle"]).line,
      afterMs: written.idle.after,
      feel: written.idle.feel,
      says: written.idle.says,
    },
    endings: written.endings,
    aims: { validation: 1, question: 1, "de-escalation": 1, ...present(written.aims) },
    feedback: { ...allOf(uses.map((parts) => parts.feedback)), ...toFeedback(written.feedback) },
    tests: written.tests.map((test, index) => toTest(test, ["tests", index], lineOf)),
  };
}

// The same text gives the same hash as before there were shared parts.
const hashOf = (sources: readonly string[]) =>
  createHash("sha256").update(sources.join("\0")).digest("hex").slice(0, 16);

const allOf = <Value>(records: Partial<Record<Sign, Value>>[]): Partial<Record<Sign, Value>> =>
  Object.assign({}, ...records);

// Shared reactions move those meters that the flow has.
const sharedReactions = (uses: readonly SharedParts[], meters: FlowFile["meters"]) =>
  mapped(allOf(uses.map((parts) => parts.reactions)), (change) =>
    Object.fromEntries(Object.entries(change).filter(([meter]) => Object.hasOwn(meters, meter))),
  );

/** What is said of skills and signs after the talk, as trainers write it. */
export const toFeedback = (written: FlowFile["feedback"]): Flow["feedback"] =>
  mapped(written, (entry) => ({
    wellDone: entry["well-done"],
    missed: entry.missed,
    try: entry.try ?? [],
  }));

const toFact = (id: string, fact: FlowFile["facts"][string]): Fact => ({
  id,
  asked: fact.asked,
  reveals: fact.reveals,
  refuses: fact.refuses ?? [],
  needs: toNeeds(fact.need),
  known: fact.known ?? false,
});

const toHearables = (written: Record<string, { what: string; words: string[] }>) =>
  Object.entries(written).map(([id, heard]) => ({ id, ...heard }));

const mapped = <From, To>(record: Record<string, From>, to: (value: From, name: string) => To) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value, name)])) as Record<
    string,
    To
  >;

const present = <Value extends object>(record: Value) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
