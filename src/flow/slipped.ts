import { namesAt } from "./known-names.ts";
import { nearest, type Problem } from "./problem.ts";
import type { Issue } from "./shape-problems.ts";
import { SIGNS } from "./signs.ts";
import type { Path, YamlSource } from "./yaml-source.ts";

/** A name that begins further left or right than what belongs with it, and what it belongs to. */
type Slip = { path: Path; under: string; side: "left" | "right" };

// Parts whose entries have names of the trainer's own, or of signs.
const PARTS = ["facts", "moods", "endings", "feedback"];

/** The names that an entry of a part has, such as `emoji` and `says` of a mood; none where there are no entries. */
export const entryNames = (part: string): string[] => (PARTS.includes(part) ? namesAt([part, ""]) : []);

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What begins too far left or right in a flow, each told once, and the issues that do not follow from it. */
export function slipped<One extends Issue>(
  issues: readonly One[],
  yaml: YamlSource,
  file: string,
): { problems: Problem[]; others: One[] } {
  const slips = isMap(yaml.data) ? [...amongParts(yaml.data), ...amongEntries(yaml.data)] : [];
  const told = slips.filter(({ under }, at) => under !== slips[at - 1]?.under);
  return {
    problems: told.map(({ path, under, side }) => ({
      code: "yaml/indentation",
      severity: "error",
      message: `"${path.at(-1)}" begins too far ${side}: it belongs to "${under}".`,
      remedy: `Begin it and the lines that go with it further ${side === "left" ? "right" : "left"}, as its neighbours do.`,
      file,
      ...yaml.placeOfKey(path),
    })),
    others: issues.flatMap((issue) => withoutSlips(issue, slips)),
  };
}

// A whole entry, such as a mood, or a part of one that stands among the parts of the flow.
function amongParts(data: Record<string, unknown>): Slip[] {
  const known = namesAt([]);
  const missing = known.filter((name) => !Object.hasOwn(data, name));
  const slips: Slip[] = [];
  let above: string | undefined;
  for (const [name, value] of Object.entries(data)) {
    if (known.includes(name)) {
      above = name;
      continue;
    }
    const under = homeOf(name, value, above);
    if (under !== undefined && !nearest(name, missing)) slips.push({ path: [name], under, side: "left" });
  }
  return slips;
}

function homeOf(name: string, value: unknown, above: string | undefined): string | undefined {
  if (!isMap(value)) return above && namesUnder(above).includes(name) ? above : undefined;
  const parts = above === undefined ? PARTS : [above, ...PARTS.filter((part) => part !== above)];
  const [best] = [...parts].sort((a, b) => fits(value, b) - fits(value, a));
  if (best && fits(value, best) > 0) return best;
  if (SIGNS.some((sign) => sign === name)) return "reactions";
  return above && namesUnder(above).includes(name) ? above : undefined;
}

const namesUnder = (part: string) => [...namesAt([part]), ...entryNames(part)];

const fits = (value: unknown, part: string) =>
  isMap(value) ? Object.keys(value).filter((key) => entryNames(part).includes(key)).length : 0;

// A part of an entry, such as the rules of a mood, among the entries; or an entry inside the one before it.
const amongEntries = (data: Record<string, unknown>): Slip[] =>
  PARTS.flatMap((part) => {
    const entries = data[part];
    if (!isMap(entries)) return [];
    const names = Object.keys(entries);
    const inEntry = entryNames(part);
    const isInner = (name: string) => inEntry.includes(name) && !isMap(entries[name]);
    let under: string | undefined;
    return names.flatMap((name): Slip[] => {
      if (isInner(name)) return under === undefined ? [] : [{ path: [part, name], under, side: "left" }];
      under = name;
      const entry = entries[name];
      return Object.entries(isMap(entry) ? entry : {}).flatMap(([inner, value]): Slip[] =>
        !inEntry.includes(inner) && fits(value, part) > 1
          ? [{ path: [part, name, inner], under: part, side: "right" }]
          : [],
      );
    });
  });

function withoutSlips<One extends Issue>(issue: One, slips: readonly Slip[]): One[] {
  const begins = (path: Path) => path.every((name, at) => issue.path[at] === name);
  const isLeftEmpty = slips.some(({ under, side }) => side === "left" && issue.path.at(-1) === under);
  if (isLeftEmpty || slips.some(({ path }) => begins(path))) return [];
  if (issue.code !== "unrecognized_keys") return [issue];
  const isSlip = (key: string) =>
    slips.some(
      ({ path }) => path.length === issue.path.length + 1 && begins(path.slice(0, -1)) && path.at(-1) === key,
    );
  const keys = issue.keys.filter((key) => !isSlip(key));
  return keys.length === 0 ? [] : [{ ...issue, keys }];
}
