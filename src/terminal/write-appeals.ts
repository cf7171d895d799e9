import { type Appealed, corpusLine, flowTest, tellDiffering } from "../feedback/appealed-lines.ts";
import { writeTests } from "../flow/write-tests.ts";

/** A text to be written out, and how many lines of trainees it holds. */
export type Written = { text: string; written: number };

/** One appealed line as a trainer reads it in a terminal. */
export function tellAppealed({ id, line, opinions }: Appealed): string {
  return [
    `${line.flow}, message ${line.turn} (${id})`,
    `  The customer: ${onOneLine(line.customer)}`,
    `  The line: ${onOneLine(line.reply)}`,
    ...opinions.flatMap(commentsOn).map((comment) => `  ${comment}`),
  ].join("\n");
}

/** Lines of one language as a corpus keeps them, one a line; the evidence is left for the trainer. */
export function writeCorpus(lines: readonly Appealed[], language: string): Written {
  const examples = lines.filter((one) => one.language === language).flatMap((one) => corpusLine(one) ?? []);
  return {
    text: examples.map((one) => `${JSON.stringify(one)}\n`).join(""),
    written: examples.length,
  };
}

/** Lines as tests, under the flow into which each is to be pasted, with what the trainee said of it. */
export function writeFlowTests(lines: readonly Appealed[]): Written {
  const tests = lines.flatMap((one) => {
    const test = flowTest(one);
    const comments = one.opinions.flatMap(commentsOn).map((comment) => `  # ${comment}\n`);
    return test ? [{ flow: one.line.flow, text: comments.join("") + writeTests([test]) }] : [];
  });
  const flows = [...Map.groupBy(tests, ({ flow }) => flow)];
  return {
    text: flows
      .map(([flow, of]) => `# Paste these under  tests:  of ${flow}.\n${of.map(({ text }) => text).join("")}`)
      .join("\n"),
    written: tests.length,
  };
}

const commentsOn = (opinion: Appealed["opinions"][number]): string[] => [
  tellDiffering(opinion),
  ...(opinion.why === undefined ? [] : [`Why: ${onOneLine(opinion.why)}`]),
];

// What people wrote may hold line breaks, and characters that a terminal would obey.
const onOneLine = (words: string) => words.replace(/[\s\p{Cc}]+/gu, " ").trim();
