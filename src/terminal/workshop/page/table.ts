import type { WrittenTable } from "../../../workshop/write-table.ts";
import { byId, element } from "./element.ts";
import { whenLooked } from "./look.ts";

/** Shows what each kind of message does in each mood. */
export function wireTable() {
  whenLooked(({ sound }) => {
    byId("table").replaceChildren(...(sound?.table ? [drawTable(sound.table)] : []));
  });
}

function drawTable({ moods, rows }: WrittenTable) {
  const head = element(
    "tr",
    {},
    element("th", { scope: "col" }, "A message that shows"),
    element("th", { scope: "col" }, "They feel"),
    moods.map(({ mood, callsFor }) =>
      element("th", { scope: "col" }, mood, callsFor && element("small", {}, callsFor)),
    ),
  );
  const lines = rows.map(({ messages, felt, cells }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, stacked(messages)),
      element("td", {}, felt),
      cells.map((cell) => element("td", {}, stacked(cell))),
    ),
  );
  return element("table", {}, element("thead", {}, head), element("tbody", {}, lines));
}

const stacked = (lines: readonly string[]) => lines.map((line) => element("div", {}, line));
