import { desk, front, type Pane } from "./desk.ts";
import { byId } from "./element.ts";
import { look } from "./look.ts";
import { showSigns } from "./signs.ts";

const tabs = () => [...document.querySelectorAll<HTMLElement>('[role="tab"]')];

/** Makes the three tabs work: with a click, and with the arrow keys as tabs do everywhere. */
export function wireTabs() {
  // What scrolls can be scrolled with the keyboard.
  for (const id of ["log", "pane-map", "table", "signs"]) byId(id).tabIndex = 0;
  for (const tab of tabs()) {
    tab.addEventListener("click", () => show(tab));
    tab.addEventListener("keydown", (event) => {
      const next = neighbour(event.key, tab);
      if (!next) return;
      event.preventDefault();
      next.focus();
      show(next);
    });
  }
  mark(tabs()[0]);
}

function neighbour(key: string, tab: HTMLElement): HTMLElement | undefined {
  const all = tabs();
  const at = all.indexOf(tab);
  if (key === "ArrowRight") return all[(at + 1) % all.length];
  if (key === "ArrowLeft") return all[(at + all.length - 1) % all.length];
  if (key === "Home") return all[0];
  return key === "End" ? all.at(-1) : undefined;
}

function show(tab: HTMLElement) {
  mark(tab);
  desk.pane = tab.dataset.pane as Pane;
  if (desk.pane === "signs") showSigns();
  if (front()) look();
}

function mark(chosen: HTMLElement | undefined) {
  for (const tab of tabs()) {
    const isChosen = tab === chosen;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    byId(`pane-${tab.dataset.pane}`).hidden = !isChosen;
  }
  // The table is of the flow and not of a moment, and the signs are those of every flow.
  byId("time").hidden = ["table", "signs"].includes(chosen?.dataset.pane ?? "");
}
