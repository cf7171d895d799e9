import type { Problem } from "../../../flow/problem.ts";
import { whenLooked } from "./desk.ts";
import { byId, element } from "./element.ts";
import { tellCounts } from "./tell-saved.ts";
import type { GoTo } from "./trace.ts";

const SIGNS = { error: "✖", warning: "▲", hint: "●" };
const TITLES = { error: "Error", warning: "Warning", hint: "Hint" };

/** Lists the problems of the flow in reading order; each leads to its place in the text. */
export function wireProblems(goTo: GoTo) {
  whenLooked((_, { problems }) => {
    byId("problems-count").textContent = tellCounts(problems) || "none";
    byId("problems").replaceChildren(...problems.map((problem) => problemItem(problem, goTo)));
  });
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
