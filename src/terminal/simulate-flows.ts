import { styleText } from "node:util";
import { judgeSimulation } from "../workshop/judge-simulation.ts";
import { sayingsFrom } from "../workshop/sayings.ts";
import { type Amounts, simulate, talksIn } from "../workshop/simulate.ts";
import { tellSimulation } from "../workshop/tell-simulation.ts";
import { filesNamed } from "./flow-files.ts";
import { corpusIn } from "./labelled-files.ts";
import { progressBar } from "./progress-bar.ts";
import { given, mistyped, type Usage } from "./usage.ts";

/** How `flows -- simulate` is used. */
export const SIMULATE = {
  command: "npm run flows -- simulate",
  takes: "[FLOW …]",
  does: `Lets made-up trainees play flows, and warns when a trick wins or skill does not.
Ten of them play thousands of talks: one skilled, one average, and eight with one trick each. The
numbers say what they did, not how real people will do; flows/README.md explains each warning.`,
  options: {
    runs: { type: "string", default: "1000", takes: "N", does: "talks of each in bare skills (1000)" },
    words: {
      type: "string",
      default: "50",
      takes: "N",
      does: "talks of each in real words, which take longer (50)",
    },
    seed: {
      type: "string",
      default: "1",
      takes: "N",
      does: "which talks; the same number gives the same (1)",
    },
    strict: { type: "boolean", default: false, does: "end with an error when there is a warning" },
    json: { type: "boolean", default: false, does: "print the data" },
  },
  examples: [
    ["npm run flows -- simulate late-delivery", "one flow, in about ten seconds"],
    ["npm run flows -- simulate late-delivery --words 0", "quicker: in bare skills only"],
  ],
} as const satisfies Usage;

// Messages tried for each ending in search of the shortest talk.
const MOST_TRIES = 20_000;
const CORPUS = new URL("../skills/english/corpus/", import.meta.url);

/**
 * Lets made-up trainees play the flows and prints how it went. False when a flow cannot be played, and with
 * `--strict` also when there is a warning.
 */
export function simulateFlows(args: readonly string[]): boolean {
  const { values, positionals } = given(SIMULATE, args);
  const amounts = amountsOf(values);
  if (typeof amounts === "string") mistyped(SIMULATE, amounts);
  const files = filesNamed(positionals).filter(({ kind }) => kind === "flow");
  const unplayable = files.filter(({ flow }) => !flow);
  for (const { file } of unplayable)
    console.error(`${file} cannot be played. See why with:  npm run flows -- check ${file}`);

  const sayings = sayingsFrom(amounts.talks.words > 0 ? corpusIn(CORPUS) : []);
  const bar = progressBar(talksIn(amounts) * (files.length - unplayable.length));
  const results = files.flatMap(({ flow }) => {
    if (!flow) return [];
    const simulation = simulate(flow, amounts, sayings, bar.step);
    const found = judgeSimulation(flow, simulation);
    bar.end();
    if (!values.json) console.log(`${tellSimulation(flow, simulation, found)}\n`);
    return [{ ...simulation, found }];
  });
  if (values.json) console.log(JSON.stringify(results, null, 2));
  const warnings = results.flatMap(({ found }) => found.filter(({ severity }) => severity === "warning"));
  if (!values.json) console.log(summary(results.length, warnings.length));
  return unplayable.length === 0 && !(values.strict && warnings.length > 0);
}

/** How much to simulate, or what is wrong with the numbers given. */
function amountsOf(given: Record<"runs" | "words" | "seed", string>): Amounts | string {
  const { runs, words, seed } = given;
  const wrong = Object.entries({ runs, words, seed }).find(([, text]) => !/^\d{1,9}$/.test(text));
  if (wrong) return `--${wrong[0]} takes a whole number, not "${wrong[1]}".`;
  if (Number(runs) + Number(words) === 0) return "--runs and --words cannot both be 0.";
  return { seed: Number(seed), talks: { bare: Number(runs), words: Number(words) }, tries: MOST_TRIES };
}

function summary(flows: number, warnings: number): string {
  const text = `${flows} flow${flows === 1 ? "" : "s"} played, ${warnings} warning${warnings === 1 ? "" : "s"}.`;
  return styleText(warnings > 0 ? "yellow" : "green", text);
}
