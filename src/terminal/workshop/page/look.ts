import type { Move } from "../../../workshop/try-out.ts";
import type { Looked } from "../answers.ts";
import { ask } from "./ask.ts";
import { current, currentMoves, desk, type OpenFile } from "./desk.ts";

/** Goes to a step of the talk; 0 is the opening. */
export function goTo(step: number): void {
  current().at = step;
  current().wish = step;
}

type Watcher = (file: OpenFile, looked: Looked) => void;
const watchers: Watcher[] = [];

/** Calls back whenever the workshop has looked at the flow again. */
export const whenLooked = (watcher: Watcher) => watchers.push(watcher);

let latest = 0;

/**
 * Has the workshop look at the flow as it is on the page: its problems, the talk played again with it, and the map
 * or the table where they are on the screen. An answer that is out of date by then is let go.
 */
export async function look(): Promise<void> {
  const file = current();
  const mine = ++latest;
  const { name, source, seed, wish: at } = file;
  const moves = currentMoves();
  const pane = desk.pane;
  const looked = await ask("look", { name, source, seed, moves, at, pane });
  if (mine !== latest) return;
  file.looked = looked;
  const { tried } = looked;
  if (tried) {
    file.sound = { ...file.sound, ...looked, tried };
    file.at = Math.min(file.wish, tried.steps.length - 1);
  }
  for (const watcher of watchers) watcher(file, looked);
}

/** Does something to the talk where time stands. What came after it stays in a talk of its own. */
export function move(one: Move): Promise<void> {
  const file = current();
  const before = currentMoves();
  const kept = before.slice(0, file.at);
  if (kept.length < before.length) {
    file.talks.push({ from: file.at, moves: kept });
    file.talk = file.talks.length - 1;
  }
  currentMoves().push(one);
  goTo(currentMoves().length);
  return look();
}

/** Begins the talk again; what was tried so far stays in a talk of its own. */
export function restart(): Promise<void> {
  const file = current();
  if (currentMoves().length > 0) {
    file.talks.push({ from: 0, moves: [] });
    file.talk = file.talks.length - 1;
  }
  goTo(0);
  return look();
}
