import { config } from "dotenv";
import type { Problem } from "../flow/problem.ts";
import type { FlowFile } from "../store/flow-folder.ts";
import { UNKNOWN_FLOW } from "../store/path-folder.ts";
import { readPublished } from "../store/read-published.ts";
import { isUnreadable } from "../store/read-store.ts";
import { storeAddress } from "../store/store-address.ts";
import { flowFolder } from "./flow-files.ts";

/**
 * The same files, where a path that names a flow of Slack's says so. Which flows were published there is known where
 * Tightrope keeps its store; elsewhere the problem stays as it is.
 */
export async function tellPublished(files: readonly FlowFile[]): Promise<readonly FlowFile[]> {
  const isMissing = ({ code }: Problem) => code === UNKNOWN_FLOW;
  if (!files.some(({ problems }) => problems.some(isMissing))) return files;
  config({ quiet: true });
  const read = async () => readPublished(storeAddress(process.env));
  const published = await read().catch((error: unknown): string[] => {
    if (isUnreadable(error)) return [];
    throw error;
  });
  return files.map((read) => ({
    ...read,
    problems: read.problems.map((problem) => {
      const name = isMissing(problem) ? meantBy(problem, read.source) : "";
      return published.includes(name) ? publishedOnly(problem, name) : problem;
    }),
  }));
}

const publishedOnly = (problem: Problem, name: string): Problem => ({
  ...problem,
  message: `"${name}" was published in Slack, and this folder has no file of it that can be played.`,
  remedy: `A path leads through flows of the folder. Put the file that was dropped into Slack here as ${flowFolder()}/${name}.yml, and check again.`,
});

// The words that a problem underlines, without the quotes around them.
const meantBy = ({ line, column, length }: Problem, source: string): string =>
  (source.split(/\r?\n/)[line - 1] ?? "").slice(column - 1, column - 1 + length).replace(/^["']|["']$/g, "");
