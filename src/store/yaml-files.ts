import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The .yml files of a folder in the order of their names; none where there is no such folder. */
export const yamlFiles = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name));

/** What is written in a file. A byte order mark is how some editors begin one; it is no part of the text. */
export const textOf = (file: string): string => readFileSync(file, "utf8").replace(/^\uFEFF/, "");
