import { type Rule, type Rulebook, rulebookOf } from "../rules.ts";
import { ESCALATING } from "./escalating.ts";
import { FAULTS_SAID, MOVES_SAID } from "./faults.ts";
import { LISTS } from "./lists.ts";
import { QUESTION } from "./question.ts";
import { STEPS } from "./steps.ts";
import { VALIDATION } from "./validation.ts";

/** The rules of the language, each kind in its book. */
export const BOOKS = {
  escalating: rulebookOf(ESCALATING, LISTS),
  faults: rulebookOf(FAULTS_SAID, LISTS),
  moves: rulebookOf(MOVES_SAID, LISTS),
  question: rulebookOf(QUESTION, LISTS),
  steps: rulebookOf(STEPS, LISTS),
  validation: rulebookOf(VALIDATION, LISTS),
};

/** Every book, for those who want all that a sentence meets. */
export const EVERY_BOOK = Object.values(BOOKS) as unknown as readonly Rulebook<string>[];

/** Every rule of the language. */
export const EVERY_RULE: readonly Rule<string>[] = [
  ...ESCALATING,
  ...FAULTS_SAID,
  ...MOVES_SAID,
  ...QUESTION,
  ...STEPS,
  ...VALIDATION,
];
