import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SIGNS } from "../../src/flow/signs.ts";
import { explainedProblems } from "../../src/workshop/explained-problems.ts";
import { explainedSigns } from "../../src/workshop/explained-signs.ts";

const written = (name: string) => readFileSync(join(import.meta.dirname, "../../flows", name), "utf8");

describe("the problems, as the trainers' page explains them", () => {
  const problems = explainedProblems(written("PROBLEMS.md"));

  it("are all there, in words and with examples, wrong and right", () => {
    expect(problems.length).toBe([...written("PROBLEMS.md").matchAll(/^### /gm)].length);
    for (const { code, words, wrong, right } of problems)
      expect([code, words.length > 20, wrong.length > 0, right.length > 0]).toEqual([code, true, true, true]);
  });

  it("are told in words without Markdown, but for code", () => {
    expect(problems.find(({ code }) => code === "sign/unknown")?.words).toBe(
      "What a message can show is a closed list, in the table of signs. Several signs stand in brackets.",
    );
    for (const { words } of problems) expect(words).not.toMatch(/\*\*|\]\(/);
  });

  it("show several files where it takes several", () => {
    const taken = problems.find(({ code }) => code === "flow/name-taken");
    expect(taken?.wrong.map(({ file }) => file)).toEqual(["late-parcel.yml", "lost-parcel.yml"]);
    const ending = problems.find(({ code }) => code === "file/name");
    expect(ending?.wrong.map(({ file }) => file)).toEqual(["suite.yml.txt"]);
  });
});

describe("the signs, as the trainers' README explains them", () => {
  const signs = explainedSigns(written("README.md"));

  it("are all there, in the order in which they can be shown", () => {
    expect(signs.map(({ sign }) => sign)).toEqual(SIGNS);
    for (const { sign, shows } of signs) expect([sign, shows.length > 5]).toEqual([sign, true]);
  });

  it("are told apart by what it takes to show them", () => {
    const groupOf = (name: string) => signs.find(({ sign }) => sign === name)?.group;
    expect(["limit", "escalating", "sarcasm", "dwelling", "nothing"].map(groupOf)).toEqual([
      "message",
      "inflames",
      "inflames",
      "talk",
      "talk",
    ]);
    expect(signs.find(({ sign }) => sign === "minimise")).toMatchObject({
      shows: "makes it smaller",
      example: '"It\'s only a bike."',
    });
  });
});
