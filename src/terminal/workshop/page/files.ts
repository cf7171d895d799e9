import { ask } from "./ask.ts";
import { askForNew } from "./ask-for-new.ts";
import { showBar } from "./bar.ts";
import { desk, isUnsaved, lay } from "./desk.ts";
import { byId } from "./element.ts";
import { keep, keepFor, keptNames, keptOf } from "./keep.ts";
import { look } from "./look.ts";
import { save } from "./save.ts";
import { bringForward, goOn, lastOpen } from "./writing.ts";

/** Makes opening, beginning and saving work, and opens the flow that was open last. */
export async function wireFiles(): Promise<void> {
  const list = byId("file", HTMLSelectElement);
  list.addEventListener("change", () => open(list.value));
  byId("new").addEventListener("click", () => begin());
  byId("save").addEventListener("click", save);
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    save();
  });
  // What is kept in the browser comes back; whatever cannot be kept is warned of.
  addEventListener("beforeunload", (event) => {
    const unkept = [...desk.files.values()].filter((file) => !keep(file));
    if (unkept.some(isUnsaved)) event.preventDefault();
  });
  const { names, place } = await ask("list", {});
  desk.names = names;
  keepFor(place);
  layWhatWasNeverSaved();
  await openAny(lastOpen());
}

/** Opens this file or else the first that can be opened; where there is none, a new one is begun. */
export async function openAny(wanted?: string | null): Promise<void> {
  const known = [...new Set([...desk.names, ...desk.files.keys()])];
  const inOrder = [...known.filter((name) => name === wanted), ...known.filter((name) => name !== wanted)];
  for (const name of inOrder) if (await open(name)) return;
  await begin();
}

// It stands in no folder, so nobody would find it there.
function layWhatWasNeverSaved(): void {
  for (const name of keptNames().filter((name) => !desk.names.includes(name))) {
    const [last, ...asides] = keptOf(name);
    if (last) lay({ name, source: last.source }).asides = asides;
  }
}

/** Opens a file of the list; tells whether that was possible. */
export async function open(name: string): Promise<boolean> {
  try {
    const file = desk.files.get(name) ?? layFromDisk(await ask("open", { name }));
    bringForward(file);
  } catch (error) {
    showBar(error instanceof Error ? error.message : String(error));
    return false;
  }
  showBar();
  await look();
  return true;
}

function layFromDisk(read: { name: string; source: string; mark: string }) {
  const file = lay(read);
  file.asides = keptOf(read.name).filter(({ source }) => source !== read.source);
  return file;
}

/** Begins a new flow, which may be a copy of this one. */
export async function begin(original?: string): Promise<void> {
  const begun = await askForNew(original);
  if (!begun) return;
  let { name, source } = begun;
  // Two new flows may have been begun from the same one and neither saved.
  for (let number = 2; desk.files.has(name); number++) {
    name = begun.name.replace(/\.yml$/, `-${number}.yml`);
    source = begun.source.replace(/^flow:.*$/m, `flow: ${name.replace(/\.yml$/, "")}`);
  }
  keep(lay({ name, source }));
  await open(name);
  goOn();
}
