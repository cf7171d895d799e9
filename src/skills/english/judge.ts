import { judgeFrom, type Weights } from "../judge.ts";
import weights from "./weights.json" with { type: "json" };

/** What was learned from the English corpus, ready to judge. */
export const ENGLISH = judgeFrom(weights as Weights);
