import { factsAskedFor } from "./asks.ts";
import { deescalationSkill } from "./deescalation.ts";
import { heardFrom } from "./echo.ts";
import { inflamesIn, taggedFrom } from "./escalating.ts";
import { faultsIn } from "./faults.ts";
import { movesIn } from "./moves.ts";
import { questionSkill, questionsIn } from "./question.ts";
import { type Context, ESCALATIONS, FAULTS, MOVES, type Reading } from "./reading.ts";
import type { Clause } from "./sentences.ts";
import { sentencesOf } from "./sentences.ts";
import { solutionOf } from "./solution.ts";
import { stepsIn } from "./steps.ts";
import { understandingIn, validationSkill } from "./validation.ts";

/** Reads what a trainee's message shows, with the customer's last message and what else is known before it. */
export function read(message: string, customerSaid: string, context: Context): Reading {
  const heard = heardFrom(customerSaid, context);
  const sentences = sentencesOf(message);
  const inflames = sentences.map(inflamesIn);
  const questions = sentences.map(questionsIn);
  const steps = sentences.map(stepsIn);
  const understanding = sentences.flatMap((sentence, at) => {
    const busy = new Set<Clause>([
      ...(questions[at] ?? []).flatMap((question) => question.clauses),
      ...(inflames[at] ?? []).flatMap((match) => match.clauses),
      ...(steps[at] ?? [])
        .filter((match) => match.rule.tag === "concrete" || match.rule.tag === "fix")
        .flatMap((match) => match.clauses),
    ]);
    return understandingIn(sentence, busy, heard);
  });
  return {
    validation: validationSkill(message, understanding),
    question: questionSkill(message, questions.flat()),
    deescalation: deescalationSkill(message, steps),
    solution: solutionOf(message, steps),
    escalating: taggedFrom(message, inflames.flat(), ESCALATIONS),
    faults: taggedFrom(message, sentences.flatMap(faultsIn), FAULTS),
    moves: taggedFrom(message, sentences.flatMap(movesIn), MOVES),
    asks: factsAskedFor(questions.flat(), context.facts),
  };
}
