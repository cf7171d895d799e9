import type { DeskFile } from "../../../store/flow-desk.ts";
import { ask, Refused } from "./ask.ts";
import { showBar } from "./bar.ts";
import { askAboutConflict } from "./conflict.ts";
import { front, isUnsaved, type OpenFile, putOnTheList } from "./desk.ts";
import { keepMine, settled, takeTheirs } from "./follow.ts";
import { keep } from "./keep.ts";
import { tellSaved } from "./tell-saved.ts";

/** Saves the open file; where somebody else has changed it meanwhile it asks what to do. */
export async function save(): Promise<void> {
  const file = front();
  if (!file || !isUnsaved(file)) return;
  try {
    await write(file);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 409) await settle(file, error.told as Conflict);
    else showBar(error.message);
  }
}

async function write(file: OpenFile): Promise<void> {
  const { name, source, mark } = file;
  const told = await ask("save", { name, source, mark });
  settled(file, told);
  putOnTheList(name);
  keep(file);
  showBar(tellSaved(told));
}

/** What the workshop says instead of saving over what somebody else has changed. */
type Conflict = { message: string; now: DeskFile | null };

async function settle(file: OpenFile, { message, now }: Conflict): Promise<void> {
  const choice = await askAboutConflict(message, now !== null);
  if (choice === "stay") return showBar();
  if (choice === "reload" && now) return takeTheirs(file, now);
  if (now) keepMine(file, now);
  else file.mark = undefined;
  await write(file);
}
