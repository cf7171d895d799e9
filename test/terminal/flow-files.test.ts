import { expect, it } from "vitest";
import { flowNamed } from "../../src/terminal/flow-files.ts";
import { projectFlow } from "../flows-of-the-project.ts";

const flow = projectFlow("late-delivery");
const files = [{ file: "flows/bikes.yml", kind: "flow" as const, source: "", flow, problems: [] }];

it("a flow is found by its own name, and by that of its file where it has another", () => {
  expect(flowNamed("late-delivery", files)).toBe(flow);
  expect(flowNamed("bikes", files)).toBe(flow);
  expect(flowNamed("late-delivry", files)).toContain('Did you mean "late-delivery"?');
});
