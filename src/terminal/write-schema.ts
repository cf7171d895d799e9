import { writeFileSync } from "node:fs";
import { flowSchema, pathSchema, type Schema } from "../workshop/flow-schema.ts";
import { flowFolder } from "./flow-files.ts";
import { given, type Usage } from "./usage.ts";

/** How `flows -- schema` is used. */
export const SCHEMA = {
  command: "npm run flows -- schema",
  does: `Writes what editors need to complete and explain names.
It lies in the flows folder already; only who changes the language itself needs this.`,
  options: {},
  examples: [["npm run flows -- schema", "flow.schema.json and path.schema.json"]],
} as const satisfies Usage;

const asText = (schema: Schema): string => `${JSON.stringify(schema, null, 2)}\n`;

/** The schemas as they stand in the flows folder, by the names of their files. */
export const schemaTexts = (): Record<string, string> => ({
  "flow.schema.json": asText(flowSchema()),
  "path.schema.json": asText(pathSchema()),
});

/** Writes the JSON Schemas of flows and paths into the flows folder, where editors find them; always true. */
export function writeSchema(args: readonly string[]): boolean {
  given(SCHEMA, args);
  for (const [name, text] of Object.entries(schemaTexts())) {
    const file = `${flowFolder()}/${name}`;
    writeFileSync(file, text);
    console.log(`${file} is written. Editors find it by the first line of each file.`);
  }
  return true;
}
