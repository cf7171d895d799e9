import { writeFileSync } from "node:fs";
import { flowSchema } from "../workshop/flow-schema.ts";
import { flowFolder } from "./flow-files.ts";

/** The schema as it stands in the flows folder. */
export const schemaText = (): string => `${JSON.stringify(flowSchema(), null, 2)}\n`;

/** Writes the JSON Schema of flows into the flows folder, where editors find it; always true. */
export function writeSchema(): boolean {
  const file = `${flowFolder()}/flow.schema.json`;
  writeFileSync(file, schemaText());
  console.log(`${file} is written. Editors find it by the first line of each flow.`);
  return true;
}
