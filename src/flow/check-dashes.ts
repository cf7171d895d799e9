import type { Report } from "./check.ts";
import { everySaying } from "./every-saying.ts";
import type { Flow } from "./flow.ts";
import type { YamlSource } from "./yaml-source.ts";

const ENDS_A_SENTENCE = /[.?!…]["'”’)]?$/;
const BEGINS_ONE = /^["'“‘(]?\p{Lu}/u;

/** Lines that were meant to take turns and, without their dashes, are one long line. */
export function checkDashes(flow: Flow, yaml: YamlSource, report: Report): void {
  for (const { lines, path } of everySaying(flow)) {
    const range = lines.length === 1 ? yaml.rangeOf(path) : undefined;
    const written = range ? yaml.text.slice(...range).split("\n") : [];
    if (written.length < 2 || /^["'|>[{-]/.test(written[0] ?? "")) continue;
    const parts = written.map((part) => part.trim()).filter((part) => part !== "");
    const areSentences = parts.every(
      (part, index) => BEGINS_ONE.test(part) && (index === parts.length - 1 || ENDS_A_SENTENCE.test(part)),
    );
    if (areSentences)
      report(
        "warning",
        "lines/without-dashes",
        path,
        `These ${parts.length} lines are one text, and would be said in one breath.`,
        "Begin each line with a dash and a space, if they are to take turns.",
      );
  }
}
