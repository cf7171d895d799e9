import { z } from "zod";
import { readAmount, readDuration } from "./amount.ts";
import { SIGNS } from "./signs.ts";

/** What the shape says of a part that is not what it should be; `shape-problems.ts` knows it by these words. */
export const EXPECTED = {
  name: "A name is words in lower case with hyphens, such as  party-date.",
  text: "This should be a text.",
  line: "This should be a line of text, or a line with  say:  and  softer:.",
  lines: "This should be a line of text or a list of lines.",
  texts: "This should be a text or a list of texts.",
  amount: "Write  at least 65,  above 65,  below 65,  at most 65  or  between 20 and 65.",
  duration: "Write a time such as  2 seconds  or  4 minutes.",
  sign: "This is not something a message can show.",
  language: "The language is two letters.",
  meter: "A meter starts at a whole number from 0 to 100.",
  points: "A meter moves by a whole number.",
  change: "Meters belong here, each with how far it moves.",
  times: "Signs belong here, each with how many times.",
  need: "Needs belong here, each with what it takes.",
  step: "A step is one message or one silence.",
} as const;

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Whether a word can be a name: in lower case, with hyphens. */
export const isName = (word: string): boolean => NAME.test(word);

export const id = z.string({ error: EXPECTED.name }).regex(NAME, EXPECTED.name);

export const prose = z.string({ error: EXPECTED.text }).trim().min(1);

export const line = z.union(
  [
    prose.transform((say) => ({ say, softer: undefined })),
    z.strictObject({ say: prose, softer: prose.optional() }),
  ],
  { error: EXPECTED.line },
);
export const lines = z.union([line.transform((one) => [one]), z.array(line).min(1)], {
  error: EXPECTED.lines,
});
export const texts = z.union([prose.transform((one) => [one]), z.array(prose).min(1)], {
  error: EXPECTED.texts,
});

export const sign = z.enum(SIGNS, { error: EXPECTED.sign });
export const signs = z.union([sign.transform((one) => [one]), z.array(sign).min(1)], {
  error: "This should be a sign or a list of signs.",
});
export const ids = z.union([id.transform((one) => [one]), z.array(id).min(1)], {
  error: "This should be a name or a list of names.",
});

export const amount = z.string({ error: EXPECTED.amount }).transform((text, context) => {
  const found = readAmount(text);
  if (!found) context.addIssue({ code: "custom", message: EXPECTED.amount });
  return found ?? { from: 0, to: 0 };
});

export const duration = z.string({ error: EXPECTED.duration }).transform((text, context) => {
  const found = readDuration(text);
  if (found === undefined) context.addIssue({ code: "custom", message: EXPECTED.duration });
  return found ?? 0;
});

export const times = z.partialRecord(sign, z.int().min(1).max(100), { error: EXPECTED.times });
export const points = z.int({ error: EXPECTED.points }).min(-100).max(100);
export const change = z.record(id, points, { error: EXPECTED.change });
