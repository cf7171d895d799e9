import type { AskedKind } from "./asked.ts";
import { type Caught, surely } from "./hear-back.ts";
import type { Story } from "./story.ts";
import type { ReadAnswer } from "./tell-heard.ts";

const ABOUT_QUESTION: Record<AskedKind, string> = {
  open: "Your question leaves room for a story. It would have opened something.",
  told: "Your question asks for something that the story has told. Say that part back first, and the same question goes deeper.",
  closed:
    "Your question can be answered in a word. Beginning it with what, or with how it was, leaves more room.",
  none: "I didn't spot a question. The one that is worth asking goes where the story has left something out.",
};

// Whoever missed much is helped by a little.
const MOST_MISSED = 2;

/** What one answer caught of the story, for its author alone: their own words, and no count. */
export function tellOwnAnswer(story: Story, { heard, asked }: ReadAnswer): string[] {
  const all = [...heard.facts, ...heard.feelings];
  const sure = surely(all);
  const perhaps = all.filter(({ certainty }) => certainty === "perhaps");
  const missed = [...story.facts, ...story.feelings]
    .filter(({ id }) => !all.some((one) => one.id === id))
    .slice(0, MOST_MISSED);
  return [
    sure.length > 0
      ? ["You said back:", ...quoted(sure)].join("\n")
      : "I didn't spot a part of the story in your answer for sure. It may be there in words that I don't know.",
    ...(perhaps.length > 0
      ? [["Perhaps also; I can't be sure from these words:", ...quoted(perhaps)].join("\n")]
      : []),
    ...(missed.length > 0
      ? [["There was also this to hear:", ...missed.map(({ what }) => `• ${what}`)].join("\n")]
      : []),
    ABOUT_QUESTION[asked.kind],
  ];
}

// Each line of theirs once, with everything it says back below it.
const quoted = (caught: readonly Caught[]): string[] =>
  [...Map.groupBy(caught, ({ quote }) => quote)].map(([quote, items]) =>
    [`“${quote}”`, ...items.map(({ what }) => `   • ${what}`)].join("\n"),
  );
