import { describe, expect, test } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import { loadFlow } from "../../src/flow/load.ts";
import { playTest } from "../../src/flow/play-tests.ts";
import { readingOf } from "../../src/flow/signs.ts";
import { tellFailures } from "../../src/flow/tell-failures.ts";
import type { Context } from "../../src/skills/reading.ts";
import { flowFrom } from "./play-with.ts";

const rich = flowFrom("rich.yml");

/** The rich flow with this sample conversation at its end. */
function withSample(talk: string, ends = ""): Flow {
  const source = `${rich.source}tests:\n  - name: A sample\n    talk:\n${talk}${ends}`;
  const { flow, problems } = loadFlow(source, "rich.yml");
  if (!flow) throw new Error(problems.map(({ message }) => message).join("\n"));
  return flow;
}
const first = rich.source.split("\n").length + 3;
const failuresOf = (flow: Flow) => flow.tests.flatMap((sample) => playTest(flow, sample));

describe("a sample conversation", () => {
  test("that goes as expected has no failures", () => {
    const flow = withSample(
      [
        "      - { show: validation, asks: street, expect: { mood: cross, fact: street, not: nothing } }",
        "      - { idle: true, expect: { mood: cross } }",
        "      - { show: timeframe, expect: { fact: street } }",
        "      - { show: solution, expect: { mood: calm, shows: solution } }",
        "      - { show: solution, expect: { ending: solved } }",
        "    ends: [left, solved]\n",
      ].join("\n"),
    );
    expect(failuresOf(flow)).toEqual([]);
  });

  test.each([
    ["{ mood: calm }", "mood: calm", "mood: cross"],
    ["{ ending: left }", "ending: left", "mood: cross"],
    ["{ fact: street }", "fact: street", "told so far: name"],
    ["{ shows: apology }", "shows: apology", "shows: handover"],
    ["{ not: handover }", "not: handover", "shows: handover"],
  ])("that expects %s says what came instead, at the line of the step", (expectation, expected, actual) => {
    const flow = withSample(`      - show: timeframe\n      - { show: handover, expect: ${expectation} }\n`);
    expect(failuresOf(flow)).toMatchObject([
      { test: "A sample", file: "rich.yml", line: first + 1, expected, actual },
    ]);
  });

  test("that goes on after the end fails where it goes on", () => {
    const flow = withSample("      - show: sarcasm\n      - show: apology\n      - show: apology\n");
    expect(failuresOf(flow)).toMatchObject([
      { line: first + 1, expected: "the talk goes on", actual: "ending: left" },
    ]);
  });

  test("with another end than it says, or none, fails", () => {
    expect(failuresOf(withSample("      - show: sarcasm\n", "    ends: solved\n"))).toMatchObject([
      { line: first, expected: "ends: solved", actual: "ending: left" },
    ]);
    expect(failuresOf(withSample("      - show: limit\n", "    ends: [solved, left]\n"))).toMatchObject([
      { expected: "ends: solved or left", actual: "mood: cross" },
    ]);
  });

  test("in words is read with what the customer said, told and feels, as in a practice", () => {
    const flow = withSample("      - say: One\n      - idle: true\n      - say: Two\n      - say: Three\n");
    const calls: [string, string, Context][] = [];
    for (const sample of flow.tests)
      playTest(flow, sample, (...call) => {
        calls.push(call);
        return readingOf(["timeframe"]);
      });
    const [one, two, three] = calls.map(([message, customerSaid, { told, earlier }]) => ({
      message,
      said: customerSaid.split("\n").length,
      told: told.length,
      earlier,
    }));
    expect(one).toEqual({ message: "One", said: 1, told: 0, earlier: [] });
    expect(two).toEqual({ message: "Two", said: 2, told: 1, earlier: ["One"] });
    expect(three).toEqual({ message: "Three", said: 1, told: 3, earlier: ["One", "Two"] });
    expect(calls[0]?.[2].facts.map(({ id }) => id)).toEqual(["street", "secret", "name"]);
  });

  const told = (talk: string, ends = "") => {
    const flow = withSample(talk, ends);
    return tellFailures(flow, failuresOf(flow));
  };

  test("that fails is told as its talk, with what was expected and what came below the message", () => {
    const talk = [
      "      - { show: limit }",
      "      - { show: handover, asks: secret, expect: { mood: calm, fact: secret } }\n",
    ];
    const rule = rich.source.split("\n").findIndex((line) => line.includes("says: Anywhere"));
    expect(told(talk.join("\n")).split("\n")).toEqual([
      `rich: A sample  (rich.yml:${first + 1})`,
      expect.stringMatching(/^ {4}Kim: .*here is it/),
      "    trainee: (a message that shows limit)",
      expect.stringMatching(/^ {4}Kim: Harsh/),
      "    trainee: (a message that shows handover, asks for secret)",
      "      shows question, routine-question, handover",
      "    Kim: Anywhere handover.",
      expect.stringMatching(/^ {4}Kim: Not telling/),
      `      answered by line ${rule}`,
      "      expected  mood: calm; fact: secret",
      "      got       mood: cross; told so far: name",
    ]);
  });

  test("that fails in two ways for one cause tells the cause once", () => {
    const twice = told("      - { show: sarcasm, expect: { mood: calm } }\n", "    ends: solved\n");
    expect(twice).toContain("expected  mood: calm; ends: solved\n      got       ending: left");
    const over = told("      - { show: sarcasm, expect: { mood: calm } }\n      - show: apology\n");
    expect(over.match(/expected|ending: left/g)).toEqual(["expected", "ending: left"]);
  });

  test("that goes on after the end is told at the message that nobody hears", () => {
    expect(told("      - show: sarcasm\n      - show: apology\n")).toContain(
      `    the next message, in line ${first + 1}:\n      expected  the talk goes on\n      got       ending: left`,
    );
  });
});
