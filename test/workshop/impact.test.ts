import { describe, expect, it } from "vitest";
import { appealOf } from "../../src/feedback/appeal.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { loadFlow } from "../../src/flow/load.ts";
import { begin } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { impactOf } from "../../src/workshop/impact.ts";
import { projectFlow } from "../flows-of-the-project.ts";

const dana = projectFlow("late-delivery");
const changed = (...changes: [from: string | RegExp, to: string][]): Flow => {
  const source = changes.reduce((text, [from, to]) => text.replace(from, to), dana.source);
  const { flow, problems } = loadFlow(source, "late-delivery.yml");
  if (!flow) throw new Error(JSON.stringify(problems));
  return flow;
};

const NOTHING = { failing: [], tests: [], appeals: [], appealsTried: 0 };

describe("what publishing a flow would change", () => {
  it("is nothing where nothing changed, and where a comment was written", () => {
    expect(impactOf(dana, dana, [])).toEqual(NOTHING);
    expect(impactOf(dana, changed([/^flow:/m, "# a word more\nflow:"]), [])).toEqual(NOTHING);
  });

  it("a flow that nobody had before shows its own tests that fail, and nothing else", () => {
    expect(impactOf(undefined, dana, [])).toEqual(NOTHING);
    const { failing, tests } = impactOf(undefined, changed(["mood: furious }", "mood: warming }"]), []);
    expect(failing).toEqual([expect.stringMatching(/^“The calm path” \(line \d+\): mood: furious\.$/)]);
    expect(tests).toEqual([]);
  });

  it("tests of the flow of now that were taken out are played all the same", () => {
    const harder = changed(
      [/^tests:[\s\S]*/m, ""],
      [/validation: \{[^}]*\}/, "validation: { frustration: +30, trust: -30 }"],
    );
    const { failing, tests } = impactOf(dana, harder, []);
    expect(failing).toEqual([]);
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.join()).toMatch(/“.+” went as written and no longer does: .+\./);
  });

  it("a line that somebody saw differently and that is read another way now is quoted", () => {
    const session = takeTurn(begin(dana, 7, "Ada"), "No zeppelin, how frustrating.");
    const seen = { turn: 1, about: "canned", thinks: "absent", why: undefined };
    const [agreed, silent] = [true, false].map((consent) => appealOf(session, "p1", { ...seen, consent }));
    const next = changed(["stakes: [", "stakes: [zeppelin, "]);
    const { appeals, appealsTried } = impactOf(
      dana,
      next,
      [agreed, silent].flatMap((one) => one ?? []),
    );
    expect(appealsTried).toBe(1);
    expect(appeals).toEqual([
      "“No zeppelin, how frustrating.” (Words that would fit any customer) was read differently from them, and would be read as they see it.",
    ]);
    expect(impactOf(projectFlow("double-charge"), next, agreed ? [agreed] : []).appealsTried).toBe(0);
  });
});
