import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { schemaText } from "../../src/terminal/write-schema.ts";
import { EXPLAINED, explainedAs } from "../../src/workshop/explained-names.ts";
import { flowSchema, namesIn, schemaLine } from "../../src/workshop/flow-schema.ts";
import { projectFlows } from "../flows-of-the-project.ts";

const names = new Set(namesIn(flowSchema()).map(explainedAs));

it("explains every name of the language, and no other", () => {
  expect([...names].sort()).toEqual(Object.keys(EXPLAINED).sort());
});

it("the schema in the flows folder is the one of this language (npm run flows -- schema)", () => {
  expect(readFileSync(new URL("../../flows/flow.schema.json", import.meta.url), "utf8")).toBe(schemaText());
});

it.each(projectFlows.map(({ file, source }) => [file, source]))(
  "%s names it in its first line",
  (_, source) => {
    expect(source?.split("\n")[0]).toBe(schemaLine());
  },
);

const byName = Object.fromEntries(projectFlows.map((flow) => [flow.id, flow.source]));
const schema = z.fromJSONSchema(flowSchema());

it.each(Object.keys(byName))("%s is valid by it", (id) => {
  expect(schema.safeParse(parse(byName[id] ?? "")).error).toBeUndefined();
});

it.each([
  ["a name that does not belong there", { titel: "A late parcel" }],
  ["a level that there is not", { level: "brutal" }],
  ["a sign that there is not", { reactions: { validaton: { trust: 1 } } }],
])("%s is not", (_, change) => {
  const flow = parse(projectFlows[0]?.source ?? "");
  expect(schema.safeParse({ ...flow, ...change }).success).toBe(false);
});
