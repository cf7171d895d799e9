import type { Report } from "./check.ts";
import { everySaying } from "./every-saying.ts";
import type { Flow } from "./flow.ts";
import { clipped } from "./quote.ts";
import { TONE_WORDS, type Tone } from "./tone-words.ts";

const escaped = (words: string) => words.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
const pattern = (words: readonly string[]) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.map((word) => escaped(word).replace("*", "\\p{L}*")).join("|")})(?![\\p{L}\\p{N}])`,
    "iu",
  );
const TONES = (Object.keys(TONE_WORDS) as Tone[]).map((tone) => ({
  tone,
  pattern: pattern(TONE_WORDS[tone]),
}));

type Rule = { code: string; isAllowed: (flow: Flow) => boolean; says: string; remedy: string };

const isReviewed = ({ reviewedBy }: Flow) => reviewedBy !== undefined;
const REVIEW =
  "Choose other words. If it must stand, let a colleague read it and add  reviewed-by:  with their name.";

const RULES: Record<Tone, Rule> = {
  profanity: {
    code: "tone/profanity",
    isAllowed: ({ care }) => care.heavy,
    says: "is swearing, and this flow is not marked as heavy.",
    remedy: "Choose another word, or write  heavy: true  with  before:  and  after:  under care.",
  },
  group: {
    code: "tone/group",
    isAllowed: isReviewed,
    says: "can be heard as being about a group of people.",
    remedy: REVIEW,
  },
  threat: {
    code: "tone/threat",
    isAllowed: isReviewed,
    says: "can be heard as a threat, or as somebody being in danger.",
    remedy: REVIEW,
  },
};

/**
 * Words that a trainee should not meet unprepared. Swearing belongs in heavy flows only; names for groups of people
 * and threats only where somebody named under `reviewed-by:` answers for them.
 */
export function checkTone(flow: Flow, report: Report): void {
  const watched = TONES.filter(({ tone }) => !RULES[tone].isAllowed(flow));
  for (const { lines, path } of everySaying(flow))
    lines.forEach((line, index) => {
      for (const text of [line.say, line.softer ?? ""])
        for (const { tone, pattern } of watched) {
          const { code, says, remedy } = RULES[tone];
          const found = pattern.exec(text.replaceAll("’", "'"))?.[0];
          if (found) report("error", code, [...path, index], `"${clipped(found)}" ${says}`, remedy);
        }
    });
}
