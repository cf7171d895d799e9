import type { z } from "zod";
import { nearest, type Problem } from "./problem.ts";
import { SIGNS } from "./signs.ts";
import { quoted } from "./syntax-problem.ts";
import type { Path, YamlSource } from "./yaml-source.ts";

type Issue = z.core.$ZodIssue;

/** What the shape found, each with its place and what to write instead. */
export function shapeProblems(
  issues: readonly Issue[],
  yaml: YamlSource,
  source: string,
  file: string,
  known: readonly string[],
): Problem[] {
  const lines = source.split(/\r?\n/);
  return issues.flatMap(unfolded).flatMap((issue): Problem[] => {
    const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
    const place = yaml.placeOf(path);
    const base = { severity: "error" as const, file, ...place };
    const value = valueAt(yaml.data, path);
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ ...unknownName(key, [...path, key], yaml, file, known) }));
    if (value === undefined && path.length > 0)
      return [
        {
          ...base,
          code: "key/missing",
          message: `"${String(path.at(-1))}" is missing here.`,
          remedy: `Add  ${String(path.at(-1))}:  with what belongs there.`,
        },
      ];
    if (typeof value === "string" && /is not something a message can show/.test(issue.message)) {
      const near = nearest(value, SIGNS);
      const remedy = near ? `Did you mean "${near}"?` : `It can show: ${SIGNS.join(", ")}.`;
      return [{ ...base, code: "sign/unknown", message: issue.message, remedy }];
    }
    if (issue.code === "invalid_key") return [keyProblem(issue, path, yaml, file)];
    if (isPair(value) && wantsText(issue))
      return [
        {
          ...base,
          code: "text/colon-makes-pair",
          message: "The colon makes YAML read a name and a value instead of a text.",
          remedy: `Write it like this:  ${quoted(lines[place.line - 1] ?? "")}`,
        },
      ];
    if (["number", "boolean"].includes(typeof value) && wantsText(issue))
      return [
        {
          ...base,
          code: "text/not-a-text",
          message: `YAML reads ${String(value)} as a ${typeof value === "number" ? "number" : "yes or no"}, not as a text.`,
          remedy: `Write it like this:  ${quoted(lines[place.line - 1] ?? "")}`,
        },
      ];
    return [{ ...base, code: "value/not-understood", message: says(issue), remedy: remedyFor(issue) }];
  });
}

// A union that failed speaks through the branch that came furthest.
function unfolded(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map((inner) => inner.path.length));
  const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
  if (depth(best) === 0) {
    const custom = best.find((inner) => inner.code === "invalid_value" || inner.code === "custom");
    return [custom ? { ...custom, path: issue.path } : issue];
  }
  return best.flatMap((inner) => unfolded({ ...inner, path: [...issue.path, ...inner.path] } as Issue));
}

function unknownName(
  key: string,
  path: Path,
  yaml: YamlSource,
  file: string,
  known: readonly string[],
): Problem {
  const near = nearest(key, known);
  return {
    code: "key/unknown",
    severity: "error",
    message: `"${key}" is not a name that belongs here.`,
    remedy: near ? `Did you mean "${near}"?` : "Remove it, or look up the name in the README's list.",
    file,
    ...yaml.placeOfKey(path),
  };
}

function keyProblem(
  issue: Issue & { code: "invalid_key" },
  path: Path,
  yaml: YamlSource,
  file: string,
): Problem {
  const key = String(path.at(-1));
  const near = nearest(key, SIGNS);
  const isSign = issue.issues.some((inner) => inner.code === "invalid_value");
  return {
    code: isSign ? "sign/unknown" : "name/not-allowed",
    severity: "error",
    message: isSign ? `"${key}" is not something a message can show.` : `"${key}" cannot be a name.`,
    remedy:
      isSign && near
        ? `Did you mean "${near}"?`
        : isSign
          ? `It can show: ${SIGNS.join(", ")}.`
          : "A name is words in lower case with hyphens, such as  party-date.",
    file,
    ...yaml.placeOfKey(path),
  };
}

const isPair = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
const wantsText = (issue: Issue) => /text|line/i.test(issue.message);

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) value = (value as Record<string | number, unknown> | undefined | null)?.[part];
  return value;
}

const says = (issue: Issue) =>
  issue.code === "custom" || issue.code === "invalid_format" ? "This is not understood." : issue.message;
const remedyFor = (issue: Issue) =>
  issue.code === "custom" || issue.code === "invalid_format" || issue.message.startsWith("Write")
    ? issue.message
    : "Compare it with the same place in flows/late-delivery.yml.";
