import { describe, expect, it } from "vitest";
import { slipOffered, slipParts, slipProblem } from "../../src/challenge/slip.ts";
import { begin, happen, rewind } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { COLD_SOUP } from "../store/stores.ts";

const BAD = "Calm down, it's only soup.";
const GOOD = "Cold soup right before your meeting, that is a miserable lunch.";
const play = (...lines: string[]) =>
  happen(lines.reduce(takeTurn, begin(COLD_SOUP, 1, "Ada")), { type: "stop" });

describe("a slip", () => {
  const first = play(GOOD, BAD);

  it("is offered from the message to try differently", () => {
    expect(slipOffered(first)).toBe(2);
  });

  it("shows what the customer had said, what was written then and did, and what the lead would write now", () => {
    const [said, then, now, ending] = slipParts(first, { turn: 2, now: "Cold, and late. I see." }, undefined);
    expect(said).toMatch(/^Robin Ashdown had said: “/);
    expect(then).toContain(`Then: “${BAD}”`);
    expect(then).toContain("They had had enough.");
    expect(now).toBe("Now: “Cold, and late. I see.”");
    expect(ending).toBe("How the talk ended: Robin left hungry.");
  });

  it("shows also what the new words did, where the lead took the message again in these very words", () => {
    const again = takeTurn(rewind(first, 2), GOOD);
    const now = (words: string) => slipParts(first, { turn: 2, now: words }, again)[2] ?? "";
    expect(now(GOOD)).toContain("It helped");
    expect(now(`${GOOD} Sorry.`)).not.toContain("helped");
  });

  it("is refused in kind words where something is missing or nothing has changed", () => {
    expect(slipProblem(first, { turn: 9, now: "Hm" })).toBe("Choose one of your messages.");
    expect(slipProblem(first, { turn: 2, now: "" })).toBe("Write what you would say there now.");
    expect(slipProblem(first, { turn: 2, now: ` ${BAD.toUpperCase()} ` })).toContain(
      "That is what stood there",
    );
    expect(slipProblem(first, { turn: 2, now: "x".repeat(501) })).toContain("500");
    expect(slipProblem(first, { turn: 2, now: GOOD })).toBeUndefined();
  });
});
