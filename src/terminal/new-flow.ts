import { existsSync, writeFileSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { loadFlow } from "../flow/load.ts";
import { describeProblem } from "../flow/problem.ts";
import { type Answers, nameFor, newFlow } from "../workshop/new-flow.ts";
import { whoIs } from "../workshop/who-is.ts";
import { type Asker, askAnswers, openAsker } from "./ask-answers.ts";
import { flowFolder } from "./flow-files.ts";
import { given, mistyped, type Usage } from "./usage.ts";

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

const IS_YAML = /\.ya?ml$/i;

/** Asks about a customer and writes a flow that passes its check; true when it was written. */
export async function writeNewFlow(args: readonly string[]): Promise<boolean> {
  const { values } = given(NEW, args);
  const { out } = values;
  const folder = out === undefined ? flowFolder() : dirname(out);
  const complaint = whyNot(folder, out);
  if (complaint) mistyped(NEW, complaint);

  const asker = openAsker();
  let file = out;
  const asked = await askAnswers(asker, async (happened) => {
    file ??= await freeFile(asker, folder, nameFor(happened));
  });
  if ("soFar" in asked) {
    asker.close();
    const soFar = asked.soFar.map((answer, at) => `\n  ${at + 1}. ${answer}`).join("");
    console.error(
      `\nNothing was written, since not every question was answered.${soFar && `\nYours so far:${soFar}`}`,
    );
    return false;
  }
  const written = await write(
    asker,
    asked.answers,
    file ?? join(folder, `${nameFor(asked.answers.happened)}.yml`),
  );
  asker.close();
  return written;
}

// What is in the way is said before anything is asked.
function whyNot(folder: string, out: string | undefined): string | undefined {
  if (out !== undefined && !IS_YAML.test(out))
    return `--out takes a file that ends in .yml, such as  --out ${out}.yml`;
  if (!existsSync(folder)) return `There is no folder ${folder}. Make it first, or name another one.`;
  if (out === undefined) return undefined;
  if (existsSync(out)) return `There is a file ${out} already. Name another one.`;
  const { name } = parse(out);
  return nameFor(name) === name
    ? undefined
    : `A flow and its file have the same name, in lower case with hyphens, such as  --out ${join(folder, `${nameFor(name)}.yml`)}`;
}

// A name that is taken is asked for again; where nobody answers any more, the next free one will do.
async function freeFile(asker: Asker, folder: string, name: string): Promise<string> {
  const fileOf = (one: string) => join(folder, `${one}.yml`);
  let wanted = name;
  while (existsSync(fileOf(wanted))) {
    const free = nextFree(wanted, (one) => existsSync(fileOf(one)));
    const answer = await asker.ask(
      `There is a flow called ${wanted} already. What shall this one be called?\n   Press Enter for: ${free}`,
      free,
    );
    if (answer === undefined) return fileOf(free);
    wanted = nameFor(answer.replace(IS_YAML, ""));
  }
  return fileOf(wanted);
}

function nextFree(name: string, isTaken: (name: string) => boolean): string {
  for (let number = 2; ; number++) if (!isTaken(`${name}-${number}`)) return `${name}-${number}`;
}

// Answers are never lost: where the file cannot be written, another one is asked for, and at last the flow is printed.
async function write(asker: Asker, answers: Answers, file: string): Promise<boolean> {
  const source = newFlow(answers, nameFor(parse(file).name));
  try {
    writeFileSync(file, source, { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST")
      return write(asker, answers, await freeFile(asker, dirname(file), parse(file).name));
    const answer = await asker.ask(`${file} cannot be written (${code}). Which file can?`);
    if (answer !== undefined) return write(asker, answers, IS_YAML.test(answer) ? answer : `${answer}.yml`);
    console.error("Nothing was written. This is the flow that your answers make:\n");
    console.log(source);
    return false;
  }
  const { problems } = loadFlow(source, file);
  for (const problem of problems) console.log(`\n${describeProblem(problem, source)}`);
  console.log(`\n${file} is written. Talk to ${whoIs(answers.name).name}:  npm run practise -- ${file}
Then change it line by line, and check it as you save:  npm run flows -- check ${file} --watch
See what made-up trainees make of it:  npm run flows -- simulate ${file}`);
  return true;
}
