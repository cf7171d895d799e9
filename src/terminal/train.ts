import { readFileSync, writeFileSync } from "node:fs";
import { GROUPS, trainReader } from "../skills/train.ts";
import { corpusIn } from "./labelled-files.ts";
import { given, type Usage } from "./usage.ts";

const USAGE = {
  command: "npm run train",
  does: `Learns the reader's weights from the labelled replies in src/skills/english/corpus/.
The same corpus gives the same file, src/skills/english/weights.json.`,
  options: {
    check: { type: "boolean", does: "write nothing, and say whether the weights are those of this corpus" },
  },
  examples: [
    ["npm run train", "after the corpus has changed"],
    ["npm run train -- --check", "before you propose the change"],
  ],
} as const satisfies Usage;
const { values } = given(USAGE);

const OUT = new URL("../skills/english/weights.json", import.meta.url);
const corpus = corpusIn(new URL("../skills/english/corpus/", import.meta.url));

const steps = GROUPS + 1;
let done = 0;
const began = performance.now();
const trained = trainReader(corpus, () => showProgress(++done));
const text = `${JSON.stringify(trained, null, 1)}\n`;
showProgress(steps);
process.stderr.write(
  `\n${corpus.length} replies read in ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
);

if (values.check) {
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
