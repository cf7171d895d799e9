import { NEED_WORDS } from "./misfit.ts";
import { nearest, type Problem } from "./problem.ts";
import { clipped } from "./quote.ts";
import type { Path, YamlSource } from "./yaml-source.ts";

type Kind = "mood" | "ending" | "mood or ending" | "fact" | "meter";

/** A name by which one part of a file means another. */
type Reference = { kind: Kind; name: string; path: Path; key?: "key" };

const CODES: Record<Kind, string> = {
  mood: "mood/unknown",
  ending: "ending/unknown",
  "mood or ending": "mood/unknown",
  fact: "fact/unknown",
  meter: "meter/unknown",
};

// The parts under whose names each kind is written.
const WRITTEN_UNDER: Record<Kind, readonly string[]> = {
  mood: ["moods"],
  ending: ["endings"],
  "mood or ending": ["moods", "endings"],
  fact: ["facts"],
  meter: ["meters"],
};

const NEEDS = ["moods.*.rules.*.need", "anywhere.*.need", "limits.*.need", "facts.*.need"];
const STEP = "tests.*.talk.*";

// Where such names stand as values, one or a list of them; `*` is whatever stands in between.
const AS_VALUES: readonly (readonly [Kind, string])[] = [
  ["mood", "start"],
  ["mood", `${STEP}.expect.mood`],
  ["mood or ending", "moods.*.rules.*.go"],
  ["mood or ending", "anywhere.*.go"],
  ["ending", "limits.*.go"],
  ["ending", "tests.*.ends"],
  ["ending", `${STEP}.expect.ending`],
  ["fact", `${STEP}.expect.fact`],
  ["fact", `${STEP}.asks`],
  ...NEEDS.flatMap((need) => [["fact", `${need}.knows`] as const, ["fact", `${need}.not-knows`] as const]),
];

// Where the names of meters stand before a colon.
const AS_NAMES = [...NEEDS, "moods.*.rules.*.feel", "anywhere.*.feel", "reactions.*", "idle.feel"];

/**
 * Names that point nowhere: moods, endings, facts and meters that are not in the file. It looks at what is written,
 * so that it can be asked before every value is right; what cannot be known then is left alone.
 */
export function unknownNames(yaml: YamlSource, file: string, isWhole: boolean): Problem[] {
  return references(yaml.data).flatMap(({ kind, name, path, key }) => {
    const known = knownNames(yaml.data, kind, isWhole);
    if (!known || known.includes(name)) return [];
    const near = nearest(name, known);
    const place = key ? yaml.placeOfKey(path) : yaml.placeOf(path);
    return {
      code: CODES[kind],
      severity: "error",
      message: `This flow has no ${kind} called "${clipped(name)}".`,
      remedy: near ? `Did you mean "${near}"?` : `This flow has: ${known.join(", ") || "none"}.`,
      file,
      ...place,
    };
  });
}

function references(data: unknown): Reference[] {
  const values = AS_VALUES.flatMap(([kind, pattern]) =>
    partsAt(data, pattern.split(".")).flatMap(({ value, path }): Reference[] =>
      Array.isArray(value)
        ? value.flatMap((name, index) =>
            typeof name === "string" ? { kind, name, path: [...path, index] } : [],
          )
        : typeof value === "string"
          ? [{ kind, name: value, path }]
          : [],
    ),
  );
  const names = AS_NAMES.flatMap((pattern) =>
    partsAt(data, pattern.split(".")).flatMap(({ value, path }) =>
      (isMap(value) ? Object.keys(value) : [])
        .filter((name) => !(pattern.endsWith("need") && NEED_WORDS.includes(name)))
        .map((name): Reference => ({ kind: "meter", name, path: [...path, name], key: "key" })),
    ),
  );
  return [...values, ...names];
}

// While other mistakes are in the file, a part that is missing or has a name which is none may yet get the one meant.
function knownNames(data: unknown, kind: Kind, isWhole: boolean): string[] | undefined {
  const parts = WRITTEN_UNDER[kind].map((part) => (isMap(data) ? data[part] : undefined));
  const names = parts.flatMap((part) => (isMap(part) ? Object.keys(part) : []));
  const isSure = parts.every(isMap) && names.every((name) => /^[a-z][a-z0-9-]*$/.test(name));
  return isWhole || isSure ? names : undefined;
}

function partsAt(
  data: unknown,
  [first, ...rest]: string[],
  path: Path = [],
): { value: unknown; path: Path }[] {
  if (first === undefined) return [{ value: data, path }];
  if (first !== "*")
    return isMap(data) && Object.hasOwn(data, first) ? partsAt(data[first], rest, [...path, first]) : [];
  if (Array.isArray(data)) return data.flatMap((part, index) => partsAt(part, rest, [...path, index]));
  return isMap(data)
    ? Object.entries(data).flatMap(([name, part]) => partsAt(part, rest, [...path, name]))
    : [];
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
