import { current, currentMoves, type OpenFile } from "./desk.ts";
import { byId, element } from "./element.ts";
import { goTo, look, move, restart, whenLooked } from "./look.ts";
import { type Part, talkParts } from "./talk-parts.ts";
import type { GoTo } from "./trace.ts";

/** Whether somebody answers, and if not why. */
type Standing = "open" | "over" | "broken" | "shared";

const PLACEHOLDERS: Record<Standing, string> = {
  open: "Answer as a trainee would. Enter sends it.",
  over: "The talk has ended. Go back in time to answer differently, or start again.",
  broken: "Mend the errors, and the talk goes on.",
  shared: "Nobody answers here: these are parts that flows share.",
};

/** Makes the chat: what was said up to the time that is looked at, and why. `goToLine` leads to a line of the flow. */
export function wireTalk(goToLine: GoTo) {
  const reply = byId("reply", HTMLTextAreaElement);
  const say = byId("say", HTMLFormElement);
  say.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = reply.value.trim();
    if (text === "" || standingOf(current()) !== "open") return;
    reply.value = "";
    move({ type: "reply", text });
  });
  reply.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    say.requestSubmit();
  });
  byId("idle").addEventListener("click", () => move({ type: "idle" }));
  byId("soften").addEventListener("click", () => move({ type: "soften" }));
  byId("restart").addEventListener("click", () => {
    reply.focus();
    restart();
  });
  wireSeed();
  wireBranches();
  const show = (file: OpenFile) => showTalk(file, goToLine);
  whenLooked(show);
  return show;
}

function wireSeed() {
  const seed = byId("seed", HTMLInputElement);
  seed.addEventListener("change", () => {
    const given = seed.valueAsNumber;
    if (!Number.isInteger(given) || given < 0) seed.value = String(current().seed);
    else {
      current().seed = given;
      look();
    }
  });
}

function wireBranches() {
  const branch = byId("branch", HTMLSelectElement);
  branch.addEventListener("change", () => {
    current().talk = Number(branch.value);
    goTo(currentMoves().length);
    look();
  });
}

function standingOf({ looked, sound, at }: OpenFile): Standing {
  if (looked?.kind === "shared") return "shared";
  if (!looked?.tried) return "broken";
  return sound?.tried.steps[at]?.stand.outcome === undefined ? "open" : "over";
}

function showTalk(file: OpenFile, goToLine: GoTo) {
  const { sound } = file;
  const standing = standingOf(file);
  byId("seed", HTMLInputElement).value = String(file.seed);
  showBranches(file);
  keepSame(byId("log"), sound ? talkParts(file, sound, goToLine) : []);
  byId("reply", HTMLTextAreaElement).placeholder = PLACEHOLDERS[standing];
  byId("idle").hidden = sound?.tried.hasIdle === false;
  for (const id of ["idle", "soften", "send"]) byId(id, HTMLButtonElement).disabled = standing !== "open";
}

function showBranches({ talks, talk }: OpenFile) {
  const words = ({ from }: { from: number }, at: number) =>
    `${at + 1}${from > 0 ? `, from step ${from}` : ""}`;
  byId("branches").hidden = talks.length < 2;
  byId("branch").replaceChildren(
    ...talks.map((one, at) => element("option", { value: at, selected: at === talk }, words(one, at))),
  );
}

const marks = new WeakMap<HTMLElement, string>();

// A part that says the same as before stays as it is, so that a screen reader tells what is new and nothing twice.
function keepSame(log: HTMLElement, parts: readonly Part[]) {
  let changed: HTMLElement | undefined;
  for (const [at, { is, make, tend }] of parts.entries()) {
    const mark = JSON.stringify(is);
    const before = log.children[at];
    const isSame = before instanceof HTMLElement && marks.get(before) === mark;
    const part = isSame ? before : make();
    tend?.(part);
    if (part === before) continue;
    marks.set(part, mark);
    if (before) before.replaceWith(part);
    else log.append(part);
    changed ??= part;
  }
  const isShorter = log.children.length > parts.length;
  while (log.children.length > parts.length) log.lastChild?.remove();
  if (changed) log.scrollTop = changed.offsetTop - log.offsetTop - 12;
  else if (isShorter) log.scrollTop = log.scrollHeight;
}
