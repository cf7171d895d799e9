import type { Flow } from "./flow.ts";
import type { LearningPath } from "./path.ts";
import { nearest, type Problem } from "./problem.ts";
import type { Path, YamlSource } from "./yaml-source.ts";

type Place = [path: Path, key?: "key"];
type Report = (
  severity: Problem["severity"],
  code: string,
  place: Place,
  message: string,
  remedy: string,
) => void;

/** Everything about a well-formed path that would surprise its trainer, or an agent who walks it. */
export function checkPath(path: LearningPath, flows: readonly Flow[], yaml: YamlSource): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (severity, code, [at, key], message, remedy) => {
    const place = key ? yaml.placeOfKey(at) : yaml.placeOf(at);
    problems.push({ code, severity, message, remedy, file: path.file, ...place });
  };
  if (path.steps.length === 0)
    report(
      "error",
      "path/no-steps",
      [["steps"], "key"],
      "A path without a step leads nowhere.",
      "Write below it  - flow:  with the name of a flow, and below that  goal:.",
    );
  checkFlows(path, flows, report);
  checkOrder(path, flows, report);
  return problems;
}

function checkFlows({ steps, language }: LearningPath, flows: readonly Flow[], report: Report): void {
  const names = flows.map(({ id }) => id);
  steps.forEach(({ flow: name }, index) => {
    const place: Place = [["steps", index, "flow"]];
    const flow = flows.find(({ id }) => id === name);
    const first = steps.findIndex((step) => step.flow === name);
    if (!flow) {
      const near = nearest(name, names);
      report(
        "error",
        "path/unknown-flow",
        place,
        `There is no flow called "${name}" that can be played.`,
        near ? `Did you mean "${near}"?` : `There are: ${names.join(", ") || "none"}.`,
      );
    } else if (flow.language !== language)
      report(
        "warning",
        "path/other-language",
        place,
        `"${name}" is in another language (${flow.language}) than this path (${language}).`,
        `Take a flow in this language, or write  language: ${flow.language}  above.`,
      );
    if (first < index)
      report(
        "warning",
        "path/flow-twice",
        place,
        `"${name}" is step ${first + 1} already, so people meet the same customer again.`,
        "That is fine if it is meant, with another goal. Otherwise take another flow.",
      );
  });
}

function checkOrder({ steps }: LearningPath, flows: readonly Flow[], report: Report): void {
  const isHeavy = (index: number) => flows.find(({ id }) => id === steps[index]?.flow)?.care.heavy ?? false;
  steps.forEach(({ flow, day }, index) => {
    const before = steps.slice(0, index).flatMap((step) => step.day ?? []);
    const latest = Math.max(0, ...before);
    if (isHeavy(index) && index === 0)
      report(
        "warning",
        "path/heavy-first",
        [["steps", index, "flow"]],
        `"${flow}" is heavy, and it comes first.`,
        "Begin with something lighter, so that people know their way about before it.",
      );
    else if (isHeavy(index) && isHeavy(index - 1))
      report(
        "warning",
        "path/heavy-in-a-row",
        [["steps", index, "flow"]],
        `"${flow}" is heavy, and so is the step before it.`,
        "Put a lighter step between the two.",
      );
    if (day !== undefined && day < latest)
      report(
        "warning",
        "path/day-backwards",
        [["steps", index, "day"]],
        `This step is for day ${day}, and one before it is for day ${latest}.`,
        `Write  day: ${latest}  or more, or put the steps into the order of their days.`,
      );
  });
}
