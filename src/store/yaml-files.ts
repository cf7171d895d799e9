import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../flow/problem.ts";

/**
 * Whether a file of this name, without its folder, is read as a flow, as shared parts or as a path: it ends in .yml or
 * .yaml, every system allows it, and it is none of those that editors and systems keep for themselves.
 */
export const isFlowName = (name: string): boolean =>
  /^[^.~/\\:*?"<>|\p{Cc}][^/\\:*?"<>|\p{Cc}]*\.ya?ml$/iu.test(name);

/** The .yml files of a folder in the order of their names; none where there is no such folder. */
export const yamlFiles = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter(isFlowName)
    .sort()
    .map((name) => join(folder, name));

/**
 * What is written in a file, without the byte order mark with which some editors begin one. What cannot be read at
 * all, such as a folder with the name of a flow, is a problem of its own and stops no other file.
 */
export function readText(file: string): { source: string; unreadable: Problem[] } {
  try {
    return { source: readFileSync(file, "utf8").replace(/^\uFEFF/, ""), unreadable: [] };
  } catch (error) {
    const unreadable: Problem = {
      code: "file/unreadable",
      severity: "error",
      message: `This file cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      remedy: "See that it is a file, that it is still there, and that Tightrope may read it.",
      file,
      line: 1,
      column: 1,
      length: 1,
    };
    return { source: "", unreadable: [unreadable] };
  }
}
