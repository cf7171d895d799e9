import { expect, it } from "vitest";
import { MIGRATIONS } from "../../src/store/migrations.ts";

// They are applied by name, and a store refuses to open when a new one would come before one it has had.
it("the store's history is written in the order in which it is applied", () => {
  const names = Object.keys(MIGRATIONS);
  expect(names).toEqual([...names].sort());
});
