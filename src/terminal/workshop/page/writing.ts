import { desk, front, type OpenFile } from "./desk.ts";
import type { Editor } from "./editor.ts";

const STORED = "tightrope-workshop-file";

let editor: Editor;

/** Names the editor in which files are written. */
export function writeIn(given: Editor): void {
  editor = given;
}

/** The file that was open when the page was last left. */
export const lastOpen = (): string | null => sessionStorage.getItem(STORED);

/** Shows a file in the editor, as it was left when it was open before. */
export function bringForward(file: OpenFile): void {
  const left = front();
  if (left) left.state = editor.state();
  desk.name = file.name;
  sessionStorage.setItem(STORED, file.name);
  if (file.state) editor.restore(file.state);
  else editor.show(file.source);
}

/** Puts another text in place of what is written in a file; where it is open, that can be undone. */
export function rewrite(file: OpenFile, source: string): void {
  file.source = source;
  file.state = undefined;
  if (file === front()) editor.replace(source);
}

/** Goes on writing. */
export const goOn = () => editor.focus();
