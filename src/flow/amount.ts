/** A comparison in words, as in `trust: at least 40`; both bounds are inclusive whole numbers. */
export type Amount = { from: number; to: number };

const FORMS: readonly [RegExp, (a: number, b: number) => Amount][] = [
  [/^at least (\d+)$/, (a) => ({ from: a, to: Number.MAX_SAFE_INTEGER })],
  [/^above (\d+)$/, (a) => ({ from: a + 1, to: Number.MAX_SAFE_INTEGER })],
  [/^at most (\d+)$/, (a) => ({ from: 0, to: a })],
  [/^below (\d+)$/, (a) => ({ from: 0, to: a - 1 })],
  [/^between (\d+) and (\d+)$/, (a, b) => ({ from: a, to: b })],
];

/** Reads "at least 40", "above 40", "at most 40", "below 40" or "between 20 and 40"; nothing when it is none of them. */
export function readAmount(text: string): Amount | undefined {
  for (const [form, amount] of FORMS) {
    const found = form.exec(text.trim().replace(/\s+/g, " "));
    if (found) return amount(Number(found[1]), Number(found[2]));
  }
  return undefined;
}

/** An amount as a trainer writes it: "at least 40", "at most 39", "between 20 and 40". */
export function tellAmount({ from, to }: Amount): string {
  if (to === Number.MAX_SAFE_INTEGER) return `at least ${from}`;
  return from === 0 ? `at most ${to}` : `between ${from} and ${to}`;
}

// Other ways in which people write an amount; the numbers stand where the words of the language want them.
const OTHER_WORDS: readonly [RegExp, string][] = [
  [/^(?:from |between )?(\d+) ?(?:-|–|to|and|\.\.) ?(\d+)$/, "between $1 and $2"],
  [/^(?:>=|min|minimum|from|no less than|not less than|at ?least) ?(\d+)$/, "at least $1"],
  [/^(?:<=|max|maximum|up to|no more than|not more than|at ?most) ?(\d+)$/, "at most $1"],
  [/^(?:>|over|more than|greater than|higher than|above) ?(\d+)$/, "above $1"],
  [/^(?:<|under|less than|fewer than|lower than|below) ?(\d+)$/, "below $1"],
  [/^(\d+) or (?:less|fewer|lower|below)$/, "at most $1"],
  [/^(\d+)(?:\+| or more| or higher| or above)?$/, "at least $1"],
];

/** What to write for "40", ">= 40", "more than 40" or "20-40"; nothing when it is none of these. */
export function amountInWords(written: string): string | undefined {
  const text = written
    .trim()
    .toLowerCase()
    .replace(/ ?%| points?$/g, "");
  const [form, words] = OTHER_WORDS.find(([form]) => form.test(text)) ?? [];
  return form && words && `Write  ${text.replace(form, words)}`;
}

/** Whether a number lies within the amount. */
export const within = (value: number, amount: Amount) => value >= amount.from && value <= amount.to;

const UNITS: Record<string, number> = { second: 1_000, minute: 60_000, hour: 3_600_000 };

/** Reads "2 seconds", "4 minutes" or "1 hour" as milliseconds; nothing when it is none of them. */
export function readDuration(text: string): number | undefined {
  const found = /^(\d+(?:\.\d+)?) (second|minute|hour)s?$/.exec(text.trim());
  const unit = UNITS[found?.[2] ?? ""];
  return found && unit !== undefined ? Number(found[1]) * unit : undefined;
}

/** What to write for "2s", "2 sec" or "4 min"; nothing when it is none of these. */
export function durationInWords(written: string): string | undefined {
  const [, number, letter] =
    /^(\d+(?:\.\d+)?) ?(s|m|h)(?:ecs?|econds?|ins?|inutes?|rs?|ours?)?\.?$/i.exec(written.trim()) ?? [];
  const unit = Object.keys(UNITS).find((name) => name[0] === letter?.toLowerCase());
  return number && unit && `Write  ${number} ${unit}${number === "1" ? "" : "s"}`;
}
