import { expect, test } from "vitest";
import { minimalWith, problemsOf } from "./minimal.ts";

const inBoth = (written: string, instead: string) =>
  minimalWith("level: easy", "level: very hard").replace(written, () => instead);

test("a wrong name is told beside a value that is not understood", () => {
  expect(problemsOf(inBoth("go: calm", "go: clam"))).toEqual([
    "value/not-understood 6:8",
    "mood/unknown 30:13",
  ]);
  expect(problemsOf(inBoth("knows: street", "knows: [street, steret]"))).toEqual([
    "value/not-understood 6:8",
    "fact/unknown 42:53",
  ]);
});

test("a name is told once, whatever is wrong with it", () => {
  expect(problemsOf(inBoth("trust: at least 10", "trsut: 10"))).toEqual([
    "value/not-understood 6:8",
    "need/unknown 28:17",
  ]);
  expect(problemsOf(inBoth("go: calm", "go: Calm"))).toEqual([
    "value/not-understood 6:8",
    "name/not-allowed 30:13",
  ]);
});

test("names that may be right once the other mistakes are mended are left alone", () => {
  expect(problemsOf(minimalWith("endings:", "ending:"))).toEqual(["key/unknown 34:1"]);
  expect(problemsOf(minimalWith("  calm: {", "  Calm: {"))).toEqual(["name/not-allowed 35:3"]);
});
