import type { Pronoun } from "../flow/flow.ts";

const FORMS: Record<Exclude<Pronoun, "they">, Record<string, string>> = {
  she: {
    "they are": "she is",
    "they were": "she was",
    "they have": "she has",
    they: "she",
    them: "her",
    their: "her",
  },
  he: {
    "they are": "he is",
    "they were": "he was",
    "they have": "he has",
    they: "he",
    them: "him",
    their: "his",
  },
};

const THEY = /\bthey(?: are| were| have)?\b|\bthem\b|\btheir\b/gi;

/**
 * A sentence of ours about any customer, as it is said of this one: "It moved them" becomes "It moved her". Every
 * "they" in it has to mean the customer, so nothing that a trainee or a trainer wrote may stand in it yet.
 */
export function speakOf(pronoun: Pronoun, sentence: string): string {
  if (pronoun === "they") return sentence;
  return sentence.replace(THEY, (found) => {
    const said = FORMS[pronoun][found.toLowerCase()] ?? found;
    return found.startsWith("T") ? `${said.charAt(0).toUpperCase()}${said.slice(1)}` : said;
  });
}
