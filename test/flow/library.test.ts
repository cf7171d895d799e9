import { describe, expect, it } from "vitest";
import { everySaying } from "../../src/flow/every-saying.ts";
import { projectFlows } from "../flows-of-the-project.ts";

describe("the flows that come with Tightrope", () => {
  it("say no line twice, in all of them together", () => {
    const said = projectFlows.flatMap((flow) =>
      everySaying(flow).flatMap(({ lines }) =>
        lines.flatMap(({ say, softer }) => [say, ...(softer ? [softer] : [])]),
      ),
    );
    const plain = said.map((line) =>
      line
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim(),
    );
    expect(plain.filter((line, at) => plain.indexOf(line) !== at)).toEqual([]);
    expect(said.length).toBeGreaterThan(3_000);
  });

  it.each(projectFlows.map((flow) => ({ name: flow.id, flow })))(
    "$name has four lines or more a mood, says where it should be hard, and is tested in words and by sign",
    ({ flow }) => {
      for (const mood of Object.values(flow.moods)) expect(mood.says.length).toBeGreaterThanOrEqual(4);
      expect(flow.hardPart).toMatch(/.{40}/);
      expect(flow.tags.length).toBeGreaterThan(1);
      const steps = flow.tests.flatMap(({ talk }) => talk);
      expect(steps.some(({ say }) => say)).toBe(true);
      expect(steps.some(({ show }) => show.length > 0)).toBe(true);
    },
  );
});
