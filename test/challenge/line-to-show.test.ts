import { describe, expect, it } from "vitest";
import { lineAskedAbout, lineToShow } from "../../src/challenge/line-to-show.ts";
import { lineInWords } from "../../src/challenge/tell-plan.ts";
import { begin, happen } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { COLD_SOUP } from "../store/stores.ts";

const HEARD = "Cold soup right before your meeting, that is a miserable lunch.";
const ASKED = "What exactly was cold, the soup or all of your lunch?";
const play = (...lines: string[]) =>
  happen(lines.reduce(takeTurn, begin(COLD_SOUP, 1, "Ada")), { type: "stop" });

describe("the line that somebody is asked about", () => {
  it("is the one that helped most, in their own words", () => {
    expect(lineToShow(play(HEARD), "talks")).toMatchObject({ skill: "validation", turn: 1 });
    expect(HEARD).toContain(lineToShow(play(HEARD), "talks")?.quote.slice(0, 20));
  });

  it("shows what the challenge counts, wherever there is such a line", () => {
    const both = play(HEARD, ASKED);
    expect(lineToShow(both, "validation")).toMatchObject({ skill: "validation", turn: 1 });
    const question = lineToShow(both, "question");
    expect(question).toMatchObject({ skill: "question", turn: 2 });
    expect(ASKED).toContain(question?.quote);
  });

  it("is another one to keep where there is none of these, and it is said what it shows", () => {
    const line = lineToShow(play(HEARD), "question");
    expect(line).toMatchObject({ skill: "validation", turn: 1 });
    expect(line && lineInWords(line.skill)).toBe("a specific validation");
  });

  it("is one of the mended message where mending counts", () => {
    expect(lineToShow(play(HEARD, ASKED), "repairs", 2)).toMatchObject({ turn: 2 });
    expect(lineToShow(play(HEARD, ASKED), "repairs", 3)).toMatchObject({ turn: 1 });
  });

  it("is none where no line is specific or one inflames, and none after a heavy talk", () => {
    expect(lineToShow(play("I understand how you feel."), "validation")).toBeUndefined();
    expect(lineToShow(play(`${HEARD} Now calm down.`), "validation")).toBeUndefined();
    expect(lineToShow(play(), "question")).toBeUndefined();
    const heavy = play(HEARD);
    const flow = { ...heavy.flow, care: { ...heavy.flow.care, heavy: true } };
    expect(lineToShow({ ...heavy, flow }, "validation")).toBeUndefined();
  });

  it("is known again by its words as long as they are kept", () => {
    const both = play(HEARD, ASKED);
    const line = lineToShow(both, "question");
    expect(lineAskedAbout(both, line?.quote ?? "", "question")).toEqual(line);
    expect(lineAskedAbout(play(HEARD), line?.quote ?? "", "question")).toBeUndefined();
  });
});
