import type { EditorState } from "@codemirror/state";
import type { DeskFile } from "../../../store/flow-desk.ts";
import type { Move, Tried } from "../../../workshop/try-out.ts";
import type { Looked } from "../answers.ts";
import { ask } from "./ask.ts";

/** What is seen besides the text. */
export type Pane = "talk" | "map" | "table" | "signs";

/** A look at a flow that can be played. */
export type Sound = Looked & { tried: Tried };

/** A file that was opened, with what is not saved yet and the talks that were tried in it. */
export type OpenFile = {
  name: string;
  /** The text as it stands on disk; empty when it was never saved. */
  saved: string;
  /** The text as it is written here. */
  source: string;
  /** That of the file on disk as it is known here; none when it was never saved. */
  mark: string | undefined;
  /** The talks that were tried, each from a step of another on. */
  talks: { from: number; moves: Move[] }[];
  /** Which of them is on the screen. */
  talk: number;
  /** The step of the talk that is looked at; 0 is the opening. */
  at: number;
  /** The step that was asked for: a change may end a talk early for a while. */
  wish: number;
  seed: number;
  /** What the last look found, and the last that found a flow which can be played. */
  looked?: Looked;
  sound?: Sound;
  /** What the editor has to come back to. */
  state?: EditorState | undefined;
};

/** What a trainer has before them. Everything on the page follows from it. */
export const desk: { files: Map<string, OpenFile>; name: string; pane: Pane } = {
  files: new Map(),
  name: "",
  pane: "talk",
};

/** The file that is being written, if one is. */
export const front = (): OpenFile | undefined => desk.files.get(desk.name);

/** The file that is being written, where one must be. */
export function current(): OpenFile {
  const file = front();
  if (!file) throw new Error("No flow is open.");
  return file;
}

/** The talk that is being tried in it: its moves, oldest first. */
export const currentMoves = (): Move[] => {
  const { talks, talk } = current();
  return talks[talk]?.moves ?? [];
};

/** Whether a file has changes that are nowhere but on this page. */
export const isUnsaved = (file: OpenFile) => file.source !== file.saved;

const SEED = 7;

/** Puts a file on the desk and in front; without a mark it is new. */
export function lay({ name, source, mark }: Omit<DeskFile, "mark"> & { mark?: string }): void {
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
