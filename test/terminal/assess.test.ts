import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";

function assess(input: string) {
  const done = spawnSync("npm", ["run", "-s", "assess"], { input, encoding: "utf8" });
  const lines = done.stdout.split("\n").filter((line) => line !== "");
  return { code: done.status, said: done.stderr, rows: lines.map((line) => JSON.parse(line)) };
}

const GOOD = { id: "a", customer: "My kettle leaks", reply: "I'm sending you a new kettle today." };

describe("the assess command", () => {
  test("answers every line in order, with the words that show each label", () => {
    const { code, rows, said } = assess(`${JSON.stringify(GOOD)}\n${JSON.stringify({ ...GOOD, id: "b" })}\n`);
    expect(code).toBe(0);
    expect(said).toBe("");
    expect(rows.map((row) => row.id)).toEqual(["a", "b"]);
    for (const { quote, start, end } of rows[0].evidence.solution) {
      expect(GOOD.reply.slice(start, end)).toBe(quote);
    }
  });

  test("names a bad line by its number, reads the others, and ends with 1", () => {
    const bad = ["not json", '{"id":"x","reply":"hi"}', '{"id":7,"customer":"c","reply":"r"}', "[1]"];
    const { code, rows, said } = assess([JSON.stringify(GOOD), ...bad, JSON.stringify(GOOD)].join("\n"));
    expect(code).toBe(1);
    expect(rows).toHaveLength(2);
    expect(said.trim().split("\n")).toEqual([
      expect.stringMatching(/^line 2: expected JSON/),
      expect.stringMatching(/^line 3: expected "customer"/),
      expect.stringMatching(/^line 4: expected "id"/),
      expect.stringMatching(/^line 5: expected an object/),
    ]);
  });

  test("nothing in, nothing out", () => {
    expect(assess("")).toEqual({ code: 0, said: "", rows: [] });
  });

  test("a label that is not there has no evidence", () => {
    const [row] = assess(JSON.stringify({ id: "t", customer: "It broke", reply: "Hello." })).rows;
    expect(row).toMatchObject({ validation: 0, question: 0, deescalation: 0, solution: 0, escalating: [] });
    expect(row.evidence.validation).toBeUndefined();
  });
});
