import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ExplainedProblem, explainedProblems } from "../../workshop/explained-problems.ts";
import { type ExplainedSign, explainedSigns } from "../../workshop/explained-signs.ts";

/** What the page can explain: every problem that a flow may have, and every sign that it may react to. */
export type Explained = { problems: ExplainedProblem[]; signs: ExplainedSign[] };

// They lie beside the project's own flows, whatever folder is being written in.
const DOCUMENTS = join(import.meta.dirname, "../../../flows");
const written = (name: string) => readFileSync(join(DOCUMENTS, name), "utf8");

/** Reads the explanations out of the trainers' own documents. */
export const explained = (): Explained => ({
  problems: explainedProblems(written("PROBLEMS.md")),
  signs: explainedSigns(written("README.md")),
});
