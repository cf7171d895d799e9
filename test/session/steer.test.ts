import { describe, expect, it } from "vitest";
import { CONTROL_WORDS, controlWordOf, tellControlWords } from "../../src/session/control-word.ts";
import { begin } from "../../src/session/session.ts";
import { type Steered, steer } from "../../src/session/steer.ts";
import { projectFlow } from "../flows-of-the-project.ts";

const begun: Steered = { session: begin(projectFlow("late-delivery"), 7, "Sam"), withoutHints: false };

describe("steering a practice", () => {
  it("no hints takes hints away, and hints brings them back", () => {
    const without = steer(begun, "no hints");
    expect(without.says).toContain("goes on without hints");
    const refused = steer(without, "hint");
    expect(refused.says).toContain("Type hints to have them back");
    expect(refused.session.hints).toBe(0);
    const back = steer(refused, "hints");
    expect(back.says).toContain("Hints are back");
    expect(steer(back, "hint")).toMatchObject({
      session: { hints: 1 },
      says: expect.stringMatching(/^Hint: /),
    });
  });

  it("help changes nothing and counts as no hint", () => {
    const { says, ...after } = steer(begun, "help");
    expect(after).toEqual(begun);
    expect(says).toContain("Everything else is said to Dana Whitfield.");
  });

  it("help names only words that are understood", () => {
    const named = [true, false].flatMap((without) => [...tellControlWords(without).matchAll(/“(.+?)”/g)]);
    expect(named.map(([, word = ""]) => controlWordOf(word))).not.toContain(undefined);
    expect(new Set([...named.map(([, word]) => word), "help"])).toEqual(new Set(CONTROL_WORDS));
  });
});
