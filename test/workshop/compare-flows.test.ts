import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import { loadFlow } from "../../src/flow/load.ts";
import { changedLines } from "../../src/workshop/changed-lines.ts";
import { compareFlows } from "../../src/workshop/compare-flows.ts";
import { MINIMAL } from "../flow/minimal.ts";

const flowWith = (...changes: [from: string, to: string][]): Flow => {
  const source = changes.reduce((text, [from, to]) => text.replace(from, to), MINIMAL);
  const { flow, problems } = loadFlow(source, "minimal.yml");
  if (!flow) throw new Error(JSON.stringify(problems));
  return flow;
};
const before = flowWith();

describe("what is different between two texts of a flow", () => {
  it("a flow that nobody had before is new", () => {
    expect(compareFlows(undefined, before)).toEqual([
      expect.stringMatching(/^It is new here: \d+ moods?, \d+ endings, \d+ facts?, \d+ tests?\.$/),
    ]);
  });

  it("the same words are the same, and so are the same words elsewhere", () => {
    expect(compareFlows(before, before)).toEqual(["It is the same, word for word."]);
    const moved = flowWith(["flow: minimal", "# moved down by a line\nflow: minimal"]);
    expect(compareFlows(before, moved)).toEqual(["Lines: 1 came in, 0 went out."]);
  });

  it("a title, a line of a mood and a rule are named for what they are", () => {
    const after = flowWith(["A late parcel", "A very late parcel"], ["- And now?", "- And what now?"]);
    expect(compareFlows(before, after)).toEqual([
      "The title was “A late parcel” and is “A very late parcel”.",
      expect.stringContaining("Changed mood: cross."),
      "Lines: 2 came in, 2 went out.",
    ]);
  });
});

describe("changed lines", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });

  it("say what to take out and what to put in, and no line that stayed", () => {
    fc.assert(
      fc.property(words, words, (old, now) => {
        const texts = [
          ["start", ...old, "end"],
          ["start", ...now, "end"],
        ] as const;
        const changes = changedLines(texts[0].join("\n"), texts[1].join("\n"));
        const numbers = (kind: string) =>
          new Set(changes.filter((change) => change.kind === kind).map(({ line }) => line));
        const [gone, come] = [numbers("removed"), numbers("added")];
        const stayed = texts[0].filter((_, at) => !gone.has(at + 1));
        expect(stayed).toEqual(texts[1].filter((_, at) => !come.has(at + 1)));
        for (const { kind, line, text } of changes)
          expect(texts[kind === "removed" ? 0 : 1][line - 1]).toBe(text);
      }),
    );
  });

  it("are the fewest, in the order of the text", () => {
    expect(changedLines("a\nb\nc\r\nd", "a\nc\nx\nd")).toEqual([
      { kind: "removed", line: 2, text: "b" },
      { kind: "added", line: 3, text: "x" },
    ]);
  });

  it("of texts that have nothing in common are found in no time", () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word} ${n}`).join("\n");
    expect(changedLines(many("one"), many("other"))).toHaveLength(40_000);
  });
});
