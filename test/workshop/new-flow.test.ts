import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import { loadFlow } from "../../src/flow/load.ts";
import { playTest } from "../../src/flow/play-tests.ts";
import { corpusIn } from "../../src/terminal/labelled-files.ts";
import { judgeSimulation } from "../../src/workshop/judge-simulation.ts";
import { type Answers, nameFor, newFlow } from "../../src/workshop/new-flow.ts";
import { sayingsFrom } from "../../src/workshop/sayings.ts";
import { simulate } from "../../src/workshop/simulate.ts";
import { NEW_CUSTOMERS } from "./new-customers.ts";

const sayings = sayingsFrom(corpusIn(new URL("../../src/skills/english/corpus/", import.meta.url)));
const customers = Object.entries(NEW_CUSTOMERS);

function written(answers: Answers, id: string): Flow {
  const source = newFlow(answers, id);
  const { flow, problems } = loadFlow(source, `${id}.yml`);
  expect(problems).toEqual([]);
  return flow ?? expect.unreachable(source);
}

describe.each(customers)("a new flow about %s", (id, answers) => {
  const source = newFlow(answers, id);
  const flow = written(answers, id);

  it("passes its check without a warning or a hint, and its sample conversations go as written", () => {
    expect(flow.tests.flatMap((test) => playTest(flow, test))).toEqual([]);
  });

  it("brings sample conversations in words, the good one among them", () => {
    const inWords = flow.tests.filter(({ talk }) => talk.every(({ say }) => say !== undefined));
    expect(inWords.map(({ ends }) => ends)).toContainEqual(["helped"]);
    expect(inWords.length).toBeGreaterThanOrEqual(3);
  });

  it("is won by skill and by no trick, and neither won nor lost within two messages", () => {
    const simulation = simulate(flow, { seed: 1, talks: { bare: 50, words: 20 }, tries: 1_000 }, sayings);
    const warnings = judgeSimulation(flow, simulation).filter(({ severity }) => severity === "warning");
    expect(warnings).toEqual([]);
    for (const row of simulation.rows.filter(({ trainee }) => trainee === "skilled"))
      expect(row.good / row.talks, row.manner).toBeGreaterThanOrEqual(0.9);
    for (const { ending, messages } of simulation.shortest)
      if (flow.endings[ending]?.outcome !== "mixed")
        expect(messages?.length ?? 9, ending).toBeGreaterThanOrEqual(3);
  }, 60_000);

  it("speaks of this customer, has milder lines, and asks for nothing by a word that fits anything", () => {
    const [stake = ""] = flow.persona.stakes;
    expect(source.toLowerCase().split(stake.toLowerCase()).length).toBeGreaterThan(4);
    expect(source.match(/^ +softer: /gm)?.length).toBeGreaterThanOrEqual(6);
    const asked = flow.facts.flatMap((fact) => fact.asked);
    expect(asked.filter((words) => /^(?:time|day|date|what|when|where|name|number)$/.test(words))).toEqual(
      [],
    );
    expect(source).not.toMatch(/[«»]|undefined/);
  });
});

describe("new flows", () => {
  it("do not all say the same", () => {
    const said = customers.map(([id, answers]) => new Set(linesOf(written(answers, id))));
    const [first = new Set(), ...others] = said;
    for (const other of others) {
      const shared = [...first].filter((line) => other.has(line)).length;
      expect(shared / first.size).toBeLessThan(0.8);
    }
  });

  it("can be read whatever their trainer answered", () => {
    const words = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 80 })
      .map((one) => one.replace(/[\p{C}\p{Z}]/gu, " ").trim())
      .filter((one) => one !== "");
    const answered = fc.record({
      name: words,
      happened: words,
      stakes: fc.array(words, { minLength: 1, maxLength: 4 }),
      feelings: fc.array(words, { minLength: 1, maxLength: 4 }),
      fact: fc.record({ about: words, told: words }),
      offer: words,
    });
    fc.assert(
      fc.property(answered, (answers) => {
        const { flow, problems } = loadFlow(newFlow(answers, nameFor(answers.happened)), "flow.yml");
        expect(problems).toEqual([]);
        expect(flow?.tests.flatMap((test) => playTest(flow, test))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it.each(["A", "what", "This.", "no", "ID"])("can be read where the fact is about %j", (about) => {
    const [answers = expect.unreachable()] = Object.values(NEW_CUSTOMERS);
    written({ ...answers, fact: { ...answers.fact, about } }, "new-customer");
  });

  it.each([
    ["The tent tore on its first night.", "the-tent-tore-on-its-first-night"],
    ["  Ünder 2 Wörter! ", "under-2-worter"],
    ["2nd try", "nd-try"],
    ["The front desk gave our wedding suite to somebody else.", "the-front-desk-gave-our-wedding-suite-to"],
    ["My customer's dog", "my-customers-dog"],
    ["True.", "true-customer"],
    ["帳篷", "new-customer"],
  ])("%j becomes %s", (words, name) => {
    expect(nameFor(words)).toBe(name);
  });
});

const linesOf = ({ moods }: Flow): string[] =>
  Object.values(moods).flatMap(({ says, rules }) =>
    [...says, ...rules.flatMap((rule) => rule.says)].map(({ say }) => say),
  );
