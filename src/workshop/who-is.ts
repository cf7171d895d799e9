import { PRONOUNS, type Pronoun } from "../flow/flow.ts";

/** What a trainer says when asked who the customer is. */
export type Who = {
  name: string;
  pronoun: Pronoun;
  /** What else was said of them, such as "a cellist"; it stands after their name and a comma. */
  said: string | undefined;
};

const PRONOUN = new RegExp(`[,;]?\\s*[([]\\s*(${PRONOUNS.join("|")})\\b[^)\\]]*[)\\]]`, "i");

// What parts a name from what is said of somebody. "Kowal, Marta" and "Marta Kowal, PhD" are names all the same.
const APART =
  /^(.*?\p{L}.*?)(?:\s*[,;:]\s*(?=\p{Ll}|\d|(?:An?|The|My|Our|His|Her|Their)\s)|\s+[-–—]\s+|\s*\(|\s+(?=(?:who|is|works)\s))(.+)$/u;

/** Takes a name and what stands beside it apart: "Marta Kowal (she), a cellist". */
export function whoIs(answer: string): Who {
  const pronoun = PRONOUNS.find((one) => one === PRONOUN.exec(answer)?.[1]?.toLowerCase()) ?? "they";
  const whole = answer.replace(PRONOUN, "").trim();
  const [, name = whole, beside] = APART.exec(whole) ?? [];
  const said = beside
    ?.replace(/^is\s+/, "")
    .replace(/^(An?|The|My|Our|His|Her|Their)(?=\s)/, (word) => word.toLowerCase())
    .replace(/[\s.,;)]+$/, "");
  return { name, pronoun, said: said || undefined };
}

/** The feelings in one answer, whatever stands between them: "angry; scared and cold" are three. */
export const feelingsIn = (answer: string): string[] => parts(answer, /\s*[,;/|•\n]\s*|\s+(?:and|&|\+)\s+/);

/** The things in one answer that hang on it; an "and" may belong to one of them. */
export const stakesIn = (answer: string): string[] => parts(answer, /\s*[,;|•\n]\s*/);

function parts(answer: string, between: RegExp): string[] {
  const found = answer
    .split(between)
    .map((part) => part.replace(/^(?:and|or)\s+/i, "").trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return found.length > 0 ? found : [answer];
}
