import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CASES, type Case, type Judge } from "./cases.ts";
import { doubleWorld, emulateWorld, standInWorld, type World } from "./worlds.ts";

const binary = new URL("../../../node_modules/local-slack-linux-x64/bin/local-slack", import.meta.url);
// Where there is a build for it, CI does without no judge.
const isNeeded = process.env.CI && process.platform === "linux" && process.arch === "x64";
const missing =
  existsSync(fileURLToPath(binary)) || isNeeded ? "" : " (skipped: it has no build for this machine)";
const JUDGES: { judge: Judge; missing: string; open: () => Promise<World>; has: (one: Case) => boolean }[] = [
  { judge: "emulate", missing: "", open: emulateWorld, has: () => true },
  { judge: "local-slack", missing, open: standInWorld, has: ({ needs }) => !needs },
];

describe("the double says what Slack's documentation says to", () => {
  let world: World;
  beforeAll(async () => {
    world = await doubleWorld();
  });
  afterAll(() => world.close());

  for (const { call, says, make } of CASES)
    it(`${call}: ${says}`, async () => {
      expect(await make(world)).toBe(says);
    });
});

for (const { judge, missing, open, has } of JUDGES) {
  describe.skipIf(missing)(
    `${judge} says the same as the double, or something else for a known reason${missing}`,
    () => {
      let world: World;
      beforeAll(async () => {
        world = await open();
      });
      afterAll(() => world?.close());

      for (const { call, says, differs, make } of CASES.filter(has)) {
        const [expected, because] = differs?.[judge] ?? [says];
        it(`${call}: ${expected}${because ? ` (Slack: ${says}; ${because})` : ""}`, async ({ skip }) => {
          const said = await make(world);
          skip(said === undefined, "there is no such place or token");
          expect(said).toBe(expected);
        });
      }
    },
  );
}
