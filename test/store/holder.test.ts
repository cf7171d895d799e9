import { expect, it } from "vitest";
import { held, ON_ITS_WAY, sureFrom } from "../../src/store/holder.ts";

const row = (at: number) => ({ held_until: held({ by: "one" }, at).held_until, not_before: at - 500 });

it("a message that was being sent may come until it was taken long enough ago", () => {
  expect(sureFrom(row(5_000), 6_000)).toBe(5_000 + ON_ITS_WAY);
});

it("a clock that was set back makes nobody wait longer", () => {
  expect(sureFrom(row(3_600_000), 6_000)).toBe(6_000 + ON_ITS_WAY);
});

it("what somebody has let go of is looked for when they said", () => {
  expect(sureFrom({ held_until: null, not_before: 7_000 }, 8_000)).toBe(7_000);
});
