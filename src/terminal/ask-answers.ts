import { createInterface } from "node:readline/promises";
import type { Answers } from "../workshop/new-flow.ts";

/** Asks somebody in front of the terminal, one question after the other. */
export type Asker = {
  /** What was answered, or nothing once there is nobody to answer any more. Without words, `otherwise` is taken. */
  ask(question: string, otherwise?: string): Promise<string | undefined>;
  close(): void;
};

/** Begins to ask. */
export function openAsker(): Asker {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const lines = terminal[Symbol.asyncIterator]();
  return {
    ask: async (question, otherwise) => {
      process.stdout.write(`\n${question}\n> `);
      for (;;) {
        const line = await lines.next();
        if (line.done) return undefined;
        const words = line.value.trim() || otherwise;
        if (words) return words;
        process.stdout.write("A few words are enough.\n> ");
      }
    },
    close: () => terminal.close(),
  };
}

const QUESTIONS = [
  [
    "Who is the customer? Their whole name; if you like also she, he or they, and what they do.",
    "Rosa Lindqvist (she), a nurse",
  ],
  ["What has happened to them, in one sentence, as they would say it?", "The tent tore on its first night."],
  ["What hangs on it? A few words with commas between.", "the children, our only holiday, rain"],
  ["What do they feel? A few words with commas between.", "let down, cold, foolish"],
  [
    "What do they tell only when asked? A few words, a colon, and how they would say it.",
    "when they travel on: We leave for the coast on Thursday.",
  ],
  ["What can the trainee do for them?", "send another tent to the campsite"],
] as const;

/** What was answered, all six or those there were time for. */
export type Asked = { answers: Answers } | { soFar: string[] };

/** Asks the six questions about a new customer; `afterwards` may ask more once it is known what has happened. */
export async function askAnswers(
  asker: Asker,
  afterwards: (happened: string) => Promise<void>,
): Promise<Asked> {
  const given: string[] = [];
  for (const [at, [question, example]] of QUESTIONS.entries()) {
    const answer = await asker.ask(
      `${at + 1} of ${QUESTIONS.length}. ${question}\n   For example: ${example}`,
    );
    if (answer === undefined) return { soFar: given };
    given.push(answer);
    if (at === 1) await afterwards(answer);
  }
  const [name = "", happened = "", stakes = "", feelings = "", fact = "", offer = ""] = given;
  const [about = "", ...told] = fact.split(":");
  const how =
    told.join(":").trim() ||
    (await asker.ask(`How would they say it, when they are asked about this: ${fact}?`));
  if (!how) return { soFar: given };
  return {
    answers: {
      name,
      happened,
      stakes: [stakes],
      feelings: [feelings],
      fact: { about: about.trim() || how, told: how },
      offer,
    },
  };
}
