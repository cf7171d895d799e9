import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isMap, isSeq, parse, parseDocument } from "yaml";
import { loadFlow } from "../../src/flow/load.ts";
import { loadPath } from "../../src/flow/load-path.ts";
import { loadShared } from "../../src/flow/load-shared.ts";
import type { Problem } from "../../src/flow/problem.ts";
import type { Path } from "../../src/flow/yaml-source.ts";
import { projectFlows } from "../flows-of-the-project.ts";

const SHARED = "shared: basics\nfeedback: { canned: { missed: This fits anyone., try: Kim's parcel. } }\n";
const basics = loadShared(SHARED, "shared/basics.yml").parts;
const WALK = `path: first-week
language: en
title: Your first week
about: Two customers.
steps: [{ flow: late-delivery, goal: Say back what the wait has cost Dana. }]
`;
// Every name of the language, and the longer forms of those that have a shorter one.
const WHOLE = readFileSync(new URL("every-name.yml", import.meta.url), "utf8");

type Kind = { text: string; problems: (text: string) => readonly Problem[] };
const kinds: Record<string, Kind> = {
  "a flow": {
    text: WHOLE,
    problems: (text) => loadFlow(text, "every-name.yml", basics ? [basics] : []).problems,
  },
  "a path": { text: WALK, problems: (text) => loadPath(text, "paths/first-week.yml", projectFlows).problems },
  "shared parts": { text: SHARED, problems: (text) => loadShared(text, "shared/basics.yml").problems },
};

const pathsIn = (node: unknown, path: Path = []): Path[] =>
  isMap(node)
    ? node.items.flatMap(({ key, value }) => [
        [...path, String(key)],
        ...pathsIn(value, [...path, String(key)]),
      ])
    : isSeq(node)
      ? node.items.flatMap((item, index) => pathsIn(item, [...path, index]))
      : [];

const remediesOf = ({ text, problems }: Kind) =>
  pathsIn(parseDocument(text).contents).flatMap((path) => {
    const without = parseDocument(text);
    without.deleteIn(path);
    const name = String(path.at(-1));
    const found = problems(String(without)).filter(
      ({ code, message }) => code === "key/missing" && message.startsWith(`"${name}"`),
    );
    return found.map(({ remedy }) => ({ path, name, remedy }));
  });

test.each(Object.entries(kinds))("each part that %s has to have is asked for by what it is", (_, kind) => {
  const remedies = remediesOf(kind);
  expect(remedies.length).toBeGreaterThan(0);
  for (const { path, name, remedy } of remedies) {
    const [, what, example = ""] = /^Add {2}[a-z-]+: {2}with (.+?), such as {2}(.+)$/s.exec(remedy) ?? [];
    expect(what, `${path.join(".")}: ${remedy}`).toBeDefined();
    // The example can be copied as it stands: nothing of the shape is wrong then.
    const mended = parseDocument(kind.text);
    mended.setIn(path, mended.createNode((parse(example) as Record<string, unknown>)[name]));
    const wrong = kind.problems(String(mended)).filter(({ code }) => /^(key|value|yaml|text)\//.test(code));
    expect(wrong, `${path.join(".")}: ${example}`).toEqual([]);
  }
});

test("a flow that has nothing but its name is told everything else that it takes", () => {
  const { problems } = loadFlow("flow: tea\n", "tea.yml");
  const remedies = problems.map(({ remedy }) => remedy);
  expect(remedies).toContain(
    "Add  limits:  with what ends the talk; one of them counts messages, such as  limits: [{ need: { turns: at least 14 }, go: left }]",
  );
  for (const remedy of remedies) expect(remedy).toMatch(/such as/);
});
