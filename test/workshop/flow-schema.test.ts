import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readFlowFolder } from "../../src/store/flow-folder.ts";
import { schemaTexts } from "../../src/terminal/write-schema.ts";
import { EXPLAINED, EXPLAINED_IN_PATHS, explainedAs } from "../../src/workshop/explained-names.ts";
import { flowSchema, namesIn, pathSchema } from "../../src/workshop/flow-schema.ts";
import { projectFlows } from "../flows-of-the-project.ts";

const names = new Set(namesIn(flowSchema()).map(explainedAs));

it("explains every name of the language, and no other", () => {
  expect([...names].sort()).toEqual(Object.keys(EXPLAINED).sort());
  expect(namesIn(pathSchema()).sort()).toEqual(Object.keys(EXPLAINED_IN_PATHS).sort());
});

it.each(Object.entries(schemaTexts()))(
  "%s in the flows folder is the one of this language (npm run flows -- schema)",
  (name, text) => {
    expect(readFileSync(new URL(`../../flows/${name}`, import.meta.url), "utf8")).toBe(text);
  },
);

it.each(projectFlows.map(({ file, source }) => [file, source]))(
  "%s names it in its first line",
  (_, source) => {
    expect(source?.split("\n")[0]).toBe("# yaml-language-server: $schema=flow.schema.json");
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

const paths = readFlowFolder(fileURLToPath(new URL("../../flows", import.meta.url))).filter(
  ({ path }) => path,
);

it.each(paths.map(({ file, source }) => [basename(file), source]))(
  "%s is valid by the schema it names",
  (_, source) => {
    expect(source.split("\n")[0]).toBe("# yaml-language-server: $schema=../path.schema.json");
    expect(z.fromJSONSchema(pathSchema()).safeParse(parse(source)).error).toBeUndefined();
  },
);
