import { describe, expect, test } from "vitest";
import { LABELS, labelsBetween } from "../../src/skills/labels.ts";
import { trainReader } from "../../src/skills/train.ts";
import { corpusIn, goldIn } from "../../src/terminal/labelled-files.ts";

const corpus = corpusIn(new URL("../../src/skills/english/corpus/", import.meta.url));
const gold = goldIn(new URL("gold/dev.jsonl", import.meta.url));

test("training again gives the same weights to the letter", { timeout: 60_000 }, () => {
  const part = corpus.filter((_, at) => at % 16 === 0);
  const train = () => JSON.stringify(trainReader(part));
  expect(train()).toBe(train());
});

describe("the corpus", () => {
  test("quotes only what its replies say", () => {
    for (const { id, reply, evidence } of corpus) {
      for (const quote of Object.values(evidence).flat()) expect(reply, id).toContain(quote);
    }
  });

  test("shares no reply with the labelled messages that are kept for measuring", () => {
    const seen = new Set(corpus.map((one) => one.reply));
    expect(gold.filter((one) => seen.has(one.reply))).toEqual([]);
  });
});

test("a stretch of a reply shows what its quotes say", () => {
  const example = {
    ...{
      id: "1",
      author: "me",
      customer: "",
      reply: "Poor you. What happened then?",
      validation: 1,
      question: 2,
    },
    ...{ deescalation: 0, solution: 0, escalating: [], faults: [] },
    evidence: { validation: ["Poor you."], question: ["What happened then?"] },
  };
  expect(LABELS.filter((_, at) => labelsBetween(example, 0, 9)[at] === 1)).toEqual(["validation-1"]);
});
