import type { TriedStep } from "../../../workshop/try-out.ts";
import { current, desk, type OpenFile } from "./desk.ts";
import { byId } from "./element.ts";
import { goTo, look, whenLooked } from "./look.ts";

const DONE = { opening: "the opening", idle: "silence", soften: "softer" };

/** Makes the slider go back to any step of the talk; `seen` is told when another one is looked at. */
export function wireTime(seen: (file: OpenFile) => void) {
  const slider = byId("turn", HTMLInputElement);
  const go = (at: number) => {
    goTo(at);
    show(current());
    seen(current());
    if (desk.pane === "map") look();
  };
  slider.addEventListener("input", () => go(Number(slider.value)));
  byId("latest").addEventListener("click", () => {
    go(Number(slider.max));
    slider.focus();
  });
  whenLooked(show);
}

function show(file: OpenFile) {
  const steps = file.sound?.tried.steps ?? [];
  const last = Math.max(0, steps.length - 1);
  const slider = byId("turn", HTMLInputElement);
  slider.max = String(last);
  slider.value = String(file.at);
  slider.disabled = last === 0;
  const words = tellTime(steps, file.at);
  byId("turn-text").textContent = words;
  slider.setAttribute("aria-valuetext", words);
  byId("latest").hidden = file.at >= last;
}

function tellTime(steps: readonly TriedStep[], at: number): string {
  const step = steps[at];
  if (!step) return "";
  const { type, stand } = step;
  const where = `${stand.emoji} ${stand.id}`;
  const messages = (some: readonly TriedStep[]) => some.filter((step) => step.type === "reply").length;
  const number = messages(steps.slice(0, at + 1));
  if (type === "reply") return `message ${number} of ${messages(steps)} · ${where}`;
  return `${DONE[type]}${number > 0 ? ` after message ${number}` : ""} · ${where}`;
}
