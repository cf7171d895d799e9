import { describe, expect, it } from "vitest";
import { type Appeal, appealOf, type Disagreement, withoutName } from "../../src/feedback/appeal.ts";
import { appealablesOf, tellAnswer, tellSaid } from "../../src/feedback/appealable.ts";
import {
  appealedLines,
  corpusLine,
  flowTest,
  tellDiffering,
  tellWordless,
} from "../../src/feedback/appealed-lines.ts";
import { playTest } from "../../src/flow/play-tests.ts";
import { readingOf, SIGNS, type Sign } from "../../src/flow/signs.ts";
import { begin, happen, type Session, type Turn } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import type { Reading } from "../../src/skills/reading.ts";
import { projectFlow } from "../flows-of-the-project.ts";

const dana = projectFlow("late-delivery");
const reply = (signs: Sign[], text = signs.join(" "), change: Partial<Reading> = {}) =>
  ({ type: "reply", text, reading: { ...readingOf(signs), ...change } }) as const;
const talk = (...events: Parameters<typeof happen>[1][]): Session =>
  events.reduce(happen, begin(dana, 7, "Ada"));
const turnOf = (...signs: Sign[]) => talk(reply(signs)).turns[0] as Turn;
const told = (turn: Turn) => appealablesOf(turn).map(tellSaid);

const disagree = (
  session: Session,
  about: string,
  thinks: string,
  more: Partial<Disagreement> = {},
): Appeal => {
  const turn = session.turns.length;
  const given = { turn, about, thinks, why: undefined, consent: true, ...more };
  return appealOf(session, "p1", given) ?? expect.unreachable();
};

describe("what can be seen differently", () => {
  it("is each skill's level and the solution, in words, also where nothing was spotted", () => {
    expect(told(turnOf("specific-validation", "routine-question"))).toEqual([
      "Validation: seen, specific",
      "Clarifying questions: seen, in general words",
      "De-escalation: not spotted",
      "A solution: not spotted",
    ]);
  });

  it("is every line likely to inflame, every fault and every moment", () => {
    expect(told(turnOf("solution", "dismiss", "canned")).slice(3)).toEqual([
      "A solution: seen",
      "Nothing for the customer to hold on to: seen",
      "Words that would fit any customer: seen",
      "A fix before the customer was heard: seen",
    ]);
  });

  it("never offers what the reader says already", () => {
    for (const sign of SIGNS)
      for (const { said, others } of appealablesOf(turnOf(sign))) {
        expect(others.length).toBeGreaterThan(0);
        expect(others).not.toContain(said);
      }
  });

  it("where the reader can't tell, every answer can be given", () => {
    const unsure = { ...readingOf(["validation"]).validation, certainty: "unsure" as const };
    const [validation] = appealablesOf(talk(reply([], "Well.", { validation: unsure })).turns[0] as Turn);
    expect(validation).toEqual({
      about: "validation",
      said: "unsure",
      others: ["absent", "general", "specific"],
    });
  });

  it("fits into Slack's lists", () => {
    for (const sign of SIGNS)
      for (const one of appealablesOf(turnOf(sign)))
        for (const opinion of one.others)
          expect(tellAnswer(one.about, opinion).length).toBeLessThanOrEqual(75);
  });
});

