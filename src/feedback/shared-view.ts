import type { Session } from "../session/session.ts";
import { debrief } from "./debrief.ts";
import { shortened } from "./shortened.ts";
import type { Quote } from "./skill-report.ts";
import { tellDebrief } from "./tell.ts";

/** How much of a practice can be shared. */
export const SHARE_SCOPES = ["debrief", "talk"] as const;
export type ShareScope = (typeof SHARE_SCOPES)[number];

/** What somebody else sees of a practice, in paragraphs, and the trainee's lines among it, as they stand there. */
export type SharedView = { title: string; parts: string[]; lines: Quote[] };

const LONGEST_LINE = 1_000;

/**
 * What is seen of a practice within a scope, and nothing else: "debrief" shows only the lines that the debrief
 * itself quotes, "talk" everything that was said as well. Without a message of the trainee there is nothing.
 */
export function sharedView(session: Session, scope: ShareScope): SharedView | undefined {
  // How to look after oneself and how many hints there were is between the app and the trainee.
  const told = { ...debrief(session), care: undefined, hints: 0 };
  if (told.turns === 0) return undefined;
  const words = tellDebrief(told);
  const { skills, keep, try: tried, moments } = told;
  const quoted = [...skills.map(({ best }) => best), keep, tried, ...moments];
  const parts = words.split("\n\n");
  if (scope === "talk")
    return {
      title: told.title,
      parts: [...parts, "The whole talk", ...tellTalk(session)],
      lines: session.turns.map(({ n, reply }) => ({ turn: n, quote: shortened(reply, LONGEST_LINE) })),
    };
  const lines = quoted.flatMap((quote) => (quote ? asQuotedIn(words, quote) : []));
  return { title: told.title, parts, lines: distinct(lines) };
}

// A line counts as seen only in the very form in which the debrief quotes it.
const asQuotedIn = (words: string, { turn, quote }: Quote): Quote[] =>
  [shortened(quote), shortened(quote, 90)]
    .filter((form) => words.includes(`“${form}”`))
    .slice(0, 1)
    .map((form) => ({ turn, quote: form }));

const distinct = (lines: Quote[]): Quote[] =>
  [...new Map(lines.map((line) => [`${line.turn} ${line.quote}`, line])).values()].sort(
    (a, b) => a.turn - b.turn,
  );

function tellTalk({ flow, turns, unanswered }: Session): string[] {
  const customer = (said: readonly string[]) => said.map((line) => `${flow.persona.name}: ${line}`);
  const told = turns.map(({ n, customerSaid, reply }) =>
    [...customer(customerSaid), `Message ${n}: ${shortened(reply, LONGEST_LINE)}`].join("\n"),
  );
  const last = customer(unanswered).join("\n");
  return last ? [...told, last] : told;
}
