import { readFileSync, writeFileSync } from "node:fs";
import { GROUPS, trainReader } from "../skills/train.ts";
import { corpusIn, goldIn } from "./labelled-files.ts";

const OUT = new URL("../skills/english/weights.json", import.meta.url);
const corpus = corpusIn(new URL("../skills/english/corpus/", import.meta.url));
const gold = goldIn(new URL("../../test/skills/gold/dev.jsonl", import.meta.url));

const steps = GROUPS + 1;
let done = 0;
const began = performance.now();
const trained = trainReader(corpus, gold, () => showProgress(++done));
const text = `${JSON.stringify(trained, null, 1)}\n`;
showProgress(steps);
process.stderr.write(
  `\n${corpus.length} replies read in ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
);

if (process.argv.includes("--check")) {
  const same = text === readFileSync(OUT, "utf8");
  console.log(
    same
      ? "The weights are those of this corpus."
      : "The weights are not those of this corpus: npm run train",
  );
  process.exitCode = same ? 0 : 1;
} else writeFileSync(OUT, text);

function showProgress(at: number): void {
  const full = Math.round((at / steps) * 30);
  process.stderr.write(`\r[${"=".repeat(full)}${" ".repeat(30 - full)}] ${at} of ${steps}`);
}
