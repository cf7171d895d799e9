import type { OwnData } from "../../src/store/own-data.ts";

/** The data of somebody with so many practices of so many characters. */
export const fakeData = (practices: number, length: number): OwnData => ({
  practices: Array.from({ length: practices }, (_, id) => ({ id, words: "word ".repeat(length / 5) })),
  rest: {},
});
