import { current, currentMoves, type OpenFile } from "./desk.ts";
import { byId, element } from "./element.ts";
import { goTo, look, move, restart, whenLooked } from "./look.ts";
import { standingOf, tellStanding } from "./standing.ts";
import { type Part, talkParts } from "./talk-parts.ts";
import type { GoTo } from "./trace.ts";

const INVITATION = "Answer as a trainee would. Enter sends it.";

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
  for (const id of ["restart", "start-over"])
    byId(id).addEventListener("click", () => {
      reply.focus();
      restart();
    });
  byId("back").addEventListener("click", () => {
    goTo(Math.max(0, current().at - 1));
    reply.focus();
    look();
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

function showTalk(file: OpenFile, goToLine: GoTo) {
  const { sound } = file;
  const standing = standingOf(file);
  byId("seed", HTMLInputElement).value = String(file.seed);
  showBranches(file);
  keepSame(byId("log"), sound ? talkParts(file, sound, goToLine) : []);
  byId("why-not").textContent = tellStanding(file);
  byId("closed").hidden = standing === "open";
  for (const id of ["back", "start-over"]) byId(id).hidden = standing !== "over";
  byId("restart").hidden = standing === "over";
  byId("reply", HTMLTextAreaElement).placeholder = standing === "open" ? INVITATION : "";
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
