import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { debrief } from "../../src/feedback/debrief.ts";
import { tellDebrief } from "../../src/feedback/tell.ts";
import { tellCustomerView, tellTurn } from "../../src/feedback/tell-talk.ts";
import { wholeTalk } from "../../src/feedback/whole-talk.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { readingOf, type Sign } from "../../src/flow/signs.ts";
import { begin, happen, type Session } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { projectFlow, projectFlows } from "../flows-of-the-project.ts";

const dana = projectFlow("late-delivery");

// A session in which each message shows exactly these signs; its text says which.
const showing = (flow: Flow, ...turns: Sign[][]): Session =>
  turns.reduce(
    (session, signs) => happen(session, { type: "reply", text: signs.join(" "), reading: readingOf(signs) }),
    begin(flow, 7, "Sam"),
  );

describe("a debrief", () => {
  it("is given when the practice is stopped before the first message", () => {
    const told = debrief(happen(begin(dana, 7, "Sam"), { type: "stop" }));
    expect(told.ending).toBeUndefined();
    expect(told.skills.map(({ rated }) => rated)).toEqual(["not rated", "not rated", "not rated"]);
    expect(tellDebrief(told)).toContain("stopped before your first message");
  });

  it("does not rate a skill that the talk never called for", () => {
    const told = debrief(showing(dana, ["dismiss"]));
    const rated = Object.fromEntries(told.skills.map(({ skill, rated }) => [skill, rated]));
    expect(rated.validation).toBe("not spotted");
    expect(rated.question).toBe("not rated");
  });

  it("tells clear from partly by whether the words were for this customer", () => {
    const rated = (sign: Sign) => debrief(showing(dana, [sign])).skills[0]?.rated;
    expect(rated("specific-validation")).toBe("clear");
    expect(rated("generic-validation")).toBe("partly");
  });

  it("says of a skill that showed partly what is missing for clear", () => {
    const told = (...turns: Sign[][]) => tellDebrief(debrief(showing(dana, ...turns)));
    expect(told(["generic-validation"])).toContain("becomes clear with a line that says back");
    const again = { ...dana, aims: { ...dana.aims, validation: 2 } };
    expect(tellDebrief(debrief(showing(again, ["specific-validation"], ["nothing"])))).toContain(
      "Clear in one message; this talk had room for 2.",
    );
  });

  it("names several questions at once", () => {
    const asked = takeTurn(
      begin(dana, 7, "Sam"),
      "Where do you live? When is the party? What colour was it?",
    );
    expect(wholeTalk(asked).flatMap(tellTurn).join("\n")).toContain("several questions at once");
  });

  it("gives a thought once while it stays the same", () => {
    const told = tellCustomerView(debrief(showing(dana, ["nothing"], ["nothing"])));
    expect(told.split(dana.moods.furious?.feels ?? "").length - 1).toBe(1);
    expect(told).toContain("She thought the same as before.");
  });

  it("says who ended the talk, and after which message", () => {
    const lost = tellDebrief(debrief(showing(dana, ["dismiss"], ["dismiss"], ["dismiss"])));
    expect(lost).toMatch(/Dana Whitfield ended the talk after your message \d\./);
  });

  it.each([
    ["a fix before the customer was heard", [["solution"]], "premature-solution"],
    ["the third apology", [["apology"], ["apology"], ["apology"]], "repeated-apology"],
    ["a promise nobody can keep", [["overpromise"]], "overpromise"],
    ["validation cancelled by “but”", [["generic-validation", "validate-then-but"]], "validate-then-but"],
    ["being told to calm down", [["calm-command"]], "calm-command"],
    ["kind words three times over", [["validation"], ["validation"], ["validation"]], "dwelling"],
  ] as [string, Sign[][], Sign][])("notices %s, and where", (_, turns, sign) => {
    const moment = debrief(showing(dana, ...turns)).moments.find((found) => found.sign === sign);
    expect(moment).toMatchObject({ turn: turns.length });
    expect(moment?.words.length).toBeGreaterThan(10);
  });

  it("notices a question for what was already told", () => {
    const asks = { type: "reply" as const, text: "when?", reading: readingOf(["question"], ["party-date"]) };
    const told = debrief([asks, asks].reduce(happen, begin(dana, 7, "Sam")));
    expect(told.moments.map(({ sign, turn }) => [sign, turn])).toContainEqual(["asked-again", 2]);
  });

  it("keeps the line that helped most and tries the one that hurt most", () => {
    const told = debrief(showing(dana, ["specific-validation"], ["calm-command"]));
    expect(told.keep).toMatchObject({ about: "validation", turn: 1 });
    expect(told.try).toMatchObject({ about: "calm-command", turn: 2 });
    expect(told.try?.example).toBeDefined();
  });

  it("keeps no question of two words that could be anybody's", () => {
    const asked = (reply: string) => debrief(takeTurn(begin(dana, 1, "Sam"), reply)).keep;
    expect(asked("ok and?")).toBeUndefined();
    expect(asked("By when does she need it?")).toMatchObject({ about: "question" });
  });

  it("without a bad moment, tries the skill that was missed", () => {
    const told = debrief(showing(dana, ["nothing"]));
    expect(told.try).toMatchObject({ about: "validation", turn: 1 });
    expect(told.try?.words).toContain("didn't spot");
  });

  it("says where it turned, and the customer's rating follows the ending", () => {
    const lost = debrief(showing(dana, ["dismiss"], ["dismiss"], ["dismiss"], ["dismiss"]));
    expect(lost.ending?.outcome).toBe("bad");
    expect(lost.rating).toBeLessThanOrEqual(2);
    expect(lost.turning).toMatchObject({ better: false });
    expect(debrief(showing(dana, ["specific-validation"])).turning).toEqual({ turn: 1, better: true });
  });

  it("tells each turn from the customer's seat: mood, feeling, why", () => {
    const { view } = debrief(showing(dana, ["calm-command"], ["specific-validation"]));
    expect(view.map(({ turn, change }) => [turn, Math.sign(change)])).toEqual([
      [1, -1],
      [2, 1],
    ]);
    expect(view[0]?.feels).toBe(dana.moods.storming?.feels);
    expect(view[0]?.because).toBeDefined();
  });

  it("praises in the trainer's words only what was for this customer and helped", () => {
    const wellDone = dana.feedback.validation?.wellDone;
    expect(debrief(showing(dana, ["specific-validation"])).keep?.words).toBe(wellDone);
    expect(debrief(showing(dana, ["generic-validation"])).keep?.words).not.toBe(wellDone);
  });

  it("comes with a word of care where the flow is heavy, and after a bad ending", () => {
    const heavy = { ...dana, care: { ...dana.care, heavy: true } };
    expect(debrief(showing(heavy, ["nothing"])).care).toBe(dana.care.after);
    expect(debrief(showing(dana, ["nothing"])).care).toBeUndefined();
    expect(debrief(showing(dana, ["dismiss"], ["dismiss"], ["dismiss"])).care).toBe(dana.care.after);
  });

  it("words what the reader is not sure of as a question", () => {
    const unsure = readingOf(["minimise"]);
    const reading = {
      ...unsure,
      escalating: unsure.escalating.map((found) => ({ ...found, certainty: "likely" as const })),
    };
    const session = happen(begin(dana, 7, "Sam"), { type: "reply", text: "at least", reading });
    expect(wholeTalk(session).flatMap(tellTurn).join("\n")).toContain("not certain");
  });

  it("quotes only what the trainee wrote, at the right message, in every flow", () => {
    const reply = fc.oneof(
      fc.string({ unit: "binary", maxLength: 120 }),
      fc.constantFrom(
        "I understand your frustration, but that's our policy.",
        "Sorry. Sorry! So sorry. I guarantee it will never happen again.",
        "When did it start, and by when do you need it?",
        "I'm ringing the bank myself now and I'll write to you by four.",
        "Calm down, it's only money.",
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...projectFlows),
        fc.nat(),
        fc.array(reply, { maxLength: 8 }),
        (flow, seed, replies) => {
          const session = replies.reduce(takeTurn, begin(flow, seed, "Sam"));
          const told = debrief(session);
          const quotes = [
            ...told.moments,
            ...told.skills.flatMap(({ best, missed }) => [best, missed]),
            told.keep,
            told.try,
          ].filter((quote) => quote !== undefined);
          for (const { turn, quote } of quotes) expect(session.turns[turn - 1]?.reply).toContain(quote);
          expect(told.view.map(({ reply }) => reply)).toEqual(session.turns.map(({ reply }) => reply));
          expect(told.rating).toBeGreaterThanOrEqual(0);
          expect(told.rating).toBeLessThanOrEqual(10);
          expect(`${tellDebrief(told)}${tellCustomerView(told)}`).not.toMatch(/undefined|NaN|\[object/);
        },
      ),
      { numRuns: 80 },
    );
  });
});
