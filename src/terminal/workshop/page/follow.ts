import type { DeskFile } from "../../../store/flow-desk.ts";
import { setAside } from "./asides.ts";
import { ask, Refused } from "./ask.ts";
import { showBar, showFiles } from "./bar.ts";
import { desk, front, isUnsaved, type OpenFile } from "./desk.ts";
import { keep } from "./keep.ts";
import { look } from "./look.ts";
import type { Notice } from "./notices.ts";
import { goOn, rewrite } from "./writing.ts";

const AGAIN_MS = 2_000;
const MEANWHILE = "What you write meanwhile is kept in this browser.";

/** Follows the folder: what is saved elsewhere is seen here at once, and nothing that is written here is lost by it. */
export async function follow(): Promise<void> {
  let since = -1;
  for (;;) {
    await untilSeen();
    try {
      const { changes, names } = await ask("changes", { since }, whileSeen.signal);
      if (changes !== since) await changed(names);
      since = changes;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (document.hidden) continue;
      const isClosed = error.status === 0;
      showBar(isClosed ? `${error.message}. ${MEANWHILE}` : error.message);
      // A workshop that was opened anew has another key, and its page begins from its own address.
      if (!isClosed) return;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

// A browser asks only a few things at a time, so pages that nobody sees wait for nothing.
let whileSeen = new AbortController();
document.addEventListener("visibilitychange", () => {
  if (document.hidden) whileSeen.abort();
  else whileSeen = new AbortController();
});

async function untilSeen(): Promise<void> {
  if (document.hidden)
    await new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true }));
}

async function changed(names: string[]): Promise<void> {
  desk.names = names;
  const words = [];
  for (const file of desk.files.values())
    if (names.includes(file.name)) words.push(await meet(file));
    else if (file.mark !== undefined) miss(file);
  const told = words.find((one) => one !== undefined);
  // What was said of a save that has just been made here stays.
  if (told) showBar(told);
  else showFiles();
  // Another file may have brought parts that this one uses, or taken its name.
  if (front()) await look();
}

// Gives what is to be said, where the text on the screen is another one now.
async function meet(file: OpenFile): Promise<string | undefined> {
  const { name } = file;
  // It may have gone again, or got another name here, while it was asked for.
  const now = await ask("open", { name }).catch(unlessRefused);
  if (!now || file.name !== name) return;
  file.theirs = undefined;
  if (now.mark === file.mark) return;
  if (now.source !== file.source && isUnsaved(file)) {
    file.theirs = now;
    return;
  }
  const isNew = now.source !== file.source;
  adopt(file, now);
  return isNew && file === front() ? "Read again, since it was changed on disk" : undefined;
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refused) || error.status < 400) throw error;
}

function miss(file: OpenFile): void {
  file.mark = undefined;
  file.saved = "";
  file.isGone = true;
  keep(file);
}

function adopt(file: OpenFile, now: DeskFile): void {
  settled(file, now);
  if (now.source !== file.source) rewrite(file, now.source);
  keep(file);
}

/** What stands on disk is known here, whatever is written on this page. */
export function settled(file: OpenFile, { source, mark }: DeskFile): void {
  Object.assign(file, { saved: source, mark, theirs: undefined, isGone: false });
}

/** Takes the text that stands on disk, and sets aside what was written here. */
export function takeTheirs(file: OpenFile, now: DeskFile): void {
  if (isUnsaved(file)) setAside(file, file.source, "mine");
  adopt(file, now);
  showBar("This is how it stands on disk");
  goOn();
}

/** Keeps what is written here, and sets aside the text that stands on disk: the next save writes over it. */
export function keepMine(file: OpenFile, now: DeskFile): void {
  setAside(file, now.source, "theirs");
  settled(file, now);
  keep(file);
  showBar();
  goOn();
}

/** Tells of the open file that somebody else has changed or removed it. */
export function tellChanges(save: () => unknown): Notice[] {
  const file = front();
  const theirs = file?.theirs;
  if (theirs)
    return [
      {
        words: `${file.name} was changed on disk, and there are changes here that are not saved. Nothing is lost: choose one, and the other is kept.`,
        choices: [
          { label: "Go on with mine", act: () => keepMine(file, theirs) },
          { label: "Take the one on disk", act: () => takeTheirs(file, theirs) },
        ],
      },
    ];
  if (file?.isGone)
    return [
      {
        words: `${file.name} is no longer on disk. Its text is still here.`,
        choices: [{ label: "Save it again", act: save }],
      },
    ];
  return [];
}
