import { describe, expect, it } from "vitest";
import { readingOf, type Sign } from "../../src/flow/signs.ts";
import { begin, happen, type Session } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { projectFlow } from "../flows-of-the-project.ts";

const dana = projectFlow("late-delivery");
const lines = dana.unknown.map(({ say }) => say);
const said = ({ turns }: Session) => turns.at(-1)?.says ?? [];
const asking = (signs: Sign[], asks: string[] = [], flow = dana) =>
  said(happen(begin(flow, 3, "Sam"), { type: "reply", text: "?", reading: readingOf(signs, asks) }));

describe("a question that none of the facts answers", () => {
  it.each(["What did the driver look like?", "What does Ruby like best about bikes?"])(
    "gets an answer in the persona's own tone: %s",
    (question) => {
      const [answer, ...more] = said(takeTurn(begin(dana, 3, "Sam"), question));
      expect(lines).toContain(answer);
      expect(more).toEqual([]);
    },
  );

  it("is not answered twice in the same words", () => {
    const asked = (session: Session) =>
      happen(session, { type: "reply", text: "?", reading: readingOf(["exploring-question"]) });
    const once = asked(begin(dana, 3, "Sam"));
    expect(said(asked(once))).not.toEqual(said(once));
  });

  it("leaves the word to a fact, and to a rule that has lines of its own", () => {
    for (const line of lines) {
      expect(asking(["exploring-question"], ["colour"])).not.toContain(line);
      expect(asking(["specific-validation", "exploring-question"])).not.toContain(line);
      expect(asking(["routine-question"])).not.toContain(line);
      expect(asking(["nothing"])).not.toContain(line);
    }
  });

  it("gets a line of the mood where the trainer has written none", () => {
    const without = { ...dana, unknown: [] };
    const [answer] = asking(["exploring-question"], [], without);
    expect(dana.moods.furious?.says.map(({ say }) => say)).toContain(answer);
  });
});
