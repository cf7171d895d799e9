import { BaseSequencer, type TestSpecification } from "vitest/node";

const LONGEST = [
  "chaos/processes.test.ts",
  "terminal/workshop-page.test.ts",
  "chaos/chaos.test.ts",
  "workshop/shipped-flows.test.ts",
];

/** Begins with the files that take longest, so that no core waits for one of them at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const longest = LONGEST.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(`/${name}`)));
    return [...longest, ...sorted.filter((one) => !longest.includes(one))];
  }
}
