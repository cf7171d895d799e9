import { describe, expect, it, test } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import { newFlow } from "../../src/workshop/new-flow.ts";
import { feelingsIn, stakesIn, whoIs } from "../../src/workshop/who-is.ts";

test.each([
  ["Marta Kowal", "Marta Kowal", undefined],
  ["Marta Kowal, a cellist", "Marta Kowal", "a cellist"],
  ["Marta Kowal, A cellist from Łódź.", "Marta Kowal", "a cellist from Łódź"],
  ["Marta Kowal; cellist", "Marta Kowal", "cellist"],
  ["Marta Kowal, 34, cellist", "Marta Kowal", "34, cellist"],
  ["Marta Kowal - a cellist", "Marta Kowal", "a cellist"],
  ["Marta Kowal (a cellist)", "Marta Kowal", "a cellist"],
  ["Marta Kowal is a cellist", "Marta Kowal", "a cellist"],
  ["Marta Kowal who plays the cello", "Marta Kowal", "who plays the cello"],
  ["Kowal, Marta", "Kowal, Marta", undefined],
  ["Marta Kowal, PhD", "Marta Kowal, PhD", undefined],
  ["Mr. Hendrik van der Meer", "Mr. Hendrik van der Meer", undefined],
  ["Zoë O’Neill-Müller", "Zoë O’Neill-Müller", undefined],
  ["Bo", "Bo", undefined],
])("of “%s” the name is “%s”, and beside it stands %s", (answer, name, said) => {
  expect(whoIs(answer)).toEqual({ name, said, pronoun: "they" });
});

test.each([
  ["Marta Kowal (she), a cellist", "she", "a cellist"],
  ["Marta Kowal, a cellist (she/her)", "she", "a cellist"],
  ["Jan Kowal [He/him]", "he", undefined],
  ["Robin Ashdown (they)", "they", undefined],
])("“%s” is spoken of as %s", (answer, pronoun, said) => {
  expect(whoIs(answer)).toMatchObject({ pronoun, said });
  expect(whoIs(answer).name).toMatch(/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u);
});

test.each([
  ["angry; scared", ["angry", "scared"]],
  ["angry, scared and cold", ["angry", "scared", "cold"]],
  ["angry / scared", ["angry", "scared"]],
  ["let down", ["let down"]],
  ["angry,, and scared;", ["angry", "scared"]],
])("“%s” are the feelings %j", (answer, feelings) => {
  expect(feelingsIn(answer)).toEqual(feelings);
});

test("what hangs on it is parted in the same way, but an “and” may belong to it", () => {
  expect(stakesIn("the concert; rest and quiet, and the fee")).toEqual([
    "the concert",
    "rest and quiet",
    "the fee",
  ]);
});

describe("a new flow", () => {
  const source = newFlow(
    {
      name: "Marta Kowal (she), a cellist",
      happened: "My bow came back with another frog on it.",
      stakes: ["the concert; my fee"],
      feelings: ["angry; scared"],
      fact: { about: "when the concert is", told: "On Saturday at eight." },
      offer: "send the right one by courier",
    },
    "the-bow",
  );

  it("knows its customer by name, and what else was said of them", () => {
    const { flow, problems } = loadFlow(source, "the-bow.yml");
    expect(problems).toEqual([]);
    expect(flow?.persona).toMatchObject({
      name: "Marta Kowal",
      pronoun: "she",
      stakes: ["concert", "fee"],
      feelings: ["angry", "scared"],
    });
    expect(flow?.persona.backstory).toMatch(/^Marta Kowal, a cellist\. My bow came back/);
    expect(flow?.about).toMatch(/^Marta Kowal, a cellist, writes to you:/);
  });
});
