import { once } from "node:events";
import { existsSync } from "node:fs";
import { dirname, relative } from "node:path";
import { styleText } from "node:util";
import { type FlowFile, readFlowFile, readFlowFolder } from "../store/flow-folder.ts";
import { watchFlows } from "../store/watch-flows.ts";
import { filesNamed, flowFolder } from "./flow-files.ts";
import type { PrintProblems } from "./print-problems.ts";
import { tellPublished } from "./published-only.ts";

/** Checks the files of these names, or all, again whenever one is saved; until Ctrl+C. */
export async function checkAgain(names: readonly string[], print: PrintProblems): Promise<void> {
  const first = filesNamed(names);
  const named = names.length > 0 ? first.map(({ file }) => file) : undefined;
  const check = async (files: readonly FlowFile[], gone: readonly string[] = []) => {
    if (process.stdout.isTTY) console.clear();
    if (files.length > 0 || gone.length === 0) print(await tellPublished(files));
    for (const file of gone)
      console.log(styleText("yellow", `${file} is not there just now. It is checked again once it is back.`));
    console.log(styleText("dim", "Watching. Save a flow to check it again, press Ctrl+C to end."));
  };
  const again = () => {
    const { files, gone } = readAgain(named);
    void check(files, gone);
  };
  const watched = [
    { folder: flowFolder(), isDeep: true },
    ...foldersOutside(named ?? []).map((folder) => ({ folder, isDeep: false })),
  ];
  // What was saved before a folder is watched would not be seen.
  let unready = watched.length;
  const ready = () => {
    unready -= 1;
    if (unready === 0) void check(first);
  };
  const failed = (error: unknown) => console.error(`It cannot be watched: ${error}`);
  const ends = watched.map(({ folder, isDeep }) => watchFlows(folder, again, { ready, failed, isDeep }));
  await once(process, "SIGINT");
  await Promise.all(ends.map((end) => end()));
}

// Many editors save by putting a new file in the place of the old one, so for a moment there may be none.
function readAgain(named: readonly string[] | undefined): { files: FlowFile[]; gone: string[] } {
  const folder = flowFolder();
  if (!existsSync(folder)) return { files: [], gone: named ? [...named] : [folder] };
  const all = readFlowFolder(folder);
  if (!named) return { files: all, gone: [] };
  const gone = named.filter((file) => !existsSync(file));
  const there = named.filter((file) => !gone.includes(file));
  return { files: there.map((one) => all.find(({ file }) => file === one) ?? readFlowFile(one)), gone };
}

// A draft may lie anywhere; nothing below its folder is looked at.
const foldersOutside = (files: readonly string[]) =>
  [...new Set(files.map((file) => dirname(file)))].filter((folder) =>
    relative(flowFolder(), folder).startsWith(".."),
  );
