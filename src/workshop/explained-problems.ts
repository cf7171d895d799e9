/** An example of a problem, once wrong and once right; `file` is its name where there are several. */
export type ProblemExample = { file: string | undefined; text: string };

/** What a problem means: in words, in which `code` stands between backticks, and wrong and right. */
export type ExplainedProblem = {
  code: string;
  words: string;
  wrong: ProblemExample[];
  right: ProblemExample[];
};

/** Reads what every problem means out of the trainers' page of problems. */
export const explainedProblems = (page: string): ExplainedProblem[] =>
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [head = "", examples = ""] = section.split("**Wrong**");
      const [wrong = "", right = ""] = examples.split("**Right**");
      const [title = "", ...words] = head.split("\n");
      return {
        code: title.replaceAll("`", "").trim(),
        words: plainWords(words.join(" ")),
        wrong: examplesIn(wrong),
        right: examplesIn(right),
      };
    });

// How grave it is stands beside every problem already, and a link leads nowhere from here.
const plainWords = (words: string) =>
  words
    .replace(/\*\*(?:Error|Warning|Hint)\.\*\*/, "")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();

const examplesIn = (part: string): ProblemExample[] =>
  [...part.matchAll(/^```yaml ?(.*)\n([\s\S]*?)\n```$/gm)].map(([, kind = "", text = ""]) => ({
    file: kind.includes(".") ? kind : undefined,
    text,
  }));
