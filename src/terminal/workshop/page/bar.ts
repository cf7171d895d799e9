import { desk, front, isUnsaved } from "./desk.ts";
import { byId, element } from "./element.ts";
import { showNotices } from "./notices.ts";

let listed = "";

/** Shows which files there are, and how the open one stands: in these words, or whether it is saved. */
export function showBar(words?: string): void {
  const isChanged = showFiles();
  byId("status").textContent = words ?? (isChanged ? "Not saved yet" : "");
}

/** Shows which files there are and what is to be told of the open one; tells whether it has changes that are not saved. */
export function showFiles(): boolean {
  const begun = [...desk.files.keys()].filter((name) => !desk.names.includes(name));
  list([...desk.names, ...begun]);
  const file = front();
  const isChanged = file !== undefined && isUnsaved(file);
  byId("save", HTMLButtonElement).disabled = !isChanged;
  document.title = `${isChanged ? "• " : ""}${desk.name} – Tightrope workshop`;
  showNotices();
  return isChanged;
}

// A list that somebody has just opened is not taken out of their hands when nothing in it has changed.
function list(names: readonly string[]): void {
  const entries = names.map((name) => {
    const file = desk.files.get(name);
    return { name, label: file && isUnsaved(file) ? `${name} (not saved)` : name };
  });
  const now = JSON.stringify([entries, desk.name]);
  if (now === listed) return;
  listed = now;
  byId("file").replaceChildren(
    ...entries.map(({ name, label }) =>
      element("option", { value: name, selected: name === desk.name }, label),
    ),
  );
}
