import type { DeskFile } from "../../../store/flow-desk.ts";
import type { SavedFlow } from "../save-flow.ts";
import { ask, Refused } from "./ask.ts";
import { current, desk, front, isUnsaved, lay, look, type OpenFile } from "./desk.ts";
import { askAboutConflict, askForNew } from "./dialogues.ts";
import type { Editor } from "./editor.ts";
import { byId, element } from "./element.ts";
import { tellSaved } from "./tell-saved.ts";

let names: string[] = [];
let editor: Editor;

/** Makes opening, beginning and saving work, and opens the first flow. */
export async function wireFiles(given: Editor): Promise<void> {
  editor = given;
  const list = byId("file", HTMLSelectElement);
  list.addEventListener("change", () => open(list.value));
  byId("new").addEventListener("click", begin);
  byId("save").addEventListener("click", save);
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    save();
  });
  addEventListener("focus", refresh);
  addEventListener("beforeunload", (event) => {
    if ([...desk.files.values()].some(isUnsaved)) event.preventDefault();
  });
  ({ names } = await ask("list", {}));
  const wanted = sessionStorage.getItem("tightrope-workshop-file");
  const first = names.find((name) => name === wanted) ?? names[0];
  if (first) await open(first);
  else await begin();
}

/** Shows in the list and beside it which files have changes that are not saved. */
export function showFiles(words?: string): void {
  const entry = (name: string) => {
    const file = desk.files.get(name);
    const unsaved = file && isUnsaved(file) ? " (not saved)" : "";
    return element("option", { value: name, selected: name === desk.name }, `${name}${unsaved}`);
  };
  const begun = [...desk.files.keys()].filter((name) => !names.includes(name));
  byId("file").replaceChildren(...[...names, ...begun].map(entry));
  const file = front();
  const isChanged = file !== undefined && isUnsaved(file);
  byId("save", HTMLButtonElement).disabled = !isChanged;
  byId("status").textContent = words ?? (isChanged ? "Not saved yet" : "");
  document.title = `${isChanged ? "• " : ""}${desk.name} – Tightrope workshop`;
}

async function open(name: string): Promise<void> {
  const left = front();
  if (left) left.state = editor.state();
  try {
    if (!desk.files.has(name)) lay(await ask("open", { name }));
  } catch (error) {
    showFiles(error instanceof Error ? error.message : String(error));
    return;
  }
  desk.name = name;
  sessionStorage.setItem("tightrope-workshop-file", name);
  const file = current();
  if (file.state) editor.restore(file.state);
  else editor.show(file.source);
  showFiles();
  await look();
}

async function begin(): Promise<void> {
  const begun = await askForNew();
  if (!begun) return;
  const left = front();
  if (left) left.state = editor.state();
  let { name, source } = begun;
  // Two new flows may have been begun from the same one and neither saved.
  for (let number = 2; desk.files.has(name); number++) {
    name = begun.name.replace(/\.yml$/, `-${number}.yml`);
    source = begun.source.replace(/^flow:.*$/m, `flow: ${name.replace(/\.yml$/, "")}`);
  }
  lay({ name, source });
  editor.show(source);
  editor.focus();
  showFiles();
  await look();
}

async function save(): Promise<void> {
  const file = front();
  if (!file || !isUnsaved(file)) return;
  const { name, source, mark } = file;
  try {
    saved(file, await ask("save", { name, source, mark }));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 409) await settle(file, error.told as Conflict);
    else showFiles(error.message);
  }
}

/** What the workshop says instead of saving over what somebody else has changed. */
type Conflict = { message: string; now: DeskFile | null };

function saved(file: OpenFile, told: SavedFlow): void {
  file.saved = told.source;
  file.mark = told.mark;
  if (!names.includes(file.name)) names = [...names, file.name].sort();
  showFiles(tellSaved(told));
}

// Somebody who writes in another editor as well finds here what they have saved there.
async function refresh(): Promise<void> {
  const file = front();
  if (!file?.mark || isUnsaved(file)) return;
  const now = await ask("open", { name: file.name });
  if (now.mark !== file.mark && file === current() && !isUnsaved(file)) await take(file, now);
}

async function take(file: OpenFile, now: DeskFile): Promise<void> {
  Object.assign(file, { source: now.source, saved: now.source, mark: now.mark, state: undefined });
  editor.show(now.source);
  showFiles("This is how it stands on disk");
  await look();
}

async function settle(file: OpenFile, { message, now }: Conflict): Promise<void> {
  const choice = await askAboutConflict(message, now !== null);
  if (choice === "overwrite") {
    const { name, source } = file;
    file.mark = now?.mark;
    saved(file, await ask("save", { name, source, mark: now?.mark }));
  } else if (choice === "reload" && now) await take(file, now);
  else showFiles();
}
