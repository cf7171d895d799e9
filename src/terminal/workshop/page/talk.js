import { current, currentMoves, goTo, look, move, restart, whenLooked } from "./desk.js";
import { byId, element } from "./element.js";
import { talkParts } from "./talk-parts.js";

const PLACEHOLDERS = {
  open: "Answer as a trainee would. Enter sends it.",
  over: "The talk has ended. Go back in time to answer differently, or start again.",
  broken: "Mend the errors, and the talk goes on.",
  shared: "Nobody answers here: these are parts that flows share.",
};

/** Makes the chat: what was said up to the time that is looked at, and why. `goToLine` leads to a line of the flow. */
export function wireTalk(goToLine) {
  const reply = byId("reply");
  byId("say").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = reply.value.trim();
    if (text === "" || standingOf(current()) !== "open") return;
    reply.value = "";
    move({ type: "reply", text });
  });
  reply.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    byId("say").requestSubmit();
  });
  byId("idle").addEventListener("click", () => move({ type: "idle" }));
  byId("soften").addEventListener("click", () => move({ type: "soften" }));
  byId("restart").addEventListener("click", () => {
    reply.focus();
    restart();
  });
  wireSeed();
  wireBranches();
  const show = (file) => showTalk(file, goToLine);
  whenLooked(show);
  return show;
}

function wireSeed() {
  const seed = byId("seed");
  seed.addEventListener("change", () => {
    const given = seed.valueAsNumber;
    if (!Number.isInteger(given) || given < 0) seed.value = String(current().seed);
    else {
      current().seed = given;
      look("seed");
    }
  });
}

function wireBranches() {
  byId("branch").addEventListener("change", ({ target }) => {
    current().talk = Number(target.value);
    goTo(currentMoves().length);
    look("branch");
  });
}

function standingOf({ looked, sound, at }) {
  if (looked?.kind === "shared") return "shared";
  if (!looked?.tried) return "broken";
  return sound.tried.steps[at]?.stand.outcome === undefined ? "open" : "over";
}

function showTalk(file, goToLine) {
  const { sound } = file;
  const standing = standingOf(file);
  byId("seed").value = String(file.seed);
  showBranches(file);
  keepSame(byId("log"), sound ? talkParts(file, goToLine) : []);
  byId("reply").placeholder = PLACEHOLDERS[standing];
  byId("idle").hidden = sound?.tried.hasIdle === false;
  for (const id of ["idle", "soften", "send"]) byId(id).disabled = standing !== "open";
}

function showBranches({ talks, talk }) {
  const words = ({ from }, at) => `${at + 1}${from > 0 ? `, from step ${from}` : ""}`;
  byId("branches").hidden = talks.length < 2;
  byId("branch").replaceChildren(
    ...talks.map((one, at) => element("option", { value: at, selected: at === talk }, words(one, at))),
  );
}

// A part that says the same as before stays as it is, so that a screen reader tells what is new and nothing twice.
function keepSame(log, parts) {
  let changed;
  for (const [at, { is, make, tend }] of parts.entries()) {
    const mark = JSON.stringify(is);
    const before = log.children[at];
    const part = before?.mark === mark ? before : make();
    tend?.(part);
    if (part === before) continue;
    part.mark = mark;
    if (before) before.replaceWith(part);
    else log.append(part);
    changed ??= part;
  }
  const isShorter = log.children.length > parts.length;
  while (log.children.length > parts.length) log.lastChild.remove();
  if (changed) log.scrollTop = changed.offsetTop - log.offsetTop - 12;
  else if (isShorter) log.scrollTop = log.scrollHeight;
}
