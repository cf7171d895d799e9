import { describe, expect, it } from "vitest";
import { editOf } from "../../src/feedback/edit-line.ts";
import { begin } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { projectFlow, projectFlows } from "../flows-of-the-project.ts";

const dana = projectFlow("late-delivery");
const edited = (reply: string, about: string) => editOf(takeTurn(begin(dana, 7, "Sam"), reply), 1, about);

describe("the trainee's own line with a small change", () => {
  it("turns a “but” into an “and”", () => {
    const edit = edited(
      "You've waited twice for Ruby's bike, but I need the order number.",
      "validate-then-but",
    );
    expect(edit?.text).toBe("You've waited twice for Ruby's bike, and I need the order number.");
  });

  it("names the word that was there, and leaves it where only a rule comes after it", () => {
    const told = edited(
      "You've waited twice for Ruby's bike. However, I need the number.",
      "validate-then-but",
    );
    expect(told).toEqual({
      text: "You've waited twice for Ruby's bike. And I need the number.",
      how: "“however” became “and”",
    });
    const rule = "I get that Ruby is waiting, however our policy is the same for everyone.";
    expect(edited(rule, "validate-then-but")).toBeUndefined();
  });

  it("leaves a line in another language alone", () => {
    expect(edited("Es tut mir leid, dass Ihr Fahrrad nicht angekommen ist.", "validation")).toBeUndefined();
  });

  it("never holds before a customer what they hold against themselves", () => {
    const orla = projectFlow("my-own-fault");
    for (let seed = 0; seed < 40; seed++) {
      const session = takeTurn(begin(orla, seed, "Sam"), "I understand how frustrating this is.");
      expect(editOf(session, 1, "validation")?.text ?? "").not.toMatch(
        /shouldn't be let|my own fault|stupid/i,
      );
    }
  });

  it("moves the fix behind the acknowledgement", () => {
    const edit = edited(
      "I'll send a new bike tomorrow. Twice you told Ruby it was coming, and it wasn't.",
      "premature-solution",
    );
    expect(edit?.text).toBe(
      "Twice you told Ruby it was coming, and it wasn't. I'll send a new bike tomorrow.",
    );
  });

  it("opens with the flow's acknowledgement where the line has none", () => {
    const edit = edited("I'll send a new bike tomorrow.", "premature-solution");
    expect(edit?.text).toBe(`${dana.feedback.validation?.try[0]} I'll send a new bike tomorrow.`);
  });

  it("puts what this customer said where a stock phrase stood", () => {
    const edit = edited("Sorry for the inconvenience. What's your address?", "validation");
    expect(edit?.text).toMatch(/^You told me: ‘.+’\. What's your address\?$/);
    expect(edit?.text).not.toContain("inconvenience");
  });

  it.each(projectFlows)("never says back to the customer of $id what was said to us", (flow) => {
    const edits = [1, 2, 3, 4, 5, 6].map((seed) =>
      editOf(takeTurn(begin(flow, seed, "Sam"), "Hello"), 1, "validation"),
    );
    for (const edit of edits) {
      expect(edit?.text ?? "").not.toMatch(/^You told me: ‘[^’]*\byour?\b/i);
      expect(edit?.how ?? "").not.toContain("stock phrase");
    }
  });

  it("keeps one question of four", () => {
    const edit = edited(
      "What happened? What's your name? When is Ruby's birthday? Where do you live?",
      "question",
    );
    expect(edit?.text.match(/\?/g)).toHaveLength(1);
    expect(edit?.how).toContain("of 4");
  });

  it("leaves out the sentence that hurt, and nothing where nothing would be left", () => {
    expect(edited("Calm down. I'm calling the depot for you now.", "calm-command")?.text).toBe(
      "I'm calling the depot for you now.",
    );
    expect(edited("Calm down.", "calm-command")).toBeUndefined();
  });

  it("is not offered where the line allows none", () => {
    expect(edited("ok", "dismiss")).toBeUndefined();
    expect(edited("It will be fine.", "validate-then-but")).toBeUndefined();
  });
});
