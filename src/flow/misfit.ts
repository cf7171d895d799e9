import { amountInWords, durationInWords } from "./amount.ts";
import { asSeen } from "./invisible.ts";
import { mayBeList } from "./known-names.ts";
import { plainWords, withPlainMinus } from "./plain-words.ts";
import { nearest, type Problem } from "./problem.ts";
import { clipped } from "./quote.ts";
import { EXPECTED, isName } from "./shape-parts.ts";
import type { Issue } from "./shape-problems.ts";
import { SIGNS } from "./signs.ts";
import type { Path } from "./yaml-source.ts";

type Found = Pick<Problem, "code" | "message" | "remedy">;

/** Words that `need:` knows beside the meters. */
export const NEED_WORDS: readonly string[] = [
  "heard",
  "not-heard",
  "knows",
  "not-knows",
  "turns",
  "in-a-row",
  "times",
];

/** A value or name that is not what belongs there, in a trainer's words. */
export function inWords(issue: Issue, value: unknown, path: Path, data: unknown): Found {
  if (value === null || value === "" || (issue.code === "too_small" && issue.origin !== "number"))
    return {
      code: "value/empty",
      message: "Nothing is written here.",
      remedy: "Write what belongs here, or remove the whole entry.",
    };
  const expected = issue.code === "invalid_key" ? issue.issues[0] : issue;
  if (expected?.message === EXPECTED.sign) return unknownSign(value, path);
  if (expected?.message === EXPECTED.name)
    return (issue.code === "invalid_key" && gluedName(value)) || badName(value, path);
  if (expected?.message === EXPECTED.amount) return badAmount(value, path, data);
  if (expected?.message === EXPECTED.duration)
    return {
      code: "time/not-understood",
      message: `"${clipped(value)}" does not say how long.`,
      remedy: durationInWords(String(value)) ?? EXPECTED.duration,
    };
  return { code: "value/not-understood", ...plainWords(issue, value, path) };
}

// Several words with commas between them, where a list was meant and its brackets were left out.
const asList = (value: unknown, path: Path) =>
  typeof value === "string" && value.includes(",") && mayBeList(path)
    ? `Write  [${value
        .split(/\s*,\s*/)
        .filter(Boolean)
        .join(", ")}]`
    : undefined;

function unknownSign(value: unknown, path: Path): Found {
  const near = nearest(String(value).replaceAll("_", "-"), SIGNS);
  const remedy = near ? `Did you mean "${near}"?` : "All the signs are listed in flows/README.md.";
  return {
    code: "sign/unknown",
    message: `"${clipped(value)}" is not something a message can show.`,
    remedy: asList(value, path) ?? remedy,
  };
}

// A name and its value that run together, as in { trust = 20 } or { trust:20 }.
function gluedName(value: unknown): Found | undefined {
  const [, name, rest] = /^([a-z][a-z-]*) ?[:=] ?(\S.*)$/.exec(asSeen(String(value))) ?? [];
  if (name === undefined) return undefined;
  const message = "After a name there has to be a colon and a space.";
  return { code: "yaml/colon-missing", message, remedy: `Write  ${name}: ${withPlainMinus(rest ?? "")}` };
}

function badName(value: unknown, path: Path): Found {
  const single = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const slug = asSeen(String(single))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  const canBeSlug = typeof single !== "object" && slug !== "" && slug.length <= 60;
  const remedy = canBeSlug ? `Write  ${slug}` : "Take words that begin with a letter, such as  party-date";
  const message =
    typeof value === "object"
      ? "A single name belongs here."
      : `"${clipped(value)}" cannot be a name: ${whyNoName(String(single))}`;
  return { code: "name/not-allowed", message, remedy: asList(value, path) ?? remedy };
}

const whyNoName = (name: string) =>
  name !== asSeen(name) && isName(asSeen(name).trim())
    ? "it holds a character that nobody can see."
    : "names are words in lower case with hyphens.";

function badAmount(value: unknown, path: Path, data: unknown): Found {
  const name = String(path.at(-1));
  const written = (data as { meters?: unknown } | undefined)?.meters;
  const meters = typeof written === "object" && written !== null ? Object.keys(written) : [];
  if (![...meters, ...NEED_WORDS].includes(name)) {
    const near = nearest(name, [...NEED_WORDS, ...meters]);
    const remedy = near
      ? `Did you mean "${near}"?`
      : `Here can stand: ${[...meters, ...NEED_WORDS].join(", ")}.`;
    return {
      code: "need/unknown",
      message: `"${clipped(name)}" is neither a meter nor a word for needs.`,
      remedy,
    };
  }
  const message = `"${clipped(value)}" does not say how much of ${name} it takes.`;
  return { code: "amount/not-understood", message, remedy: amountInWords(String(value)) ?? EXPECTED.amount };
}
