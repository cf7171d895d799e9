import type { Report } from "./check.ts";
import { everySaying } from "./every-saying.ts";
import type { Flow } from "./flow.ts";
import type { Path, YamlSource } from "./yaml-source.ts";

const ENDS_A_SENTENCE = /[.?!…]["'”’)]?$/;
const BEGINS_ONE = /^["'“‘(]?\p{Lu}/u;

/** Lines that were meant to take turns and, without their dashes, are one long line. */
export function checkDashes(flow: Flow, yaml: YamlSource, report: Report): void {
  for (const { lines, path } of everySaying(flow)) {
    const alone = lines.length === 1 ? sentencesAt(path, yaml) : [];
    if (alone.length > 1)
      report(
        "warning",
        "lines/without-dashes",
        path,
        `These ${alone.length} lines are one text, and would be said in one breath.`,
        "Begin each line with a dash and a space, if they are to take turns.",
      );
    for (const index of lines.keys()) {
      const [, second] = sentencesAt([...path, index], yaml);
      if (second)
        report(
          "warning",
          "lines/without-dashes",
          path,
          "This line has no dash, and would be said in one breath with the line above.",
          "Begin it with a dash and a space, below the other dashes, if they are to take turns.",
          second,
        );
    }
  }
}

// Where the lines of an unquoted text stand, each of which is a sentence of its own.
function sentencesAt(path: Path, yaml: YamlSource): [from: number, to: number][] {
  const [from, to] = yaml.rangeOf(path) ?? [0, 0];
  const written = yaml.text.slice(from, to);
  if (/^["'|>[{-]/.test(written)) return [];
  const parts = [...written.matchAll(/\S.*(?=\n|$)/g)];
  const areSentences = parts.every(
    ({ 0: part }, index) =>
      BEGINS_ONE.test(part) && (index === parts.length - 1 || ENDS_A_SENTENCE.test(part.trimEnd())),
  );
  return areSentences
    ? parts.map(({ 0: part, index }) => [from + index, from + index + part.trimEnd().length])
    : [];
}
