import { createInterface } from "node:readline";
import { assess, exchangeFrom } from "../skills/assess.ts";
import { explainLines } from "./explain.ts";
import { given, helpOf, type Usage } from "./usage.ts";

const USAGE = {
  command: "npm run assess",
  does: `Says what each reply shows, with the words that show it: JSON lines in, JSON lines out.
A line looks like  {"id":"1","customer":"Where is my parcel?","reply":"Let me find out."}`,
  options: {
    explain: { type: "boolean", does: "type messages, and see in words what each shows, and why" },
  },
  examples: [
    ["npm run -s assess < in.jsonl > out.jsonl", "a line for each line"],
    ["npm run assess -- --explain", "type any message; Ctrl+D ends it"],
  ],
} as const satisfies Usage;

const { values } = given(USAGE);
if (values.explain) await explainLines();
else if (process.stdin.isTTY) console.log(helpOf(USAGE));
else process.exitCode = await assessLines();

async function assessLines(): Promise<number> {
  let at = 0;
  let bad = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    at += 1;
    if (line.trim() === "") continue;
    const exchange = exchangeFrom(at === 1 ? line.replace(/^\uFEFF/, "") : line);
    if ("expected" in exchange) {
      bad += 1;
      console.error(`line ${at}: ${exchange.expected}`);
    } else if (!process.stdout.write(`${JSON.stringify(assess(exchange))}\n`)) {
      await new Promise((resolve) => process.stdout.once("drain", resolve));
    }
  }
  return bad > 0 ? 1 : 0;
}
