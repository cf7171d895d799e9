import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFlowFile } from "../../src/store/flow-folder.ts";
import { type Move, tryOut } from "../../src/workshop/try-out.ts";

const { flow } = readFlowFile(join(import.meta.dirname, "../../flows/late-delivery.yml"));
if (!flow) throw new Error("late-delivery.yml cannot be played.");
const says = (text: string): Move => ({ type: "reply", text });
const KIND = says("Two promises of tomorrow and still no bike for Ruby. No wonder you're furious.");

describe("a talk that is tried out", () => {
  it("begins with the opening, and the same moves give the same talk", () => {
    const tried = tryOut(flow, 7, [KIND]);
    expect(tried.steps.map(({ type }) => type)).toEqual(["opening", "reply"]);
    expect(tried.steps[0]).toMatchObject({ stand: { id: "furious" }, says: [expect.any(String)] });
    expect(tryOut(flow, 7, [KIND])).toEqual(tried);
  });

  it("traces a message to the trainee's own words and the line of the rule", () => {
    const trace = tryOut(flow, 7, [KIND]).steps[1]?.trace;
    expect(trace?.reply.map(({ text }) => text).join("")).toBe(KIND.type === "reply" && KIND.text);
    expect(trace?.signs[0]).toMatchObject({ sign: "specific-validation", also: ["validation"] });
    expect(trace?.signs[0]?.quotes.length).toBeGreaterThan(0);
    expect(trace?.reply.some(({ signs }) => signs.includes("specific-validation"))).toBe(true);
    const line = flow.source.split("\n")[(trace?.rule.line ?? 0) - 1];
    expect(trace?.rule).toMatchObject({ kind: "rule", text: line?.trim() });
    expect(trace?.meters).toContainEqual(expect.objectContaining({ name: "frustration", felt: "better" }));
  });

  it("says why where only the talk shows a sign", () => {
    const trace = tryOut(flow, 7, [says("I will send you a replacement bike today.")]).steps[1]?.trace;
    const early = trace?.signs.find(({ sign }) => sign === "premature-solution");
    expect(early).toMatchObject({ why: expect.stringContaining("before any validation") });
    expect(early?.quotes).not.toEqual([]);
  });

  it("names the mood's own line where no rule fitted", () => {
    const rule = tryOut(flow, 7, [says("Hello.")]).steps[1]?.trace?.rule;
    expect(rule?.kind === "no rule" ? rule.text : rule?.kind).toMatch(/^(furious:|rule|anywhere)/);
  });

  it("can be silent or softened, and ends with what the trainee would read", () => {
    const rude = [
      says("Calm down please, it's only a bike."),
      says("There's nothing I can do, that's our policy."),
    ];
    const tried = tryOut(flow, 7, [{ type: "idle" }, { type: "soften" }, ...rude, KIND]);
    expect(tried.steps.map(({ type }) => type)).toEqual(["opening", "idle", "soften", "reply", "reply"]);
    expect(tried.steps.at(-1)?.stand).toMatchObject({ id: "walked-away", outcome: "bad" });
    expect(tried.unplayed).toBe(1);
    expect(tried.debrief).toContain("One thing to try");
  });
});
