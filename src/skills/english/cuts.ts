import type { Cut } from "../certainty.ts";
import type { Label } from "../labels.ts";

/** Where the lines are drawn, per label; the measure says how often each is right. */
export const CUTS: Partial<Record<Label, Cut>> & { other: Cut } = {
  "validation-1": { there: 0.45, surelyThere: 0.92, surelyNot: 0.2 },
  "validation-2": { there: 0.42, surelyThere: 0.9, surelyNot: 0.1 },
  "question-1": { there: 0.4, surelyThere: 0.95, surelyNot: 0.05 },
  "question-2": { there: 0.36, surelyThere: 0.95, surelyNot: 0.05 },
  "deescalation-1": { there: 0.5, surelyThere: 0.8, surelyNot: 0.05 },
  "deescalation-2": { there: 0.42, surelyThere: 0.85, surelyNot: 0.1 },
  solution: { there: 0.37, surelyThere: 0.86, surelyNot: 0.12 },
  escalating: { there: 0.35, surelyThere: 0.85, surelyNot: 0.05 },
  other: { there: 0.35, surelyThere: 0.8, surelyNot: 0.1 },
};
