import { expect, it } from "vitest";
import { HISTORY } from "../../src/store/history.ts";

// They are applied by name, and a store refuses to open when a new one would come before one it has had.
it("the store's history is written in the order in which it is applied", () => {
  const names = Object.keys(HISTORY);
  expect(names).toEqual([...names].sort());
});
