import { describe, expect, test } from "vitest";
import { MOVES } from "../../src/skills/reading.ts";
import { corpusIn } from "../../src/terminal/labelled-files.ts";
import { chanceFrom, oneByWeight, someOf } from "../../src/workshop/chance.ts";
import { MADE_UP_TRAINEES } from "../../src/workshop/made-up-trainees.ts";
import { putInWords } from "../../src/workshop/put-in-words.ts";
import { rehearse } from "../../src/workshop/rehearse.ts";
import { sayingsFrom } from "../../src/workshop/sayings.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { flowWith } from "./flow-with.ts";

const corpus = corpusIn(new URL("../../src/skills/english/corpus/", import.meta.url));
const sayings = sayingsFrom(corpus);
const dana = projectFlow("late-delivery");
const skilled = MADE_UP_TRAINEES.filter(({ name }) => name === "skilled");

describe("sayings", () => {
  test("are replies that were labelled with exactly what they are to show", () => {
    const fixes = sayings(["solution"]);
    expect(fixes.length).toBeGreaterThan(20);
    for (const reply of fixes)
      expect(corpus.filter((one) => one.reply === reply)).toContainEqual(
        expect.objectContaining({
          validation: 0,
          question: 0,
          deescalation: 0,
          solution: 1,
          escalating: [],
          faults: [],
        }),
      );
  });

  test("are there for whatever a made-up trainee says in other people's words", () => {
    const isOwn = (sign: string) => [...MOVES, "specific-validation", "exploring-question"].includes(sign);
    const said = MADE_UP_TRAINEES.flatMap(({ does, slips }) =>
      [...Object.values(does).flat(), ...(slips?.into ?? [])].map(({ shows }) =>
        shows.filter((sign) => !isOwn(sign)),
      ),
    );
    const few = said.filter(
      (signs) => signs.some((sign) => sayings([sign]).length < 3) && sayings(signs).length < 3,
    );
    expect(few).toEqual([]);
  });
});

describe("a message in words", () => {
  const say = (shows: Parameters<typeof sayings>[0], asks: string[] = [], seed = 1) =>
    putInWords(dana, { shows, asks, waits: false }, sayings, chanceFrom(seed));

  test("names what hangs on it for this very customer", () => {
    const lines = Array.from({ length: 20 }, (_, seed) => say(["specific-validation"], [], seed));
    for (const line of lines)
      expect(
        dana.persona.stakes.some((stake) => line.toLowerCase().includes(stake.toLowerCase())),
        line,
      ).toBe(true);
    expect(new Set(lines).size).toBeGreaterThan(10);
  });

  test("asks in words that the fact knows, once for each", () => {
    const asked = (id: string) => dana.facts.find((fact) => fact.id === id)?.asked ?? [];
    const line = say(["exploring-question"], ["party-date", "address"]).toLowerCase();
    for (const id of ["party-date", "address"])
      expect(asked(id).some((words) => line.includes(words.toLowerCase()))).toBe(true);
  });

  test("is never empty, also where the customer has no stakes", () => {
    const flow = flowWith();
    for (const { shows } of MADE_UP_TRAINEES.flatMap(({ does }) => Object.values(does).flat()))
      expect(
        putInWords(flow, { shows, asks: [], waits: false }, sayings, chanceFrom(3)).trim(),
        shows.join(),
      ).not.toBe("");
  });

  test.each(["late-delivery", "double-charge"])(
    "by a skilled trainee is mostly read as it was meant, and wins in %s",
    (id) => {
      const flow = projectFlow(id);
      const talks = skilled.flatMap((trainee) =>
        Array.from({ length: 8 }, (_, seed) => rehearse(flow, trainee, seed, sayings)),
      );
      const sum = (numbers: number[]) => numbers.reduce((so, number) => so + number, 0);
      expect(sum(talks.map(({ asMeant }) => asMeant)) / sum(talks.map(({ turns }) => turns))).toBeGreaterThan(
        0.8,
      );
      expect(
        talks.filter(({ ending }) => flow.endings[ending ?? ""]?.outcome === "good").length,
      ).toBeGreaterThan(5);
    },
  );
});

describe("chance", () => {
  test("is as likely as the weights say, and draws nothing twice", () => {
    const chance = chanceFrom(7);
    const list = [
      { often: 3, name: "a" },
      { often: 1, name: "b" },
    ] as const;
    const drawn = Array.from({ length: 4_000 }, () => oneByWeight(list, chance)?.name);
    expect(drawn.filter((name) => name === "a").length / drawn.length).toBeCloseTo(0.75, 1);
    expect(someOf([1, 2, 3], 5, chance).sort()).toEqual([1, 2, 3]);
    expect(oneByWeight([], chance)).toBeUndefined();
  });
});
