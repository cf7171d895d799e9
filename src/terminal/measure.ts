import { writeFileSync } from "node:fs";
import type { Example } from "../skills/labels.ts";
import { type Answers, ASKED, answered, labelled } from "../skills/measure/answers.ts";
import { majority, pairRegression, tenPhrases } from "../skills/measure/baselines.ts";
import { calibrationOf } from "../skills/measure/calibration.ts";
import { agreementOf, cardOf } from "../skills/measure/card.ts";
import { ruleRows } from "../skills/measure/rule-rows.ts";
import { tryOnStrangers } from "../skills/measure/strangers.ts";
import { STRESSES } from "../skills/measure/stress.ts";
import { writeCard } from "../skills/measure/write-card.ts";
import { read } from "../skills/read.ts";
import { NO_CONTEXT } from "../skills/reading.ts";
import { lessonsFrom } from "../skills/train.ts";
import { corpusIn, goldIn } from "./labelled-files.ts";
import { given, type Usage } from "./usage.ts";

given({
  command: "npm run measure",
  does: `Measures the reader on replies by others, and writes docs/accuracy.md and test/skills/card.json.
It prints the same text, with the worst misreadings at its end.`,
  options: {},
  examples: [["npm run measure", "after npm run train"]],
} satisfies Usage);

const WORST = 15;
const corpus = corpusIn(new URL("../skills/english/corpus/", import.meta.url));
const gold = goldIn(new URL("../../test/skills/gold/dev.jsonl", import.meta.url));
const readAs = (change: (message: string) => string) => (one: Example) =>
  answered(read(change(one.reply), one.customer, NO_CONTEXT));

const lessons = lessonsFrom(corpus);
const card = cardOf(read, gold);
const text = writeCard({
  card,
  baselines: [majority(corpus), tenPhrases, pairRegression(corpus)].map(({ name, answer }) => ({
    name,
    agreement: agreementOf(gold.map(answer), gold),
  })),
  stresses: Object.entries(STRESSES).map(([name, change]) => ({
    name,
    agreement: agreementOf(gold.map(readAs(change)), gold),
  })),
  strangers: tryOnStrangers(lessons, () => process.stderr.write(".")),
  bins: calibrationOf(read, gold),
  rules: ruleRows(lessons),
  worst: gold
    .map((one) => ({ id: one.id, ...differences(readAs((message) => message)(one), labelled(one)) }))
    .sort((a, b) => b.missed.length + b.invented.length - a.missed.length - a.invented.length)
    .slice(0, WORST),
});
process.stderr.write("\n");
console.log(text);
writeFileSync(new URL("../../docs/accuracy.md", import.meta.url), text);
writeFileSync(new URL("../../test/skills/card.json", import.meta.url), `${JSON.stringify(card, null, 2)}\n`);

function differences(answer: Answers, label: Answers): { missed: string[]; invented: string[] } {
  const missed = ASKED.filter((asked) => label[asked] > 0 && answer[asked] === 0);
  const invented = ASKED.filter((asked) => label[asked] === 0 && answer[asked] > 0);
  return {
    missed: [...missed, ...label.tags.filter((tag) => !answer.tags.includes(tag))],
    invented: [...invented, ...answer.tags.filter((tag) => !label.tags.includes(tag))],
  };
}
