import { randomInt } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { confirm, isCancel, select } from "@clack/prompts";
import { config } from "dotenv";
import type { Flow } from "../flow/flow.ts";
import { suggestNext } from "../programme/suggest-next.ts";
import { asksForProgress } from "../programme/tell-progress.ts";
import { effort, inOrder } from "../session/effort.ts";
import { chat } from "./chat.ts";
import { flowFiles, flowNamed, playableFlows } from "./flow-files.ts";
import { myPractices, type OwnPractices, unlessOutOfReach, whyOutOfReach } from "./own-practices.ts";
import { playReplies } from "./play-replies.ts";
import { readOptions, type Wanted } from "./practise-options.ts";
import { print } from "./print.ts";
import { showProgress } from "./show-progress.ts";
import type { Here } from "./talk.ts";
import { pathNamed, walkPath } from "./walk-path.ts";

const complain = (message: string) => {
  console.error(message);
  process.exitCode = 1;
};

async function main(): Promise<void> {
  const wanted = readOptions();
  const own = myPractices();
  if (wanted.command === "forget") return forget(own);
  const files = flowFiles();
  const flows = playableFlows(files);
  if (wanted.command === "progress" || isAskedFor(wanted, flows)) return tellProgress(own, flows);
  if (flows.length === 0) return complain("There is no flow to play. See why with:  npm run flows -- check");
  if (wanted.path !== undefined) {
    const path = pathNamed(wanted.path, files);
    return typeof path === "string" ? complain(path) : walkPath(path, own, flows, wanted.seed);
  }
  const flow = wanted.flow === undefined ? undefined : flowNamed(wanted.flow, files);
  if (typeof flow === "string") return complain(flow);
  if (wanted.replies !== undefined) return playFile(wanted.replies, flow, wanted.seed ?? 1);
  await practise({ flows, own }, flow, wanted.seed);
}

// The word is understood as it is in Slack, unless a customer is called that.
const isAskedFor = ({ flow = "", replies }: Wanted, flows: readonly Flow[]) =>
  replies === undefined && asksForProgress(flow) && !flows.some(({ id }) => id === flow);

async function tellProgress(own: OwnPractices, flows: readonly Flow[]): Promise<void> {
  const progress = await own.progress();
  const next = suggestNext(progress, flows)?.flow.id;
  const start = next === undefined ? "" : `\nStart it with:  npm run practise -- ${next}`;
  print(showProgress(progress, flows) + start);
}

async function forget(own: OwnPractices): Promise<void> {
  if (process.stdin.isTTY) {
    const message =
      "Erase all your practices in the terminal, with the paths you joined and what you said about readings?";
    const agreed = await confirm({ message, initialValue: false });
    if (isCancel(agreed) || !agreed) return print("Nothing was erased.");
  }
  const erased = await own.forget();
  print(
    erased === 0
      ? "There was nothing to erase."
      : `${erased === 1 ? "One practice was" : `${erased} practices were`} erased. Nothing of yours is kept.`,
  );
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

async function practise(here: Here, named: Flow | undefined, seed: number | undefined): Promise<void> {
  let flow = named ?? (await choose(here));
  while (flow && (await chat(flow, seed ?? randomInt(2 ** 31), here)) === "again") flow = await choose(here);
}

const NOBODY = "";
const PROGRESS = "?";

async function choose({ flows, own }: Here): Promise<Flow | undefined> {
  if (!process.stdin.isTTY) {
    complain(`Name the flow to play: ${flows.map(({ id }) => id).join(", ")}.`);
    return undefined;
  }
  for (;;) {
    const chosen = await select({
      message: "Whom do you want to practise with?",
      options: [
        ...inOrder(flows).map((flow) => ({ value: flow.id, label: `${flow.title} (${effort(flow)})` })),
        { value: PROGRESS, label: "Nobody yet: show me my progress" },
        { value: NOBODY, label: "Nobody for now" },
      ],
    });
    if (isCancel(chosen)) return undefined;
    if (chosen !== PROGRESS) return flows.find(({ id }) => id === chosen);
    const progress = own && (await unlessOutOfReach(own.progress()));
    if (progress) print(`\n${showProgress(progress, flows)}\n`);
  }
}

config({ quiet: true });
await main().catch((error: unknown) => {
  const why = whyOutOfReach(error);
  if (why === undefined) throw error;
  complain(why);
});
