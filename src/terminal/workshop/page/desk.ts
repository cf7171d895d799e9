import type { EditorState } from "@codemirror/state";
import type { DeskFile } from "../../../store/flow-desk.ts";
import type { Move, Tried } from "../../../workshop/try-out.ts";
import type { Looked } from "../answers.ts";

/** What is seen besides the text. */
export type Pane = "talk" | "map" | "table" | "signs";

/** A look at a flow that can be played. */
export type Sound = Looked & { tried: Tried };

/** A text that was set aside: whose it is in a few words, and since when, in ms. */
export type Aside = { source: string; whose: "unsaved" | "mine" | "theirs"; when: number };

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
  /** Texts that stood here and gave way to another; each is offered back until somebody lets it go. */
  asides: Aside[];
  /** The file as somebody else has changed it on disk, while there are changes here that are not saved. */
  theirs?: DeskFile | undefined;
  /** Whether the file has gone from disk. */
  isGone?: boolean;
  /** What the editor has to come back to. */
  state?: EditorState | undefined;
};

/** What a trainer has before them. Everything on the page follows from it. */
export const desk: { files: Map<string, OpenFile>; names: string[]; name: string; pane: Pane } = {
  files: new Map(),
  /** The files on disk. */
  names: [],
  name: "",
  pane: "talk",
};

/** Lists a file that is on disk now, where the folder would show it. */
export function putOnTheList(name: string): void {
  takeOffTheList(name);
  desk.names = [...desk.names, name].sort(inFolderOrder);
}

/** Lists a file no more. */
export function takeOffTheList(name: string): void {
  desk.names = desk.names.filter((one) => one !== name);
}

const inFolderOrder = (one: string, other: string) =>
  Number(one.includes("/")) - Number(other.includes("/")) || (one < other ? -1 : 1);

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

/** Puts a file on the desk; without a mark it is new. */
export function lay({ name, source, mark }: Omit<DeskFile, "mark"> & { mark?: string }): OpenFile {
  const isNew = mark === undefined;
  const file: OpenFile = {
    name,
    source,
    mark,
    saved: isNew ? "" : source,
    talks: [{ from: 0, moves: [] }],
    talk: 0,
    at: 0,
    wish: 0,
    seed: SEED,
    asides: [],
  };
  desk.files.set(name, file);
  return file;
}
