import type { Report } from "./check.ts";
import { everySaying } from "./every-saying.ts";
import type { Flow } from "./flow.ts";
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

/**
 * Words that a trainee should not meet unprepared. Swearing belongs in heavy flows only; names for groups of people
 * and threats only where somebody named under `reviewed-by:` answers for them.
 */
export function checkTone(flow: Flow, report: Report): void {
  for (const { lines, path } of everySaying(flow))
    lines.forEach((line, index) => {
      for (const text of [line.say, line.softer ?? ""])
        for (const { tone, pattern } of TONES) {
          const found = pattern.exec(text.replaceAll("’", "'"))?.[0];
          if (found) tell[tone](flow, found, [...path, index], report);
        }
    });
}

const tell: Record<Tone, (flow: Flow, found: string, path: (string | number)[], report: Report) => void> = {
  profanity: (flow, found, path, report) => {
    if (!flow.care.heavy)
      report(
        "error",
        "tone/profanity",
        path,
        `"${found}" is swearing, and this flow is not marked as heavy.`,
        "Choose another word, or write  heavy: true  with  before:  and  after:  under care.",
      );
  },
  group: (flow, found, path, report) => {
    if (flow.reviewedBy === undefined)
      report(
        "error",
        "tone/group",
        path,
        `"${found}" can be heard as being about a group of people.`,
        "Choose other words. If it must stand, let a colleague read it and add  reviewed-by:  with their name.",
      );
  },
  threat: (flow, found, path, report) => {
    if (flow.reviewedBy === undefined)
      report(
        "error",
        "tone/threat",
        path,
        `"${found}" can be heard as a threat, or as somebody being in danger.`,
        "Choose other words. If it must stand, let a colleague read it and add  reviewed-by:  with their name.",
      );
  },
};
