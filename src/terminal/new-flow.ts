import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { loadFlow } from "../flow/load.ts";
import { describeProblem } from "../flow/problem.ts";
import { type Answers, nameFor, newFlow } from "../workshop/new-flow.ts";
import { flowFolder } from "./flow-files.ts";
import { given, type Usage } from "./usage.ts";

/** How `flows -- new` is used. */
export const NEW = {
  command: "npm run flows -- new",
  does: `Asks six questions, and writes a flow that can be played at once.
Then change it line by line. It passes its check, and its notes say what to change where.`,
  options: {
    out: {
      type: "string",
      takes: "FILE.yml",
      does: "the file to write, in place of one in the flows folder",
    },
  },
  examples: [
    ["npm run flows -- new", "flows/, under a name made of what has happened"],
    ["npm run flows -- new --out ~/torn-tent.yml", "a file of your own; the flow is called torn-tent"],
  ],
} as const satisfies Usage;

const QUESTIONS = [
  ["Who is the customer? Their whole name.", "Rosa Lindqvist"],
  ["What has happened to them, in one sentence, as they would say it?", "The tent tore on its first night."],
  ["What hangs on it? A few words with commas between.", "the children, our only holiday, rain"],
  ["What do they feel? A few words with commas between.", "let down, cold, foolish"],
  [
    "What do they tell only when asked? A few words, a colon, and how they would say it.",
    "when they travel on: We leave for the coast on Thursday.",
  ],
  ["What can the trainee do for them?", "send another tent to the campsite."],
] as const;

/** Asks six questions and writes a flow that passes its check; true when it was written. `--out` names the file. */
export async function writeNewFlow(args: readonly string[]): Promise<boolean> {
  const { values } = given(NEW, args);
  const said = await answers();
  if (!said) {
    console.error("Nothing was written, since not every question was answered.");
    return false;
  }
  const id = nameFor(values.out?.replace(/^.*\/|\.ya?ml$/g, "") ?? said.happened);
  const file = values.out ?? join(flowFolder(), `${id}.yml`);
  if (existsSync(file)) {
    console.error(`There is a file ${file} already. Name another one with  --out FILE.`);
    return false;
  }
  const source = newFlow(said, id);
  writeFileSync(file, source);
  const { problems } = loadFlow(source, file);
  for (const problem of problems) console.log(`\n${describeProblem(problem, source)}`);
  console.log(`\n${file} is written. Talk to ${said.name}:  npm run practise -- ${file}
Then change it line by line, and check it as you save:  npm run flows -- check ${file} --watch`);
  return true;
}

async function answers(): Promise<Answers | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const lines = terminal[Symbol.asyncIterator]();
  const given: string[] = [];
  for (const [at, [question, example]] of QUESTIONS.entries()) {
    process.stdout.write(`\n${at + 1} of ${QUESTIONS.length}. ${question}\n   For example: ${example}\n> `);
    let line = await lines.next();
    while (!line.done && line.value.trim() === "") {
      process.stdout.write("A few words are enough.\n> ");
      line = await lines.next();
    }
    if (line.done) break;
    given.push(line.value.trim());
  }
  terminal.close();
  const [name, happened, stakes, feelings, fact, offer] = given;
  if (!name || !happened || !stakes || !feelings || !fact || !offer) return undefined;
  const [about = "", ...told] = fact.split(":");
  return {
    name,
    happened: sentence(happened),
    stakes: words(stakes),
    feelings: words(feelings),
    fact: { about: about.trim(), told: told.join(":").trim() || sentence(about) },
    offer: sentence(offer),
  };
}

const words = (list: string) =>
  list
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
const sentence = (said: string) => (/[.!?]$/.test(said) ? said : `${said}.`);
