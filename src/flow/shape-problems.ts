import type { z } from "zod";
import { missingDashOfEntry } from "./dash-missing.ts";
import { namesAt } from "./known-names.ts";
import { inWords } from "./misfit.ts";
import { addPart } from "./missing-part.ts";
import { nearest, type Problem } from "./problem.ts";
import { clipped } from "./quote.ts";
import { EXPECTED } from "./shape-parts.ts";
import { textProblem } from "./text-problem.ts";
import type { Path, YamlSource } from "./yaml-source.ts";

export type Issue = z.core.$ZodIssue;
type Found = Pick<Problem, "code" | "message" | "remedy">;

// More than anybody would read before they change the first; each is looked for in the whole file.
const MOST = 200;

/** What the shape of a flow, or another one, found: each with its place and what to write instead. */
export function shapeProblems(
  all: readonly Issue[],
  yaml: YamlSource,
  file: string,
  shape?: z.core.$ZodType,
): Problem[] {
  const issues = all.slice(0, MOST);
  const whole = { severity: "error" as const, file };
  const missing = new Map<string, Problem & { map: Path }>();
  const found: Problem[] = [];
  for (const issue of issues.flatMap((one) => unfolded(one, yaml, shape))) {
    const path = pathOf(issue);
    if (issue.code === "unrecognized_keys") continue;
    if (isMissing(yaml.data, path)) {
      const name = String(path.at(-1));
      const words = { code: "key/missing", message: `"${name}" is missing here.`, remedy: addPart(path) };
      const map = path.slice(0, -1);
      const place = map.length > 0 ? yaml.placeOfKey(map) : { line: 1, column: 1, length: 1 };
      missing.set(JSON.stringify(path), { ...whole, ...words, ...place, map });
    } else if (issue.code === "invalid_key")
      found.push({ ...whole, ...inWords(issue, path.at(-1), path, yaml.data), ...yaml.placeOfKey(path) });
    else {
      const words = wordsFor(issue, path, yaml);
      const place = words.code === "need/unknown" ? yaml.placeOfKey(path) : yaml.placeOf(path);
      found.push({ ...whole, ...words, ...place });
    }
  }
  for (const issue of issues.flatMap((one) => unfolded(one, yaml, shape)))
    for (const key of issue.code === "unrecognized_keys" ? issue.keys.slice(0, MOST) : []) {
      const path = [...pathOf(issue), key];
      const place = yaml.placeOfKey(path);
      if (path.length > 1 && namesAt([], shape).includes(key)) {
        missing.delete(JSON.stringify([key]));
        found.push({ ...whole, ...tooFarRight(key), ...place });
        break; // What stands below it has slipped in with it.
      }
      const { near, ...words } = unknownName(key, path, yaml.data, shape);
      missing.delete(JSON.stringify([...pathOf(issue), near]));
      found.push({ ...whole, ...words, ...place });
    }
  return [...found, ...[...missing.values()].map(({ map: _, ...problem }) => problem)];
}

const pathOf = (issue: Issue): Path =>
  issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));

function wordsFor(issue: Issue, path: Path, yaml: YamlSource): Found {
  const value = valueAt(yaml.data, path);
  const [from] = yaml.rangeOf(path) ?? [0];
  const isList = issue.code === "invalid_type" && issue.expected === "array";
  if (isList && isEntry(value, path) && yaml.text[from] !== "{") return missingDashOfEntry(yaml.text, from);
  const isText = [EXPECTED.text, EXPECTED.line, EXPECTED.lines, EXPECTED.texts].some(
    (text) => text === issue.message,
  );
  return (
    (isText ? textProblem(value, yaml.text, yaml.rangeOf(path)) : undefined) ??
    inWords(issue, value, path, yaml.data)
  );
}

// Names with values where a list of such was meant, with the dash of the only one left out.
const isEntry = (value: unknown, path: Path) =>
  isMapLike(value) && Object.keys(value).some((name) => namesAt([...path, 0]).includes(name));

function unknownName(
  key: string,
  path: Path,
  data: unknown,
  shape: z.core.$ZodType | undefined,
): Found & { near: string | undefined } {
  const present = Object.keys((valueAt(data, path.slice(0, -1)) as object | undefined) ?? {});
  const names = namesAt(path.slice(0, -1), shape);
  const near = nearest(
    key,
    names.filter((name) => !present.includes(name)),
  );
  const list =
    names.length > 12 ? "The names are listed in flows/README.md." : `Here belong: ${names.join(", ")}.`;
  const remedy = near ? `Did you mean "${near}"?` : list;
  return { code: "key/unknown", message: `"${clipped(key)}" is not a name that belongs here.`, remedy, near };
}

const tooFarRight = (key: string): Found => ({
  code: "yaml/indentation",
  message: `"${key}" does not belong here, but to the file as a whole.`,
  remedy: "Write it at the very beginning of its line, without spaces before it.",
});

// Of several forms a part may have, the one that was meant: a list, names with values, or a single value.
function unfolded(issue: Issue, yaml: YamlSource, shape: z.core.$ZodType | undefined): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const value = valueAt(yaml.data, pathOf(issue));
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  // A map without one of the names that belong there is a text with a colon, and not meant as a map.
  const meant = isMap && !namesAt(pathOf(issue), shape).some((name) => Object.hasOwn(value, name));
  const branches = meant ? [] : branchesOf(issue);
  const branch =
    branches.find((inner) => inner.length > 0 && inner.every((one) => one.path.length > 0)) ??
    branches.find((inner) => inner.length > 0 && inner.every((one) => one.code !== "invalid_type"));
  const own = (branch ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue);
  const inner = own.flatMap((one) => unfolded(one, yaml, shape));
  return inner.length > 0 ? inner : [issue];
}

// Forms within forms count as forms of the whole: a list of lines, where a line has two forms of its own.
function branchesOf(issue: Issue & { code: "invalid_union" }): Issue[][] {
  return issue.errors.flatMap((branch) =>
    branch.flatMap((one) => (one.code === "invalid_union" && one.path.length === 0 ? branchesOf(one) : []))
      .length > 0
      ? branch.flatMap((one) => (one.code === "invalid_union" ? branchesOf(one) : []))
      : [branch],
  );
}

function isMissing(data: unknown, path: Path): boolean {
  const parent = valueAt(data, path.slice(0, -1));
  const name = path.at(-1);
  return name !== undefined && isMapLike(parent) && !Object.hasOwn(parent, name);
}

const isMapLike = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === "object" && value !== null;

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) value = isMapLike(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  return value;
}
