import { factsAskedFor } from "./asks.ts";
import { deescalationSkill } from "./deescalation.ts";
import type { Heard } from "./echo.ts";
import { hollowIn, inflamesIn } from "./escalating.ts";
import { cannedIn, faultsIn, tooManyApologies } from "./faults.ts";
import { apologiesIn, movesIn } from "./moves.ts";
import { questionSkill, questionsIn } from "./question.ts";
import { type Context, ESCALATIONS, FAULTS, MOVES, type Reading } from "./reading.ts";
import { mergeTagged, taggedFrom } from "./rules.ts";
import type { Sentence } from "./sentences.ts";
import { solutionOf } from "./solution.ts";
import { stepsIn } from "./steps.ts";
import { understandingIn, validationSkill } from "./validation.ts";

/** Reads what a message shows by rules alone, where the very words decide. */
export function readByRules(
  message: string,
  all: readonly Sentence[],
  heard: Heard,
  context: Context,
): Reading {
  const parts = all.map((sentence) => {
    const inflames = inflamesIn(sentence);
    const questions = questionsIn(sentence, inflames);
    return { sentence, inflames, questions, steps: stepsIn(sentence, questions, heard) };
  });
  const sentences = parts.map((part) => part.sentence);
  const inflames = parts.flatMap((part) => part.inflames);
  const questions = parts.flatMap((part) => part.questions);
  const steps = parts.map((part) => part.steps);
  const understood = parts.map((part, at) => understandingIn(part, heard, at === 0));
  const hollow = hollowIn(message, sentences, understood);

  const moves = sentences.flatMap(movesIn);
  const shown = {
    validation: validationSkill(message, understood.flat(), hollow),
    question: questionSkill(message, questions),
    deescalation: deescalationSkill(message, steps, inflames),
    solution: solutionOf(message, steps, inflames),
    escalating: mergeTagged([...taggedFrom(message, inflames, ESCALATIONS), ...hollow], ESCALATIONS),
  };
  const faults = [
    ...taggedFrom(message, sentences.flatMap(faultsIn), FAULTS),
    ...tooManyApologies(apologiesIn(message, moves), context),
    ...cannedIn(message, sentences, heard, shown),
  ];
  return {
    ...shown,
    faults: mergeTagged(faults, FAULTS),
    moves: taggedFrom(message, moves, MOVES),
    asks: factsAskedFor(
      questions.map((question) => question.clauses.map((clause) => clause.text).join(" ")),
      context.facts,
    ),
  };
}
