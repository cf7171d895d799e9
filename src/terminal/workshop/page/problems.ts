import type { Problem } from "../../../flow/problem.ts";
import { byId, element } from "./element.ts";
import { whenLooked } from "./look.ts";
import { meaningOf } from "./meaning.ts";
import { tellCounts } from "./tell-saved.ts";
import type { GoTo } from "./trace.ts";

const SIGNS = { error: "✖", warning: "!", hint: "●" };
const TITLES = { error: "Error", warning: "Warning", hint: "Hint" };

/** Lists the problems of the flow in reading order; each leads to its place in the text and says what it means. */
export function wireProblems(goTo: GoTo) {
  whenLooked((_, { problems }) => {
    byId("problems-count").textContent = tellCounts(problems) || "none";
    byId("problems").replaceChildren(...problems.map((problem) => problemItem(problem, goTo)));
  });
}

function problemItem(problem: Problem, goTo: GoTo) {
  const { severity, line, column, message, remedy } = problem;
  return element(
    "li",
    {},
    element(
      "button",
      { type: "button", class: `problem ${severity}`, title: "Go there", onclick: () => goTo(line, column) },
      element("span", { class: "sign", "aria-hidden": "true" }, SIGNS[severity]),
      element("b", {}, `${TITLES[severity]}, line ${line}. `),
      element("span", {}, message),
      element("span", { class: "remedy" }, remedy),
    ),
    meaningOf(problem),
  );
}
