import { parseArgs } from "node:util";
import type { FlowFile } from "../store/flow-folder.ts";
import { readMany } from "../store/load-many.ts";
import { yamlFiles } from "../store/yaml-files.ts";
import { checkAgain } from "./check-again.ts";
import { filesNamed, flowFolder } from "./flow-files.ts";
import { printAnnotations, printForPeople, printJson } from "./print-problems.ts";
import { progressBar } from "./progress-bar.ts";
import { tellPublished } from "./published-only.ts";

/**
 * Prints every problem of the flows with its place and remedy; true when none is an error. `--json` prints them as
 * data, `--github` as annotations of a pull request, and `--watch` checks again whenever a flow is saved.
 */
export async function checkFlows(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      github: { type: "boolean", default: process.env.GITHUB_ACTIONS === "true" },
      watch: { type: "boolean", default: false },
    },
  });
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
