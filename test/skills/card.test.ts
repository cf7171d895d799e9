import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ASKED } from "../../src/skills/measure/answers.ts";
import { type Card, cardOf } from "../../src/skills/measure/card.ts";
import { read } from "../../src/skills/read.ts";
import { goldIn } from "../../src/terminal/labelled-files.ts";

const kept = JSON.parse(readFileSync(new URL("card.json", import.meta.url), "utf8")) as Card;
const now = cardOf(read, goldIn(new URL("gold/dev.jsonl", import.meta.url)));
const TWO_POINTS = 0.02;

test.each(ASKED)("%s is read as well as the kept card says", (asked) => {
  expect(now.agreement[asked].f1).toBeGreaterThanOrEqual(kept.agreement[asked].f1 - TWO_POINTS);
  expect(now.agreement[asked].kappa).toBeGreaterThanOrEqual(kept.agreement[asked].kappa - TWO_POINTS);
});

test("the words it quotes are the words that show it", () => {
  expect(now.quotes).toBeGreaterThanOrEqual(0.85);
});

test("what inflames is right when it is said without asking", () => {
  const { right, said } = now.sure.escalating;
  expect(right / said).toBeGreaterThanOrEqual(0.95);
});
