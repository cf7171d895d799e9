import { setAside } from "./asides.ts";
import { ask } from "./ask.ts";
import { showBar } from "./bar.ts";
import { current, desk, isUnsaved, type OpenFile, putOnTheList, takeOffTheList } from "./desk.ts";
import { fieldOf, inDialogue, writtenIn } from "./dialogue.ts";
import { byId } from "./element.ts";
import { begin, open, openAny } from "./files.ts";
import { settled } from "./follow.ts";
import { forget, keep } from "./keep.ts";
import { look } from "./look.ts";
import type { Notice } from "./notices.ts";
import { bringForward, goOn, rewrite } from "./writing.ts";

/** Makes copying, renaming and deleting the open file work. */
export function wireWholeFile(): void {
  byId("copy").addEventListener("click", () => begin(desk.name));
  byId("rename").addEventListener("click", rename);
  byId("delete").addEventListener("click", remove);
}

async function rename(): Promise<void> {
  const file = current();
  const { name, source, mark } = file;
  byId("rename-field").replaceChildren(
    fieldOf("rename-to", "to", `What should ${name} be called? A few words.`, "late delivery in Spain"),
  );
  const field = byId("rename-to", HTMLInputElement);
  field.value = name.replace(/^shared\/|\.ya?ml$/gi, "");
  byId("rename-note").textContent = await tellMentions(file, "still say the old name and have to be changed");
  const renamed = await inDialogue("rename-flow", () =>
    ask("rename", { name, source, mark, to: writtenIn("rename-to") }),
  );
  if (!renamed) return;
  forget(name);
  desk.files.delete(name);
  desk.files.set(renamed.name, Object.assign(file, { name: renamed.name }));
  takeOffTheList(name);
  if (renamed.file) putOnTheList(renamed.name);
  desk.name = renamed.name;
  if (renamed.file) settled(file, renamed.file);
  rewrite(file, renamed.source);
  bringForward(file);
  keep(file);
  showBar(`It is called ${renamed.name} now`);
  goOn();
  await look();
}

async function remove(): Promise<void> {
  const file = current();
  const { name, mark } = file;
  byId("delete-title").textContent = `Delete ${name}?`;
  byId("delete-words").textContent =
    mark === undefined
      ? "It was never saved, so it is nowhere else."
      : `The file goes from the flows folder, and agents no longer meet this customer. Practices under way can be finished. ${await tellMentions(file, "name it and have to be changed")}`;
  const removed = await inDialogue("delete-flow", () =>
    mark === undefined ? Promise.resolve({}) : ask("remove", { name, mark }),
  );
  if (!removed) return;
  desk.files.delete(name);
  takeOffTheList(name);
  forget(name);
  deleted = file;
  await openAny();
  showBar(`${name} is deleted`);
}

async function tellMentions({ name, mark }: OpenFile, what: string): Promise<string> {
  const { names } = mark === undefined ? { names: [] } : await ask("mentions", { name });
  return names.length === 0 ? "" : `These ${what}: ${names.join(", ")}.`;
}

let deleted: OpenFile | undefined;

/** Offers back what was deleted last. */
export function tellDeleted(): Notice[] {
  const file = deleted;
  if (!file) return [];
  const done = () => {
    deleted = undefined;
    showBar();
    goOn();
  };
  return [
    {
      words: `${file.name} is deleted.`,
      choices: [
        { label: "Put it back", act: () => putBack(file) },
        { label: "Let it go", act: done },
      ],
    },
  ];
}

async function putBack(file: OpenFile): Promise<void> {
  const { name, saved, source } = file;
  if (file.mark !== undefined) await ask("save", { name, source: saved });
  deleted = undefined;
  if (file.mark === undefined) desk.files.set(name, file);
  await open(name);
  const back = current();
  if (isUnsaved(file) && file.mark !== undefined) setAside(back, source, "mine");
  keep(back);
  showBar(`${name} is back`);
}
