import type { Flow } from "../flow/flow.ts";
import { everyNeed, everyRule } from "../flow/rules.ts";
import { READ_SIGNS, readingOf, type Sign, signsOf } from "../flow/signs.ts";
import { briefOf } from "./moment.ts";

/** A message without words: what it shows, and the facts it asks for. */
export type Message = { shows: readonly Sign[]; asks: readonly string[] };

// What a message has to show so that a talk may show the sign.
const SHOWN_BY: Partial<Record<Sign, Sign>> = {
  "premature-solution": "solution",
  "asked-again": "routine-question",
  "repeated-apology": "apology",
  dwelling: "validation",
};

/** The messages that may make a difference in a flow: what its rules, needs and reactions name, from the simplest on. */
export function possibleMessages(flow: Flow): Message[] {
  const rules = everyRule(flow).map(({ rule }) => rule);
  const named: Sign[][] = [
    [],
    ...Object.keys(flow.reactions).map((sign) => [sign as Sign]),
    ...everyNeed(flow).flatMap(({ needs }) =>
      needs.flatMap((need) =>
        need.kind === "heard" ? need.signs.map((sign) => [sign]) : "sign" in need ? [[need.sign]] : [],
      ),
    ),
    ...rules.map(({ when }) => when),
    ...rules.filter(({ go }) => go).map(({ when }): Sign[] => [...when, "specific-validation"]),
    ["specific-validation", "exploring-question"],
  ];
  const known = new Map<string, Message>();
  for (const signs of named)
    for (const message of asking(flow, shownBy(signs))) {
      const shown = signsOf(readingOf(message.shows, message.asks));
      const key = `${shown.join(" ")} ? ${message.asks.join(" ")}`;
      const before = known.get(key);
      if (!before || message.shows.length < before.shows.length) known.set(key, message);
    }
  const effort = ({ shows, asks }: Message) => shows.length + asks.length;
  return [...known.values()].sort((a, b) => effort(a) - effort(b));
}

function shownBy(signs: readonly Sign[]): Sign[] {
  const shown = new Set(signs.map((sign) => SHOWN_BY[sign] ?? sign).filter((sign) => sign !== "nothing"));
  if (shown.has("specific-validation")) shown.delete("generic-validation");
  return READ_SIGNS.filter((sign) => shown.has(sign));
}

// A question may ask for nothing in particular, for one of the facts that count, for all of them, or for one told before.
function asking(flow: Flow, shows: readonly Sign[]): Message[] {
  if (!shows.some((sign) => sign.endsWith("question"))) return [{ shows, asks: [] }];
  const { needed } = briefOf(flow);
  const told = flow.facts.filter(({ known }) => known).slice(0, 1);
  return [[], ...needed.map((id) => [id]), ...told.map(({ id }) => [id]), needed].map((asks) => ({
    shows,
    asks,
  }));
}
