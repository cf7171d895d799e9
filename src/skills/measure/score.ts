/** How well yes-or-no answers agree with the labels: shares of 1, and how many of each there were. */
export type Score = { precision: number; recall: number; f1: number; said: number; labelled: number };

/** Compares answers with labels, place by place. */
export function scoreOf(answers: readonly boolean[], labels: readonly boolean[]): Score {
  const said = answers.filter(Boolean).length;
  const labelled = labels.filter(Boolean).length;
  const right = answers.filter((answer, at) => answer && labels[at]).length;
  const precision = said === 0 ? 0 : right / said;
  const recall = labelled === 0 ? 0 : right / labelled;
  return {
    precision,
    recall,
    f1: said + labelled === 0 ? 0 : (2 * right) / (said + labelled),
    said,
    labelled,
  };
}

/** Agreement on the levels 0–2 beyond chance, a miss by two counting four times a miss by one (Cohen 1968). */
export function kappaOf(answers: readonly number[], labels: readonly number[]): number {
  const levels = [0, 1, 2];
  const share = (all: readonly number[], level: number) =>
    all.filter((one) => one === level).length / all.length;
  const observed =
    answers.reduce((sum, answer, at) => sum + (answer - (labels[at] as number)) ** 2, 0) / answers.length;
  const expected = levels
    .flatMap((a) => levels.map((b) => share(answers, a) * share(labels, b) * (a - b) ** 2))
    .reduce((sum, one) => sum + one, 0);
  return expected === 0 ? 0 : 1 - observed / expected;
}

/** A share as it is printed: two places, or a dash where there was nothing to divide. */
export function shareOf(right: number, all: number): string {
  return all === 0 ? "–" : (right / all).toFixed(2);
}
