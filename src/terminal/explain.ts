import { createInterface } from "node:readline";
import { read } from "../skills/read.ts";
import { type Finding, NO_CONTEXT, type Reading, SKILLS } from "../skills/reading.ts";

const SAID = { sure: "", likely: " (likely)", unsure: " (can't tell)" };

/** A reading in words: what is there, how firmly, by which words and why. */
export function explain(reading: Reading): string {
  const line = (name: string, found: Finding) => {
    const quotes = found.evidence.map((one) => `“${one.quote}”`).join(" … ");
    return `  ${name}${SAID[found.certainty]}: ${found.why}${quotes === "" ? "" : `\n      ${quotes}`}`;
  };
  return [
    ...SKILLS.map((skill) => line(`${skill} ${reading[skill].level}`, reading[skill])),
    line(`solution ${reading.solution.present ? "yes" : "no"}`, reading.solution),
    ...[...reading.escalating, ...reading.faults, ...reading.moves].map((one) => line(one.tag, one)),
  ].join("\n");
}

/** Explains every message that is typed in, one a line. A line may begin with the customer's words and a bar: `They | me`. */
export async function explainLines(): Promise<void> {
  if (process.stdin.isTTY)
    console.log(
      "Type a message, or the customer's words, a bar and the message:  Where is it? | On its way.",
    );
  for await (const line of createInterface({ input: process.stdin })) {
    const bar = line.indexOf("|");
    const [customer, message] =
      bar < 0 ? ["", line] : [line.slice(0, bar).trim(), line.slice(bar + 1).trim()];
    console.log(explain(read(message, customer, NO_CONTEXT)));
  }
}
