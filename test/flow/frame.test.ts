import { describe, expect, test } from "vitest";
import { describeProblem, frameOf, type Problem } from "../../src/flow/problem.ts";

const at = (column: number, length = 1): Problem => ({
  code: "text/long",
  severity: "error",
  message: "Too long.",
  remedy: "Shorten it.",
  file: "flow.yml",
  line: 2,
  column,
  length,
});
const framed = (line: string, column: number, length?: number) =>
  frameOf(at(column, length), `above\n${line}\n`, 40).slice(1);

describe("the lines around a problem", () => {
  test("are shown whole when they are short", () => {
    expect(frameOf(at(3, 2), "above\nabcdef")).toEqual(["1 | above", "2 | abcdef", "  |   ^^"]);
  });
  test("say with … where a long line goes on", () => {
    const line = "0123456789".repeat(10);
    expect(framed(line, 5, 3)).toEqual([`2 | ${line.slice(0, 39)}…`, "  |     ^^^"]);
    expect(framed(line, 5, 90)).toEqual([`2 | ${line.slice(0, 39)}…`, `  |     ${"^".repeat(35)}`]);
    expect(framed(line, 51, 2)).toEqual([`2 | …${line.slice(31, 69)}…`, `  | ${" ".repeat(20)}^^`]);
    expect(framed(line, 99, 2)).toEqual([`2 | …${line.slice(61)}`, `  | ${" ".repeat(38)}^^`]);
  });
  test("mark the same letter wherever it stands in the line", () => {
    const letters = "abcdefghijklmnopqrstuvwxyz".repeat(400);
    for (let column = 1; column <= letters.length; column += 37) {
      const [line = "", marks = ""] = framed(letters, column);
      expect(line[marks.indexOf("^")]).toBe(letters[column - 1]);
      expect(line.length).toBeLessThanOrEqual(44);
    }
  });
  test("hold no half of an emoji", () => {
    for (const column of [1, 60, 61, 118])
      expect(framed("😠".repeat(60), column)[0]?.isWellFormed()).toBe(true);
  });
  test("are cut to a line of a terminal however long they are", () => {
    const told = describeProblem(at(50_000), `${"y".repeat(90_000)}\n${"x".repeat(100_000)}`);
    for (const line of told.split("\n")) expect(line.length).toBeLessThanOrEqual(130);
  });
});
