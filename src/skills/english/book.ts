import { type Rule, rulebookOf } from "../rules.ts";
import { ESCALATING } from "./escalating.ts";
import { FAULTS_SAID, MOVES_SAID } from "./faults.ts";
import { LISTS } from "./lists.ts";
import { QUESTION } from "./question.ts";
import { STEPS } from "./steps.ts";
import { VALIDATION } from "./validation.ts";

const ALL: Rule<string>[] = [
  ...ESCALATING,
  ...QUESTION,
  ...STEPS,
  ...VALIDATION,
  ...FAULTS_SAID,
  ...MOVES_SAID,
];

/** Every rule of the language in one book. */
export const BOOK = rulebookOf(ALL, LISTS);
