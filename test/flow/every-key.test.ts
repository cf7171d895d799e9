import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isMap, isSeq, parseDocument } from "yaml";
import { everyName } from "../../src/flow/known-names.ts";
import { loadFlow } from "../../src/flow/load.ts";
import { loadShared } from "../../src/flow/load-shared.ts";
import type { Path } from "../../src/flow/yaml-source.ts";

const WHOLE = readFileSync(new URL("every-name.yml", import.meta.url), "utf8");

const basics = loadShared("shared: basics\n", "shared/basics.yml").parts;
const load = (source: string) => loadFlow(source, "every-name.yml", basics ? [basics] : []);

const WRONG: Record<string, unknown> = {
  "a number": 5,
  "a number below zero": -3,
  "a text": "Some words",
  "an empty text": "",
  nothing: null,
  "a list": ["a"],
  "a list in a list": [["a"]],
  "names with values": { a: 1 },
  "empty braces": {},
};

const pathsIn = (node: unknown, path: Path = []): Path[] => {
  const below = isMap(node)
    ? node.items.flatMap(({ key, value }) => pathsIn(value, [...path, String(key)]))
    : isSeq(node)
      ? node.items.flatMap((item, index) => pathsIn(item, [...path, index]))
      : [];
  return path.length > 0 ? [path, ...below] : below;
};
const paths = pathsIn(parseDocument(WHOLE).contents);

test("the flow that is tried has every name of the language", () => {
  const written = paths.flat();
  expect(everyName().filter((name) => !written.includes(name))).toEqual([]);
  expect(load(WHOLE).flow).toBeDefined();
});

// The words of the library that checks the shape, which mean nothing to a trainer.
const FOREIGN = /invalid|expected|received|undefined|object|NaN|Too (big|small)/i;

describe("whatever stands at a name, the trainer is told in their own words", () => {
  test.each(Object.keys(WRONG))("%s", (kind) => {
    for (const path of paths) {
      const document = parseDocument(WHOLE);
      document.setIn(path, document.createNode(WRONG[kind]));
      const { flow, problems } = load(String(document));
      if (!flow) expect(problems.some(({ severity }) => severity === "error")).toBe(true);
      for (const { message, remedy } of problems) {
        const words = `${path.join(".")}: ${message} ${remedy}`;
        expect(words).not.toMatch(FOREIGN);
        expect(remedy, words).toMatch(/^[A-Z].{5,}/);
      }
    }
  });
});
