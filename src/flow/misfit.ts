import { amountInWords } from "./amount.ts";
import { nearest, type Problem } from "./problem.ts";
import { clipped } from "./quote.ts";
import { EXPECTED } from "./shape-parts.ts";
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
  if (expected?.message === EXPECTED.sign) return unknownSign(value);
  if (expected?.message === EXPECTED.name) return badName(value);
  if (expected?.message === EXPECTED.amount) return badAmount(value, path, data);
  if (expected?.message === EXPECTED.duration)
    return {
      code: "time/not-understood",
      message: `"${clipped(value)}" does not say how long.`,
      remedy: EXPECTED.duration,
    };
  const [message, remedy] = plainWords(issue);
  return { code: "value/not-understood", message, remedy };
}

function unknownSign(value: unknown): Found {
  const near = nearest(String(value).replaceAll("_", "-"), SIGNS);
  const remedy = near ? `Did you mean "${near}"?` : "All the signs are listed in flows/README.md.";
  return {
    code: "sign/unknown",
    message: `"${clipped(value)}" is not something a message can show.`,
    remedy,
  };
}

function badName(value: unknown): Found {
  const slug = String(value)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  const remedy =
    slug === "" || slug.length > 60
      ? "Take words that begin with a letter, such as  party-date"
      : `Write  ${slug}`;
  const message = `"${clipped(value)}" cannot be a name: names are words in lower case with hyphens.`;
  return { code: "name/not-allowed", message, remedy };
}

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

function plainWords(issue: Issue): [message: string, remedy: string] {
  if (issue.code === "custom") return [issue.message, "Split it, or remove what is too much."];
  if (issue.code === "too_big")
    return [`This is more than ${issue.maximum}.`, `Write at most ${issue.maximum}.`];
  if (issue.code === "too_small")
    return [`This is less than ${issue.minimum}.`, `Write at least ${issue.minimum}.`];
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    const hint = values.length > 1 ? `${values.slice(0, -1).join(", ")} or ${values.at(-1)}` : values.join();
    return ["This word is not known here.", `Write  ${hint}`];
  }
  const kind = issue.code === "invalid_type" ? issue.expected : "";
  if (kind === "array")
    return ["A list belongs here.", "Write  [one, two]  or lines that begin with a dash."];
  if (kind === "boolean") return ["A yes or no belongs here.", "Write  true  or  false"];
  if (kind === "number" || kind === "int")
    return ["A whole number belongs here.", "Write a number without a point."];
  return ["Names with values belong here.", "Write each as  name: value  on a line of its own, or in { }."];
}
