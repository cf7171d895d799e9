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

const SYMBOLS: Record<string, string> = { ">=": "at least", ">": "above", "<=": "at most", "<": "below" };

/** What to write for "40", ">= 40" or "40+"; nothing when it is none of these. */
export function amountInWords(written: string): string | undefined {
  const [, symbol = ">=", number] = /^(>=|<=|>|<)?\s*(\d+)\+?$/.exec(written.trim()) ?? [];
  return number && `Write  ${SYMBOLS[symbol]} ${number}`;
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
