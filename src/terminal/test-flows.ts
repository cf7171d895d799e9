import { styleText } from "node:util";
import { playTest } from "../flow/play-tests.ts";
import { tellFailures } from "../flow/tell-failures.ts";
import { filesNamed } from "./flow-files.ts";
import { given, type Usage } from "./usage.ts";

/** How `flows -- test` is used. */
export const TEST = {
  command: "npm run flows -- test",
  takes: "[FLOW …]",
  does: `Plays the sample conversations that stand under tests: in the flows.
Where one goes another way, you see its talk, what was expected and what came.`,
  options: {},
  examples: [
    ["npm run flows -- test", "those of all flows"],
    ["npm run flows -- test late-delivery", "those of one"],
  ],
} as const satisfies Usage;

/** Plays the flows' own tests and prints what failed; true when all went as written. */
export function testFlows(args: readonly string[]): boolean {
  const { positionals: names } = given(TEST, args);
  let failed = 0;
  let passed = 0;
  for (const { file, flow } of filesNamed(names).filter(({ kind }) => kind === "flow")) {
    if (!flow) {
      console.log(
        `${styleText("red", "✗")} ${file} cannot be played. See why with:  npm run flows -- check ${file}`,
      );
      failed += 1;
      continue;
    }
    for (const test of flow.tests) {
      const failures = playTest(flow, test);
      if (failures.length === 0) passed += 1;
      else {
        failed += 1;
        console.log(`${styleText("red", "✗")} ${coloured(tellFailures(flow, failures))}\n`);
      }
    }
  }
  console.log(
    styleText(
      failed > 0 ? "red" : "green",
      `${passed} of the flows' tests went as written, ${failed} did not.`,
    ),
  );
  return failed === 0;
}

const coloured = (told: string) =>
  told
    .replace(/^ +expected .*$/gm, (line) => styleText("green", line))
    .replace(/^ +got .*$/gm, (line) => styleText("red", line));
