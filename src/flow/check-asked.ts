import { wordsOf } from "../skills/words.ts";
import type { Report } from "./check.ts";
import type { Flow } from "./flow.ts";
import type { Path } from "./yaml-source.ts";

// Words that questions for anything at all hold.
const COMMON = new Set(
  [
    "a about all also am an and any are as at be been but by can could did do does done for from get give go",
    "got had has have he hello help her here hi him his how i if in is it its just know let like may me might",
    "mine more must my need no not now of ok okay on one or our out please say see shall she should so some tell",
    "thank thanks that the their them then there these they this those to up us want was we were what which",
    "will with would yes you your yours",
  ].flatMap((words) => words.split(" ")),
);

/** Words for facts that ask for more than their own fact: those of two facts, and those of any question. */
export function checkAsked(flow: Flow, report: Report): void {
  const first = new Map<string, string>();
  for (const { id, asked } of flow.facts)
    asked.forEach((words, index) => {
      const path: Path = ["facts", id, "asked", index];
      const plain = wordsOf(words)
        .map(({ text }) => text)
        .join(" ");
      const other = first.get(plain);
      if (COMMON.has(plain))
        report(
          "warning",
          "fact/asked-by-anything",
          path,
          `Nearly any question holds "${words}", so "${id}" would be told without being asked for.`,
          "Take words that only a question for this fact has, such as  where should",
        );
      else if (other !== undefined && other !== id)
        report(
          "hint",
          "fact/asked-together",
          path,
          `"${words}" asks for "${other}" as well, so one question brings both.`,
          "Take words that only a question for this fact has, if they are to be told one by one.",
        );
      first.set(plain, other ?? id);
    });
}
