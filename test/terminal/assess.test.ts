import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { type Ran, runCommand } from "../run-command.ts";

function told({ stdout, stderr, status }: Ran) {
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { code: status, said: stderr, rows: lines.map((line) => JSON.parse(line)) };
}
const assess = async (input: string) => told(await runCommand("src/terminal/assess.ts", [], { input }));

const GOOD = { id: "a", customer: "My kettle leaks", reply: "I'm sending you a new kettle today." };

describe("the assess command", () => {
  test.concurrent("answers every line in order, with the words that show each label", async () => {
    const { code, rows, said } = await assess(
      `${JSON.stringify(GOOD)}\n${JSON.stringify({ ...GOOD, id: "b" })}\n`,
    );
    expect(code).toBe(0);
    expect(said).toBe("");
    expect(rows.map((row) => row.id)).toEqual(["a", "b"]);
    for (const { quote, start, end } of rows[0].evidence.solution) {
      expect(GOOD.reply.slice(start, end)).toBe(quote);
    }
  });

  test.concurrent("names a bad line by its number, reads the others, and ends with 1", async () => {
    const bad = ["not json", '{"id":"x","reply":"hi"}', '{"id":7,"customer":"c","reply":"r"}', "[1]"];
    const { code, rows, said } = await assess(
      [JSON.stringify(GOOD), ...bad, JSON.stringify(GOOD)].join("\n"),
    );
    expect(code).toBe(1);
    expect(rows).toHaveLength(2);
    expect(said.trim().split("\n")).toEqual([
      expect.stringMatching(/^line 2: expected JSON/),
      expect.stringMatching(/^line 3: expected "customer"/),
      expect.stringMatching(/^line 4: expected "id"/),
      expect.stringMatching(/^line 5: expected an object/),
    ]);
  });

  test("says nothing else through npm", () => {
    const input = `${JSON.stringify(GOOD)}\n`;
    const { code, rows, said } = told(spawnSync("npm", ["run", "-s", "assess"], { input, encoding: "utf8" }));
    expect([code, rows.length, said]).toEqual([0, 1, ""]);
  });

  test.concurrent("nothing in, nothing out", async () => {
    expect(await assess("")).toEqual({ code: 0, said: "", rows: [] });
  });

  test.concurrent("a label that is not there has no evidence", async () => {
    const [row] = (await assess(JSON.stringify({ id: "t", customer: "It broke", reply: "Hello." }))).rows;
    expect(row).toMatchObject({ validation: 0, question: 0, deescalation: 0, solution: 0, escalating: [] });
    expect(row.evidence.validation).toBeUndefined();
  });
});
