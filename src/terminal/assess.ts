import { createInterface } from "node:readline";
import { assess, exchangeFrom } from "../skills/assess.ts";
import { explainLines } from "./explain.ts";

const USAGE = `Give it JSON lines and it judges each reply: npm run -s assess < in.jsonl > out.jsonl
A line looks like {"id":"1","customer":"Where is my parcel?","reply":"Let me find out."}
To see why, for messages typed in: npm run -s assess -- --explain`;

if (process.argv.includes("--explain")) await explainLines();
else if (process.stdin.isTTY) console.log(USAGE);
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
