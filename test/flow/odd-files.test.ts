import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import { describeProblem } from "../../src/flow/problem.ts";
import { MINIMAL, minimalWith, problemsOf } from "./minimal.ts";

describe("a file that an editor saved in its own way", () => {
  test("with a byte order mark loads", () => {
    expect(loadFlow(`\ufeff${MINIMAL}`, "flow.yml").problems).toEqual([]);
  });
  test.each([
    ["Windows", "\r\n"],
    ["old Mac", "\r"],
  ])("with %s line ends loads, and its mistakes have the same places", (_, end) => {
    expect(loadFlow(MINIMAL.replaceAll("\n", end), "flow.yml").problems).toEqual([]);
    const broken = minimalWith("- And now?", "- order #4411 is late");
    expect(problemsOf(broken.replaceAll("\n", end))).toEqual(problemsOf(broken));
  });
  test("a mistake on the first line after a byte order mark is where the editor shows it", () => {
    expect(problemsOf(`\ufeff${minimalWith("flow: minimal", "flow: Min")}`)).toEqual([
      "name/not-allowed 1:7",
    ]);
  });
  test("in another encoding says so", () => {
    const inBytes = (encoding: BufferEncoding, mark = "") =>
      Buffer.from(mark + MINIMAL, encoding).toString("utf8");
    expect(problemsOf(inBytes("utf16le"))).toEqual(["file/encoding 1:1"]);
    expect(problemsOf(inBytes("utf16le", "\ufeff"))).toEqual(["file/encoding 1:1"]);
    const latin = Buffer.from(
      MINIMAL.replace("📦", "B").replace("😠", "C").replace("And now?", "Et là, non ?"),
      "latin1",
    );
    expect(problemsOf(latin.toString("utf8"))).toEqual(["file/encoding 21:13"]);
  });
  test("with a character that nobody can see says where", () => {
    for (const character of ["\0", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u202e"])
      expect(problemsOf(minimalWith("And now", `And${character}now`))).toEqual([
        "file/invisible-character 21:12",
      ]);
  });
  test("may hold emoji, accents and other scripts", () => {
    const line = "Ça va, 👩‍🚒? 時間 — مرحبا “so”…";
    expect(loadFlow(minimalWith("And now?", line), "f.yml").flow?.moods.cross?.says[0]?.say).toBe(line);
  });
});

describe("a file that was never meant as a flow", () => {
  test.each([
    ["nothing at all", "", "file/empty 1:1"],
    ["blank lines", " \n\n\t\n", "file/empty 1:1"],
    ["notes only", "# to do\n", "file/empty 1:1"],
    ["five million letters", "a".repeat(5_000_000), "file/too-large 1:1"],
    ["a list of a hundred thousand brackets", "[".repeat(100_000), "file/too-deep 1:1"],
    ["dashes without end", "- ".repeat(20_000), "file/too-deep 1:1"],
    ["a line of fifty thousand letters", `a: ${"x".repeat(50_000)}`, "file/too-large 1:1"],
  ])("%s is refused with one reason", (_, source, problem) => {
    expect(problemsOf(source)).toEqual([problem]);
  });
  test.each([
    ["quotation marks", Array(20).fill(`"`.repeat(4_000))],
    ["brackets", Array(20).fill("{}".repeat(2_000))],
    ["letters", Array(20).fill(`${"x".repeat(4_000)}: y: z`)],
    ["names", Array.from({ length: 8_000 }, (_, n) => `k${n}: ${n}`)],
  ])("lines of nothing but %s come to an end", { timeout: 60_000 }, (_, lines) => {
    expect(loadFlow(lines.join("\n"), "flow.yml").flow).toBeUndefined();
  });
  test("brackets a thousand deep are refused", () => {
    const lists = minimalWith("- And now?", `- ${"[".repeat(1_000)}${"]".repeat(1_000)}`);
    expect(problemsOf(lists)).toEqual(["file/too-deep 21:9"]);
    const steps = Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");
    expect(problemsOf(steps)).toEqual(["file/too-deep 201:1"]);
    const within = "[a, ".repeat(4_000) + "]".repeat(4_000);
    for (const place of ["title: A late parcel", "when: solution", "trust: at least 10", "trust: 20"])
      expect(problemsOf(minimalWith(place, place.replace(/: .*/, `: ${within}`)))).toHaveLength(1);
  });
  test("references that would grow to a billion words are refused before they grow", () => {
    const levels = [..."bcdefghijk"].map((name, at) => {
      const before = "abcdefghij"[at];
      return `${name}: &${name} [${Array(10).fill(`*${before}`).join(", ")}]`;
    });
    const { flow, problems } = loadFlow(["a: &a [x, x]", ...levels].join("\n"), "flow.yml");
    expect(flow).toBeUndefined();
    expect(new Set(problems.map(({ code }) => code))).toEqual(
      new Set(["text/ampersand-is-anchor", "text/star-is-alias"]),
    );
  });
});

describe("whatever is in a file, it is read without an accident", () => {
  const isReadCalmly = (source: string) => {
    const { flow, problems } = loadFlow(source, "flow.yml");
    const lines = source.split(/\r\n?|\n/);
    if (!flow) expect(problems.some(({ severity }) => severity === "error")).toBe(true);
    for (const problem of problems) {
      expect(problem.line).toBeLessThanOrEqual(lines.length);
      expect(problem.column).toBeLessThanOrEqual((lines[problem.line - 1] ?? "").length + 1);
      expect(describeProblem(problem, source)).toContain(problem.remedy);
    }
  };
  const marks = fc.constantFrom(
    ..."-:#&*!|>'\"%@`[]{},?\\~<=\t \n\0\ufeff😠é0".split(""),
    ": ",
    "- ",
    "<<: ",
    "---\n",
  );
  const late = readFileSync(new URL("../../flows/late-delivery.yml", import.meta.url), "utf8");

  test("any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), isReadCalmly), { numRuns: 500 });
  });
  test("any mixture of the marks that mean something", () => {
    const text = fc.array(fc.oneof(marks, fc.constantFrom("flow", "says", "a", "moods")), { maxLength: 60 });
    fc.assert(
      fc.property(
        text.map((parts) => parts.join("")),
        isReadCalmly,
      ),
      { numRuns: 2_000 },
    );
  });
  test("the smallest flow with marks and letters thrown in anywhere", () => {
    const insert = fc.array(fc.tuple(fc.nat(MINIMAL.length), fc.oneof(marks, fc.string())), { maxLength: 4 });
    fc.assert(
      fc.property(insert, (inserts) => {
        isReadCalmly(
          inserts.reduce((text, [at, mark]) => text.slice(0, at) + mark + text.slice(at), MINIMAL),
        );
      }),
      { numRuns: 500 },
    );
  });
  test("a real flow with lines lost, doubled, swapped and garbled", () => {
    const edit = fc.record({
      kind: fc.constantFrom("lose", "double", "swap", "insert"),
      at: fc.nat(late.split("\n").length),
      column: fc.nat(60),
      mark: marks,
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const lines = late.split("\n");
        for (const { kind, at, column, mark } of edits) {
          const line = lines[at] ?? "";
          if (kind === "lose") lines.splice(at, 1);
          if (kind === "double") lines.splice(at, 0, line);
          if (kind === "swap") lines.splice(at, 2, lines[at + 1] ?? "", line);
          if (kind === "insert") lines[at] = line.slice(0, column) + mark + line.slice(column);
        }
        isReadCalmly(lines.join("\n"));
      }),
      { numRuns: 100 },
    );
  });
});
