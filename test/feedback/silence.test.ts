import { describe, expect, it } from "vitest";
import { debrief } from "../../src/feedback/debrief.ts";
import { tellEnding } from "../../src/feedback/tell.ts";
import { begin, happen, saidIntoSilence } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { projectFlow } from "../flows-of-the-project.ts";
import { leftAlone } from "./left-alone.ts";

const dana = projectFlow("late-delivery");

describe("a talk that ended because nobody wrote", () => {
  it("is told with what the customer said into the silence, and not with the answer before it", () => {
    const session = leftAlone();
    expect(session.state).toBe("ended");
    const said = saidIntoSilence(session);
    expect(said.length).toBeGreaterThan(1);
    expect(dana.idle?.says.map(({ say }) => say)).toContain(said[0]);
    expect(said.at(-1)).toBe(session.said.at(-1));
    expect([...(session.turns.at(-1)?.says ?? []), ...said]).toEqual(session.unanswered);
  });

  it("gives the limit as the reason why it ended, and not what the last message did", () => {
    const told = debrief(leftAlone());
    expect(tellEnding(told)).toMatch(
      /^Dana Whitfield ended the talk after your message 4, when no more came\./,
    );
    expect(told.ending).toMatchObject({
      id: "walked-away",
      because: "Dana had had enough.",
    });
  });
});

describe("nothing was said into a silence", () => {
  it("where the last message was answered and nothing came after it", () => {
    expect(saidIntoSilence(takeTurn(begin(dana, 7, "Sam"), "Hello."))).toEqual([]);
  });

  it("that came before the last message, which follows it in the talk", () => {
    const asked = happen(begin(dana, 7, "Sam"), { type: "idle" });
    expect(saidIntoSilence(takeTurn(asked, "I'm here."))).toEqual([]);
  });
});
