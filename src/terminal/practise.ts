import { randomInt } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isCancel, select } from "@clack/prompts";
import type { Flow } from "../flow/flow.ts";
import { effort, inOrder } from "../session/effort.ts";
import { chat } from "./chat.ts";
import { flowFiles, flowNamed, playableFlows } from "./flow-files.ts";
import { playReplies } from "./play-replies.ts";

const USAGE = `Practise with a difficult customer in the terminal.

  npm run practise                               choose a customer
  npm run practise -- late-delivery              practise with this one (or with a file: draft.yml)
  npm run -s practise -- late-delivery --replies replies.txt --seed 7 --json
                                                 play one reply a line, and print JSON lines

Options:
  --seed N         the same seed and replies give the same talk
  --replies FILE   one reply a line ("-" for standard input)
  --json           print JSON lines (needs --replies)
  --help`;

const complain = (message: string) => {
  console.error(message);
  process.exitCode = 1;
};

await main();

async function main(): Promise<void> {
  const given = readArguments();
  if (typeof given === "string") return complain(`${given}\n\n${USAGE}`);
  if (given.help) return console.log(USAGE);
  const flows = playableFlows(flowFiles());
  if (flows.length === 0) return complain("There is no flow to play. See why with:  npm run flows -- check");
  const flow = given.flow === undefined ? undefined : flowNamed(given.flow, flows);
  if (typeof flow === "string") return complain(flow);
  if (given.replies !== undefined) return playFile(given.replies, flow, given.seed ?? 1);
  await converse(flows, flow, given.seed);
}

type Given = { help: boolean; flow?: string; seed?: number; replies?: string };

function readArguments(): Given | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        seed: { type: "string" },
        replies: { type: "string" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const seed = values.seed === undefined ? undefined : Number(values.seed);
    if (seed !== undefined && !Number.isSafeInteger(seed))
      return `--seed takes a whole number, not "${values.seed}".`;
    if (positionals.length > 1) return `Name one flow, not ${positionals.length}.`;
    if (values.json !== (values.replies !== undefined)) return "--json and --replies FILE go together.";
    return {
      help: values.help,
      ...(positionals[0] === undefined ? {} : { flow: positionals[0] }),
      ...(seed === undefined ? {} : { seed }),
      ...(values.replies === undefined ? {} : { replies: values.replies }),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function playFile(file: string, flow: Flow | undefined, seed: number): void {
  if (!flow) {
    complain("Name the flow to play:  npm run -s practise -- late-delivery --replies replies.txt --json");
    return;
  }
  if (file !== "-" && !existsSync(file)) {
    complain(`There is no file ${file}. It should hold one reply a line.`);
    return;
  }
  const replies = readFileSync(file === "-" ? 0 : file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  for (const line of playReplies(flow, replies, seed)) console.log(JSON.stringify(line));
}

async function converse(flows: Flow[], named: Flow | undefined, seed: number | undefined): Promise<void> {
  let flow = named ?? (await choose(flows));
  while (flow && (await chat(flow, seed ?? randomInt(2 ** 31))) === "again") flow = await choose(flows);
}

async function choose(flows: Flow[]): Promise<Flow | undefined> {
  if (!process.stdin.isTTY) {
    complain(`Name the flow to play: ${flows.map(({ id }) => id).join(", ")}.`);
    return undefined;
  }
  const chosen = await select({
    message: "Whom do you want to practise with?",
    options: [
      ...inOrder(flows).map((flow) => ({ value: flow.id, label: `${flow.title} (${effort(flow)})` })),
      { value: "", label: "Nobody for now" },
    ],
  });
  return isCancel(chosen) ? undefined : flows.find(({ id }) => id === chosen);
}
