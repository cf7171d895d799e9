import { judgeFrom } from "../judge.ts";
import type { Weights } from "../train.ts";
import weights from "./weights.json" with { type: "json" };

/** What was learned from the English corpus, ready to judge. */
export const ENGLISH = judgeFrom(weights as Weights);
