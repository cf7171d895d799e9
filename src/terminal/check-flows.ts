import type { FlowFile } from "../store/flow-folder.ts";
import { readMany } from "../store/load-many.ts";
import { yamlFiles } from "../store/yaml-files.ts";
import { checkAgain } from "./check-again.ts";
import { filesNamed, flowFolder } from "./flow-files.ts";
import { printAnnotations, printForPeople, printJson } from "./print-problems.ts";
import { progressBar } from "./progress-bar.ts";
import { tellPublished } from "./published-only.ts";
import { given, type Usage } from "./usage.ts";

/** How `flows -- check` is used. */
export const CHECK = {
  command: "npm run flows -- check",
  takes: "[FLOW …]",
  does: `Tells every problem of the flows, with its place and what to write instead.
Paths in flows/paths/ and shared parts in flows/shared/ are checked with them.
flows/PROBLEMS.md explains each code.`,
  options: {
    watch: { type: "boolean", default: false, does: "check again whenever a flow is saved" },
    json: { type: "boolean", default: false, does: "print the problems as data" },
    github: {
      type: "boolean",
      default: process.env.GITHUB_ACTIONS === "true",
      does: "print them as annotations of a pull request",
    },
  },
  examples: [
    ["npm run flows -- check", "all flows"],
    ["npm run flows -- check late-delivery --watch", "one of them, again at every save"],
    ["npm run flows -- check ~/draft.yml", "a file anywhere"],
  ],
} as const satisfies Usage;

/** Prints every problem of the flows with its place and remedy; true when none is an error. */
export async function checkFlows(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = given(CHECK, args);
  const print = values.json ? printJson : values.github ? printAnnotations : printForPeople;
  if (!values.watch) return print(await tellPublished(await filesToCheck(positionals)));
  await checkAgain(positionals, print);
  return true;
}

const MANY = 40;

// A large folder takes all cores, and shows how far it is.
async function filesToCheck(names: readonly string[]): Promise<FlowFile[]> {
  const folder = flowFolder();
  const { length } = yamlFiles(folder);
  if (names.length > 0 || length < MANY) return filesNamed(names);
  const bar = progressBar(length);
  const files = await readMany(folder, bar.step);
  bar.end();
  return files;
}
