import { shown } from "./invisible.ts";
import { namesAt } from "./known-names.ts";
import type { Problem } from "./problem.ts";
import { clipped } from "./quote.ts";
import { EXPECTED } from "./shape-parts.ts";
import type { Issue } from "./shape-problems.ts";
import type { Path } from "./yaml-source.ts";

type Words = Pick<Problem, "message" | "remedy">;

// What to write where the shape has words of its own for what belongs there.
const EXAMPLES: Record<string, string> = {
  [EXPECTED.language]: "Write two letters, such as  en",
  [EXPECTED.meter]: "Write a number such as  40,  or  { start: 40, better: low }",
  [EXPECTED.points]: "Write a number such as  -10  or  +10,  without a point.",
  [EXPECTED.change]: "Write them in braces, such as  { trust: +10 }",
  [EXPECTED.times]: "Write them in braces, such as  { apology: 3 }",
  [EXPECTED.need]: "Write them in braces, such as  { trust: at least 40 }",
  [EXPECTED.step]: "Give it one of  show:  (with  asks:),  say:  or  idle: true  and split what is too much.",
};

/** What is wrong with a value of the wrong kind, and what kind belongs there. */
export function plainWords(issue: Issue, value: unknown, path: Path): Words {
  const { message, remedy } = wordsOfKind(issue, value, path);
  const hidden = typeof value === "string" && value !== shown(value);
  return {
    message: hidden ? `${message} Something in it cannot be seen: ${clipped(value)}` : message,
    remedy,
  };
}

function wordsOfKind(issue: Issue, value: unknown, path: Path): Words {
  if (issue.code === "too_big")
    return { message: `This is more than ${issue.maximum}.`, remedy: `Write at most ${issue.maximum}.` };
  if (issue.code === "too_small")
    return { message: `This is less than ${issue.minimum}.`, remedy: `Write at least ${issue.minimum}.` };
  if (typeof value === "string" && value !== withPlainMinus(value)) {
    const remedy = meant(issue.message, withPlainMinus(value));
    const message = "This is a long dash, and before a number stands the plain minus of the keyboard.";
    if (remedy) return { message, remedy: remedy.replace("Write", "Write a plain minus:") };
  }
  const example = EXAMPLES[issue.message];
  if (example) return { message: issue.message, remedy: meant(issue.message, value) ?? example };
  if (issue.code === "invalid_value") return notOneOf(issue.values.map(String), value);
  switch (issue.code === "invalid_type" ? issue.expected : "") {
    case "array":
      return { message: "A list belongs here.", remedy: listOf(value) };
    case "boolean":
      return yesOrNo(value);
    case "number":
    case "int":
      return { message: "A whole number belongs here.", remedy: "Write a number without a point." };
  }
  const names = namesAt(path);
  const list = names.length > 0 && names.length <= 12 ? ` Here belong: ${names.join(", ")}.` : "";
  return {
    message: "Names with values belong here.",
    remedy: `Write each as  name: value  on a line of its own, or in { }.${list}`,
  };
}

const YES = /^(?:1|j|ja|on|true|y|yes)$/i;
const NO = /^(?:0|false|n|nein|no|off)$/i;

function yesOrNo(value: unknown): Words {
  const written = String(value);
  const meant = YES.test(written) ? "true" : NO.test(written) ? "false" : undefined;
  return {
    message: "Yes is written  true  here, and no is written  false.",
    remedy: meant ? `Write  ${meant}` : "Write  true  or  false",
  };
}

function notOneOf(values: string[], value: unknown): Words {
  if (values.join() === "true")
    return {
      message: "Yes is written  true  here, and no by leaving it out.",
      remedy: YES.test(String(value)) ? "Write  true" : "Remove it with its name, or write  true  for yes.",
    };
  const last = values.at(-1);
  return {
    message: "This word is not known here.",
    remedy: `Write  ${values.length > 1 ? `${values.slice(0, -1).join(", ")} or ${last}` : last}`,
  };
}

/** Words with the plain minus of the keyboard in place of the dashes that word processors put before a number. */
export const withPlainMinus = (words: string): string =>
  words.replace(/[\u2010-\u2015\u2212\ufe63\uff0d] ?(?=\d)/g, "-");

// What was meant by "+ 10", "trust +10" or "trust at least 40".
function meant(message: string, value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const [, sign, points] = /^([+-]) ?(\d+)$/.exec(value) ?? [];
  if (message === EXPECTED.points && sign && points) return `Write  ${sign}${points}`;
  const [, name, rest] = /^([a-z][a-z-]*):? ([^:{}]+)$/.exec(value) ?? [];
  const isPair = message === EXPECTED.change ? /^[+-]?\d+$/.test(rest ?? "") : message === EXPECTED.need;
  return isPair && name && rest ? `Write  { ${name}: ${rest} }` : undefined;
}

const listOf = (value: unknown) =>
  typeof value === "string" && value.length <= 60 && !/[[\]{}:#"']/.test(value)
    ? `Write  [${value
        .split(/\s*,\s*/)
        .filter(Boolean)
        .join(", ")}]`
    : "Write  [one, two]  or lines that begin with a dash.";
