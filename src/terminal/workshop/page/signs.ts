import type { ExplainedSign, SignGroup } from "../../../workshop/explained-signs.ts";
import { byId, element } from "./element.ts";
import { explanations } from "./explanations.ts";

const TITLES: Record<SignGroup, string> = {
  message: "What a message shows",
  inflames: "What is likely to inflame",
  talk: "What only the talk so far shows",
};

/** Lists every sign that a flow may react to, the first time that somebody wants to see them. */
export async function showSigns(): Promise<void> {
  const list = byId("signs");
  if (list.childElementCount > 0) return;
  const { signs } = await explanations();
  list.replaceChildren(drawSigns(signs));
}

function drawSigns(signs: readonly ExplainedSign[]) {
  const head = ["Sign", "A message shows it when it…", "For example"];
  return element(
    "table",
    {},
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        head.map((words) => element("th", { scope: "col" }, words)),
      ),
    ),
    (Object.keys(TITLES) as SignGroup[]).map((group) =>
      element(
        "tbody",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "rowgroup", colspan: head.length, class: "group" }, TITLES[group]),
        ),
        signs.filter((one) => one.group === group).map(rowOf),
      ),
    ),
  );
}

const rowOf = ({ sign, shows, example }: ExplainedSign) =>
  element(
    "tr",
    {},
    element("th", { scope: "row" }, element("code", {}, sign)),
    element("td", {}, shows),
    element("td", {}, example),
  );
