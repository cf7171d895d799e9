import { inflamesAsRuled } from "./as-ruled.ts";
import { isThere, settle } from "./certainty.ts";
import { chanceOf } from "./judge.ts";
import { LABELS } from "./labels.ts";
import type { Observed } from "./observe.ts";
import { type Part, shown } from "./part.ts";
import { type Certainty, ESCALATIONS, type Escalation, type Tagged } from "./reading.ts";

const BEYOND_DOUBT = 0.97;
const CLEAR = 0.55;
const SEEN = 0.35;
const FAINT = 0.68;
const FEW = 8;
const INFLAMES = LABELS.indexOf("escalating");

/** Whether nothing inflames by itself, whatever its company suggests. */
export const isFaint = ({ judgement }: Part) => (judgement.alone[INFLAMES] ?? 0) < FAINT;
const wordsIn = ({ sentences }: Observed) => sentences.reduce((sum, one) => sum + one.words.length, 0);

// A few words in which no rule finds fault, and that inflame only by what lines of their length often do.
const isTooLittle = (part: Part) =>
  wordsIn(part.observed) < FEW && part.observed.ruled.escalating.length === 0 && isFaint(part);

// The rules find this customer understood and nothing that inflames: then the weights may well be wrong.
const isContested = ({ ruled }: Observed) => ruled.validation.level === 2 && ruled.escalating.length === 0;

// Where no rule finds fault, what it is has to be clear as well: of lines that only seem to hurt somehow, every fourth
// does not, on authors that were left out; of a few words it is every second.
function isVague({ observed }: Part, ofTag: number): boolean {
  if (observed.ruled.escalating.length > 0) return false;
  return ofTag < (wordsIn(observed) < FEW ? CLEAR : SEEN);
}

// Which line it was must be clear before it is said without asking; what only its company suggests cannot be told.
function certaintyOf(overall: Certainty, part: Part, ofTag: number): Certainty {
  if (isFaint(part) || isContested(part.observed) || isVague(part, ofTag)) return "unsure";
  return overall === "sure" && ofTag < CLEAR ? "likely" : overall;
}

/** What inflames: what a rule is certain of, else every tag that is likely by itself, or the likeliest when the message as a whole inflames. */
export function escalatingBy(part: Part): Tagged<Escalation>[] {
  const beyondDoubt = part.observed.ruled.escalating.filter((one) => one.confidence >= BEYOND_DOUBT);
  if (beyondDoubt.length > 0) return beyondDoubt;
  const { there, ...settled } = settle(
    "escalating",
    inflamesAsRuled(chanceOf(part.judgement, "escalating"), part.observed),
  );
  if (!there || isTooLittle(part)) return [];
  const chance = (tag: Escalation) => chanceOf(part.judgement, tag);
  const likeliest = ESCALATIONS.reduce((best, tag) => (chance(tag) > chance(best) ? tag : best));
  const tags = ESCALATIONS.filter((tag) => tag === likeliest || isThere(tag, chance(tag)));
  return tags.map((tag) => {
    const ruled = part.observed.ruled.escalating.find((one) => one.tag === tag);
    return {
      tag,
      ...settled,
      certainty: certaintyOf(settled.certainty, part, chance(tag)),
      ...shown(part, tag, ruled),
    };
  });
}
