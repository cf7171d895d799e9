import type { Example } from "../labels.ts";
import { NO_CONTEXT } from "../reading.ts";
import { ASKED, answered, labelled } from "./answers.ts";
import type { Reader } from "./card.ts";

/** Statements of like confidence: how sure they were on average, how many, and how many were right. */
export type Bin = { from: number; said: number; meant: number; right: number };

const EDGES = [0.5, 0.6, 0.7, 0.8, 0.9];

/** Whether what is said with 80 % confidence is right 80 times in 100, over every skill and the solution. */
export function calibrationOf(reader: Reader, examples: readonly Example[]): Bin[] {
  const statements = examples.flatMap((example) => {
    const reading = reader(example.reply, example.customer, NO_CONTEXT);
    const [answer, label] = [answered(reading), labelled(example)];
    return ASKED.filter((asked) => asked !== "escalating").map((asked) => ({
      confidence: reading[asked].confidence,
      right: answer[asked] > 0 === label[asked] > 0,
    }));
  });
  return EDGES.map((from, at) => {
    const to = EDGES[at + 1] ?? 1.01;
    const inside = statements.filter((one) => one.confidence >= from && one.confidence < to);
    const meant = inside.reduce((sum, one) => sum + one.confidence, 0) / (inside.length || 1);
    return { from, said: inside.length, meant, right: inside.filter((one) => one.right).length };
  });
}