describe("an appeal", () => {
  const session = talk(
    reply(["specific-validation"], "Two promises, Ada here."),
    { type: "idle" },
    reply([], "Hm."),
  );

  it("is not made of a reading, a message or an opinion that is not there", () => {
    const given = { turn: 1, about: "validation", thinks: "absent", why: undefined, consent: true };
    for (const wrong of [
      { turn: 9 },
      { turn: 0 },
      { about: "dismiss" },
      { thinks: "specific" },
      { thinks: "" },
    ])
      expect(appealOf(session, "p1", { ...given, ...wrong })).toBeUndefined();
    expect(appealOf(session, "p1", given)).toMatchObject({ said: "specific", thinks: "absent" });
  });

  it("without consent holds the reading and both opinions, and no words", () => {
    const appeal = disagree(session, "validation", "specific", { consent: false, why: "Because." });
    expect(appeal).toEqual({
      practice: "p1",
      turn: 2,
      about: "validation",
      said: "absent",
      thinks: "specific",
      language: "en",
      consent: false,
    });
  });

  it("with consent holds that one line, and of those before it only what they showed", () => {
    const appeal = disagree(session, "validation", "specific", { why: "  It names it. " });
    expect(appeal).toMatchObject({
      line: { reply: "Hm.", why: "It names it.", flow: "late-delivery", seed: 7 },
    });
    expect(JSON.stringify(appeal)).not.toContain("Two promises");
    expect(appeal.consent && appeal.line.before).toEqual([
      { show: ["validation", "specific-validation"], asks: [] },
      { idle: true },
    ]);
  });

  it("a reason is cut at 1,000 characters, and an empty one is none", () => {
    const why = (words: string) => {
      const appeal = disagree(session, "validation", "specific", { why: words });
      return appeal.consent ? appeal.line.why : expect.unreachable();
    };
    expect(why("x".repeat(1_200))).toHaveLength(1_000);
    expect(why("   ")).toBeUndefined();
  });

  it("holds no name, neither where the trainee signs nor where the customer says it", () => {
    const [first] = session.turns;
    const named = { ...session, turns: [{ ...(first as Turn), customerSaid: ["Thank you, Ada's right."] }] };
    const appeal = disagree(named, "validation", "general", { turn: 1, why: "I am Ada." });
    expect(appeal).toMatchObject({
      line: { reply: "Two promises, Sam here.", customer: "Thank you, Sam's right.", why: "I am Sam." },
    });
  });

  it.each([
    ["Adaptation, says Ada.", "Ada", "Adaptation, says Sam."],
    ["Priya here, priya.", "priya", "Sam here, Sam."],
    ["Is there more? There is.", "there", "Is there more? There is."],
    ["Élodie et Élodies.", "Élodie", "Sam et Élodies."],
  ])("%j without %j is %j", (words, name, without) => {
    expect(withoutName(words, name)).toBe(without);
  });
});

describe("what trainers get", () => {
  const session = talk(reply(["dismiss", "solution"], "Nothing I can do. Ring the shop."));
  const secret = disagree(session, "question", "general", { consent: false, why: "Marmalade." });

  it("of appeals without consent: the reading and both opinions, counted", () => {
    expect(
      tellWordless([secret, secret, disagree(session, "validation", "general", { consent: false })]),
    ).toEqual([
      "2 × Clarifying questions: not spotted. The trainee: It is there, in general words.",
      "1 × Validation: not spotted. The trainee: It is there, in general words.",
    ]);
    expect(appealedLines([secret])).toEqual([]);
  });

  it("of a line: its labels as the trainee sees them over the reader's, and the evidence left open", () => {
    const appeals = [
      disagree(session, "dismiss", "absent"),
      disagree(session, "validation", "specific"),
      secret,
    ];
    const [line, ...others] = appealedLines(appeals);
    expect(others).toEqual([]);
    expect(line && corpusLine(line)).toEqual({
      id: expect.stringMatching(/^appeal-[0-9a-f]{10}$/),
      customer: session.said.slice(0, 1).join("\n"),
      reply: "Nothing I can do. Ring the shop.",
      validation: 2,
      question: 0,
      deescalation: 0,
      solution: 1,
      escalating: [],
      faults: [],
      evidence: { validation: [], solution: [] },
    });
    expect(line?.opinions.map((one) => tellDiffering(one))[0]).toBe(
      "Nothing for the customer to hold on to: seen. The trainee: It isn't there.",
    );
  });

  it("what only the moment shows changes no label, so it is no corpus line", () => {
    const fits = appealedLines([disagree(session, "dismiss", "fitting")])[0];
    const early = appealedLines([disagree(session, "premature-solution", "absent")])[0];
    expect([fits && corpusLine(fits), early && corpusLine(early)]).toEqual([undefined, undefined]);
    expect(fits && flowTest(fits)).toBeUndefined();
    expect(early && flowTest(early)?.talk.at(-1)?.expect.not).toEqual(["premature-solution"]);
  });

  it("a flow's test that plays up to the line, and fails only where the trainee and the reader differ", () => {
    const words = "Calm down please, it's only a bike.";
    const before = talk(
      reply(["specific-validation"]),
      { type: "idle" },
      reply(["exploring-question"], "When?", { asks: ["party-date"] }),
    );
    const played = takeTurn(before, words);
    const said = appealablesOf(played.turns.at(-1) as Turn).find(({ about }) => about === "calm-command");
    expect(said?.said).toBe("present");
    const [line] = appealedLines([disagree(played, "calm-command", "absent")]);
    const test = line && flowTest(line);
    if (!test) return expect.unreachable();
    expect(test.talk.map(({ show, asks, idle, say }) => say ?? (idle || [show, asks]))).toEqual([
      [["validation", "specific-validation"], []],
      true,
      [["question", "exploring-question"], ["party-date"]],
      words,
    ]);
    expect(playTest(dana, test).map(({ expected }) => expected)).toEqual(["not: calm-command"]);
  });
});
