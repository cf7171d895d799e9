import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadFlow } from "../../src/flow/load.ts";

/** The smallest flow that has all it needs; the broken flows are this one with one mistake each. */
export const MINIMAL = readFileSync(fileURLToPath(new URL("minimal.yml", import.meta.url)), "utf8");

/** The smallest flow with one part of it written in another way. */
export function minimalWith(written: string, instead: string): string {
  if (!MINIMAL.includes(written)) throw new Error(`The smallest flow does not hold: ${written}`);
  return MINIMAL.replace(written, () => instead);
}

/** What was found in a text, as `code line:column`. */
export const problemsOf = (source: string) =>
  loadFlow(source, "flow.yml").problems.map(({ code, line, column }) => `${code} ${line}:${column}`);

/** The errors and warnings of a text; what is only a hint is left to its trainer. */
export const mistakesIn = (source: string, file = "flow.yml") =>
  loadFlow(source, file).problems.filter(({ severity }) => severity !== "hint");
