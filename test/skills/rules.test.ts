import { expect, test } from "vitest";
import { ESCALATING } from "../../src/skills/english/escalating.ts";
import { FAULTS_SAID, MOVES_SAID } from "../../src/skills/english/faults.ts";
import { LISTS } from "../../src/skills/english/lists.ts";
import { QUESTION } from "../../src/skills/english/question.ts";
import { STEPS } from "../../src/skills/english/steps.ts";
import { VALIDATION } from "../../src/skills/english/validation.ts";
import { phraseOf } from "../../src/skills/phrases.ts";
import { ESCALATIONS } from "../../src/skills/reading.ts";
import { wordsOf } from "../../src/skills/words.ts";

const ALL = [ESCALATING, FAULTS_SAID, MOVES_SAID, QUESTION, STEPS, VALIDATION].flat();

test("every escalation but the taken-back one has a rule, which needs the whole message", () => {
  const tags = new Set(ESCALATING.map((rule) => rule.tag));
  expect(ESCALATIONS.filter((tag) => !tags.has(tag))).toEqual(["validate_then_but"]);
});

test.each(ALL)("$name gives its reason in one sentence about the words", (rule) => {
  expect(rule.why).toMatch(/^[A-Z][^.]*\.$/);
  expect(rule.why).not.toMatch(/\byou\b/i);
  expect(rule.sure).toBeGreaterThan(0);
  expect(rule.sure).toBeLessThanOrEqual(1);
});

test.each(ALL)("$name says nothing twice, and nothing that can never be heard", (rule) => {
  const phrases = [...rule.says, ...(rule.unless ?? [])];
  expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([]);
  const unheard = phrases.flatMap((phrase) =>
    phraseOf(phrase, LISTS).steps.flatMap((step) =>
      step.kind === "word" ? [...step.words].filter(cannotBeHeard) : [],
    ),
  );
  expect(unheard).toEqual([]);
});

function cannotBeHeard(word: string): boolean {
  return word !== "#" && wordsOf(word)[0]?.text !== word;
}
