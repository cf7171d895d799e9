import { moodTable } from "../workshop/mood-table.ts";
import { tableInMarkdown, tableInText } from "../workshop/write-table.ts";
import { playableNamed } from "./flow-files.ts";
import { given, type Usage } from "./usage.ts";

/** How `flows -- table` is used. */
export const TABLE = {
  command: "npm run flows -- table",
  takes: "[FLOW …]",
  does: "Prints what each kind of message does in each mood.",
  options: { markdown: { type: "boolean", does: "as a table for a pull request" } },
  examples: [["npm run flows -- table late-delivery", "how Dana takes what, mood by mood"]],
} as const satisfies Usage;

const WIDTH = 100;

/** Prints what each kind of message does in each mood; true when every flow could be read. */
export function tableFlows(args: readonly string[]): boolean {
  const { values, positionals } = given(TABLE, args);
  const { flows, isAll } = playableNamed(positionals);
  const tables = flows.map(moodTable);
  const written = values.markdown
    ? tables.map(tableInMarkdown)
    : tables.map((table) => `${tableInText(table, process.stdout.columns ?? WIDTH)}\n`);
  console.log(written.join("\n"));
  return isAll;
}
