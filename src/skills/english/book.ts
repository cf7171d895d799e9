import { type Rule, rulebookOf } from "../rules.ts";
import { ESCALATING } from "./escalating.ts";
import { FAULTS_SAID, MOVES_SAID } from "./faults.ts";
import { LISTS } from "./lists.ts";
import { QUESTION } from "./question.ts";
import { STEPS } from "./steps.ts";
import { VALIDATION } from "./validation.ts";

/** The rules of the language by kind, ready to be applied. */
export const BOOK = rulebookOf(
  {
    escalating: ESCALATING,
    faults: FAULTS_SAID,
    moves: MOVES_SAID,
    question: QUESTION,
    steps: STEPS,
    validation: VALIDATION,
  },
  LISTS,
);

/** Every rule of the language. */
export const EVERY_RULE: readonly Rule<string>[] = Object.values(BOOK.kinds).flat();
