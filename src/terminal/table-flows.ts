import { parseArgs } from "node:util";
import { moodTable } from "../workshop/mood-table.ts";
import { tableInMarkdown, tableInText } from "../workshop/write-table.ts";
import { playableNamed } from "./flow-files.ts";

const WIDTH = 100;

/** Prints what each kind of message does in each mood; true when every flow could be read. */
export function tableFlows(args: readonly string[]): boolean {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { markdown: { type: "boolean" } },
    allowPositionals: true,
  });
  const { flows, isAll } = playableNamed(positionals);
  const tables = flows.map(moodTable);
  const written = values.markdown
    ? tables.map(tableInMarkdown)
    : tables.map((table) => `${tableInText(table, process.stdout.columns ?? WIDTH)}\n`);
  console.log(written.join("\n"));
  return isAll;
}
