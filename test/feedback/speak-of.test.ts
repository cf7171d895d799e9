import { describe, expect, it, test } from "vitest";
import { debrief } from "../../src/feedback/debrief.ts";
import { speakOf } from "../../src/feedback/speak-of.ts";
import { tellDebrief } from "../../src/feedback/tell.ts";
import { tellTurn } from "../../src/feedback/tell-talk.ts";
import { wholeTalk } from "../../src/feedback/whole-talk.ts";
import type { Pronoun } from "../../src/flow/flow.ts";
import { readingOf, type Sign } from "../../src/flow/signs.ts";
import { begin, happen, type Session } from "../../src/session/session.ts";
import { projectFlow, projectFlows } from "../flows-of-the-project.ts";

test.each([
  ["she", "Asked how satisfied she is"],
  ["he", "Asked how satisfied he is"],
  ["they", "Asked how satisfied they are"],
] as const)("one speaks of a customer as %s", (pronoun, told) => {
  expect(speakOf(pronoun, "Asked how satisfied they are")).toBe(told);
});

test("every form of a pronoun is the customer's own", () => {
  const all = "They were there, it moved them, and then there was their say.";
  expect(speakOf("she", all)).toBe("She was there, it moved her, and then there was her say.");
  expect(speakOf("he", all)).toBe("He was there, it moved him, and then there was his say.");
});

const ways: Sign[][][] = [
  [["specific-validation"], ["specific-validation", "question"], ["concrete-de-escalation", "timeframe"]],
  [["dismiss"], ["argue"], ["calm-command"], ["dismiss"]],
  [["overpromise"], ["nothing"], ["nothing"], ["nothing"]],
];

const talk = (flow: Session["flow"], turns: Sign[][]) =>
  turns.reduce(
    (session, signs) => {
      const reading = readingOf(signs);
      return happen(session, { type: "reply", text: signs.join(" "), reading });
    },
    begin(flow, 3, "Sam"),
  );

const OURS = new RegExp(
  [
    "(\\w+) (?:thought the same|thought: “|answered: “|said: “|had had enough|left it there|were? content)",
    "how satisfied (\\w+)",
    "moved (\\w+) most",
  ].join("|"),
  "g",
);

const SAID: Record<Pronoun, string[]> = {
  she: ["she", "her"],
  he: ["he", "him"],
  they: ["they", "them"],
};

describe("a whole debrief speaks of its customer in one way", () => {
  it.each(projectFlows.map((flow) => [flow.persona.name, flow] as const))("%s", (name, flow) => {
    for (const turns of ways) {
      const session = talk(flow, turns);
      const told = [tellDebrief(debrief(session)), ...wholeTalk(session).flatMap(tellTurn)].join("\n");
      const words = [...told.matchAll(OURS)].flatMap(([, ...groups]) => groups.filter(Boolean));
      const last = name.split(" ").at(-1)?.toLowerCase() ?? "";
      for (const word of words) {
        expect([...SAID[flow.persona.pronoun], last], told).toContain(word?.toLowerCase());
      }
      expect(words.length).toBeGreaterThan(2);
    }
  });

  it("and a flow that names no pronoun has they", () => {
    const dana = projectFlow("late-delivery");
    const nobody = { ...dana, persona: { ...dana.persona, pronoun: "they" as const } };
    expect(tellDebrief(debrief(talk(nobody, [["dismiss"]])))).toContain("how satisfied they are");
  });
});
