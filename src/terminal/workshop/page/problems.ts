import type { Problem } from "../../../flow/problem.ts";
import { whenLooked } from "./desk.ts";
import { byId, counted, element } from "./element.ts";
import type { GoTo } from "./trace.ts";

const SIGNS = { error: "✖", warning: "▲", hint: "●" };
const TITLES = { error: "Error", warning: "Warning", hint: "Hint" };

/** Lists the problems of the flow in reading order; each leads to its place in the text. */
export function wireProblems(goTo: GoTo) {
  whenLooked((_, { problems }) => {
    byId("problems-count").textContent = tellCounts(problems);
    byId("problems").replaceChildren(...problems.map((problem) => problemItem(problem, goTo)));
  });
}

function tellCounts(problems: readonly Problem[]): string {
  const count = (severity: Problem["severity"]) =>
    problems.filter((problem) => problem.severity === severity).length;
  const told = (["error", "warning", "hint"] as const).flatMap((severity) =>
    count(severity) > 0 ? counted(count(severity), severity) : [],
  );
  return told.join(", ") || "none";
}

function problemItem({ severity, line, column, message, remedy, code }: Problem, goTo: GoTo) {
  return element(
    "li",
    {},
    element(
      "button",
      { type: "button", class: `problem ${severity}`, title: code, onclick: () => goTo(line, column) },
      element("span", { class: "sign", "aria-hidden": "true" }, SIGNS[severity]),
      element("b", {}, `${TITLES[severity]}, line ${line}. `),
      element("span", {}, message),
      element("span", { class: "remedy" }, remedy),
    ),
  );
}
