import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ERASED } from "../../src/challenge/erase-lines.ts";
import { nextLines, turnsToReplay } from "../../src/challenge/next-lines.ts";
import { begin, type Session } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { projectFlow, projectFlows } from "../flows-of-the-project.ts";

const played = (session: Session, lines: readonly string[]) => lines.reduce(takeTurn, session);
const anyTalk = fc
  .record({
    flow: fc.constantFrom(...projectFlows),
    seed: fc.nat(),
    lines: fc.array(
      fc.oneof(
        fc.constantFrom("Which day is the party?", "Calm down.", "sorry for the inconvenience", "Sure."),
        fc.string({ minLength: 1, maxLength: 60 }),
      ),
      { minLength: 1, maxLength: 7 },
    ),
  })
  .map(({ flow, seed, lines }) => played(begin(flow, seed, "all of you"), lines));

describe("the three lines that a team votes on", () => {
  it("are different, one of them is what was said, and they are the same in every showing", () => {
    fc.assert(
      fc.property(anyTalk, fc.uuid(), (session, key) => {
        for (const turn of turnsToReplay(session)) {
          const lines = nextLines(session, turn, key);
          expect(lines).toHaveLength(3);
          expect(new Set(lines.map(({ text }) => text)).size).toBe(3);
          expect(lines.filter(({ said }) => said).map(({ text }) => text)).toEqual([
            session.turns[turn - 1]?.reply,
          ]);
          expect(nextLines(session, turn, key)).toEqual(lines);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("stand in an order that does not give away which was said", () => {
    const session = played(begin(projectFlow("late-delivery"), 3, "all of you"), [
      "Hello",
      "Which day is it?",
    ]);
    const places = [0, 0, 0];
    for (let at = 0; at < 900; at++) {
      const said = nextLines(session, 2, `key-${at}`).findIndex((line) => line.said);
      places[said] = (places[said] ?? 0) + 1;
    }
    expect(Math.min(...places)).toBeGreaterThan(240);
  });

  it("offer what a debrief would, and a line that fits where the customer stands", () => {
    const line = "I'm sorry for the inconvenience. What is your order number?";
    const session = played(begin(projectFlow("late-delivery"), 3, "all of you"), [line]);
    const others = nextLines(session, 1, "key")
      .filter(({ said }) => !said)
      .map(({ text }) => text);
    expect(
      others.some((text) => text.startsWith("You told me: ‘") && text.endsWith("What is your order number?")),
    ).toBe(true);
    const samples = session.flow.tests.flatMap(({ talk }) => talk.flatMap(({ say }) => say ?? []));
    expect(others.some((text) => samples.includes(text))).toBe(true);
  });

  it("are not nearly what was said, but for the change that a debrief would make", () => {
    const line = "I'm sorry for the inconvenience. What's your order number?";
    const session = played(begin(projectFlow("late-delivery"), 3, "all of you"), [line]);
    const texts = nextLines(session, 1, "key").map(({ text }) => text);
    expect(texts).not.toContain("I'm sorry for the inconvenience. What is your order number?");
  });

  it("never offer what was said at another turn, and leave out turns that were erased", () => {
    const line =
      "Two promises of tomorrow, and Ruby still has no bike for her birthday. No wonder you're angry.";
    const session = played(begin(projectFlow("late-delivery"), 3, "all of you"), ["Hello", ERASED, line]);
    expect(turnsToReplay(session)).toEqual([1, 3]);
    expect(nextLines(session, 1, "key").map(({ text }) => text)).not.toContain(line);
  });
});
