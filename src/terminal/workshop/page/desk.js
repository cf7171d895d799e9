import { ask } from "./ask.js";

/**
 * What a trainer has before them: the files they have opened, with what is not saved yet and the talks that were
 * tried in each. Everything on the page follows from it.
 */
export const desk = {
  /**
   * By name: { name, saved, source, mark, talks: [{ from, moves }], talk, at, wish, seed, looked, sound }. `at` is the
   * step of the talk that is looked at, `wish` the one that was asked for: a change may end a talk early for a while.
   */
  files: new Map(),
  name: "",
  pane: "talk",
};

/** The file that is being written. */
export const current = () => desk.files.get(desk.name);

/** The talk that is being tried in it: its moves, oldest first. */
export const currentMoves = () => current().talks[current().talk].moves;

/** Whether a file has changes that are nowhere but on this page. */
export const isUnsaved = (file) => file.source !== file.saved;

const SEED = 7;

/** Puts a file on the desk and in front; without a mark it is new. */
export function lay({ name, source, mark }) {
  const isNew = mark === undefined;
  desk.files.set(name, {
    name,
    source,
    mark,
    saved: isNew ? "" : source,
    talks: [{ from: 0, moves: [] }],
    talk: 0,
    at: 0,
    wish: 0,
    seed: SEED,
  });
  desk.name = name;
}

/** Goes to a step of the talk; 0 is the opening. */
export function goTo(step) {
  current().at = step;
  current().wish = step;
}

const watchers = [];

/** Calls back whenever the workshop has looked at the flow again. `why` is what had changed. */
export const whenLooked = (watcher) => watchers.push(watcher);

let latest = 0;

/**
 * Has the workshop look at the flow as it is on the page: its problems, the talk played again with it, and the map
 * or the table where they are on the screen. An answer that is out of date by then is let go.
 */
export async function look(why) {
  const file = current();
  const mine = ++latest;
  const { name, source, seed, wish: at } = file;
  const moves = currentMoves();
  const pane = desk.pane;
  const looked = await ask("look", { name, source, seed, moves, at, pane });
  if (mine !== latest) return;
  file.looked = looked;
  if (looked.tried) {
    file.sound = { ...file.sound, ...looked };
    file.at = Math.min(file.wish, looked.tried.steps.length - 1);
  }
  for (const watcher of watchers) watcher(file, why);
}

/** Does something to the talk where time stands. What came after it stays in a talk of its own. */
export function move(one) {
  const file = current();
  const before = currentMoves();
  const kept = before.slice(0, file.at);
  if (kept.length < before.length) {
    file.talks.push({ from: file.at, moves: kept });
    file.talk = file.talks.length - 1;
  }
  currentMoves().push(one);
  goTo(currentMoves().length);
  return look("moved");
}

/** Begins the talk again; what was tried so far stays in a talk of its own. */
export function restart() {
  const file = current();
  if (currentMoves().length > 0) {
    file.talks.push({ from: 0, moves: [] });
    file.talk = file.talks.length - 1;
  }
  goTo(0);
  return look("restarted");
}
