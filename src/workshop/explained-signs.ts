import { implies, READ_SIGNS, SIGNS, type Sign } from "../flow/signs.ts";

/** Where a sign belongs: to one message, to what inflames in one, or to the talk so far. */
export type SignGroup = "message" | "inflames" | "talk";

/** A word that a flow may react to: when a message shows it, and an example. */
export type ExplainedSign = { sign: Sign; group: SignGroup; shows: string; example: string };

/** Reads what every sign means out of the table in the trainers' README; a sign that is not in it is left out. */
export function explainedSigns(readme: string): ExplainedSign[] {
  const rows = new Map(
    [...readme.matchAll(/^\| `([a-z-]+)` \| (.*?) \| ?(.*?) ?\|$/gm)].map(
      ([, sign, shows = "", example = ""]) => [sign, { shows: plain(shows), example: plain(example) }],
    ),
  );
  return SIGNS.flatMap((sign) => {
    const row = rows.get(sign);
    return row ? [{ sign, group: groupOf(sign), ...row }] : [];
  });
}

const ofOneMessage: readonly Sign[] = READ_SIGNS;

const groupOf = (sign: Sign): SignGroup =>
  implies(sign, "escalating") ? "inflames" : ofOneMessage.includes(sign) ? "message" : "talk";

const plain = (words: string) => words.replace(/[*`]/g, "").trim();
