import { describe, expect, test } from "vitest";
import { read } from "../../src/skills/read.ts";
import { NO_CONTEXT } from "../../src/skills/reading.ts";

describe("a usual reply", () => {
  test("saying back the facts and naming a step is validation and de-escalation at their best", () => {
    const got = read(
      "Two birthdays missed because of us. I'm sending the bike by courier tonight.",
      "That's the second birthday my daughter has had without the bike you sold me",
      NO_CONTEXT,
    );
    expect(got.validation.level).toBe(2);
    expect(got.deescalation.level).toBe(2);
    expect(got.solution.present).toBe(true);
    expect(got.escalating).toEqual([]);
  });
});
