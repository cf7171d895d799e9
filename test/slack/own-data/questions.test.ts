import { describe, expect, test } from "vitest";
import { takeTurns } from "../../../src/slack/own-data/questions.ts";

const START = 1_000_000;

function asking() {
  const clock = { now: START };
  return { clock, questions: takeTurns(() => clock.now, 1_000) };
}

describe("questions of many workspaces", () => {
  test("a hundred workspaces together ask one question a second", () => {
    const { questions } = asking();
    const turns = Array.from({ length: 100 }, (_, n) => questions.turnOf(`T${n}`, 10));
    expect(turns).toEqual(Array.from({ length: 100 }, (_, n) => START + n * 10_000));
  });

  test("whoever has a turn keeps it, and comes back after those who came meanwhile", () => {
    const { clock, questions } = asking();
    questions.turnOf("T1", 10);
    expect(questions.turnOf("T2", 10)).toBe(START + 10_000);
    expect(questions.turnOf("T2", 10)).toBe(START + 10_000);
    clock.now += 10_000;
    expect(questions.turnOf("T2", 10)).toBeLessThanOrEqual(clock.now);
    expect(questions.turnOf("T1", 10)).toBe(START + 20_000);
  });

  test("a turn that was missed is not kept for ever", () => {
    const { clock, questions } = asking();
    questions.turnOf("T1", 10);
    questions.turnOf("T2", 10);
    clock.now += 3_600_000;
    expect(questions.turnOf("T3", 10)).toBe(clock.now);
    expect(questions.turnOf("T2", 10)).toBe(clock.now + 10_000);
  });
});
