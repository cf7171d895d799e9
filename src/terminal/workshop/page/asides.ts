import { showBar } from "./bar.ts";
import { type Aside, front, isUnsaved, type OpenFile } from "./desk.ts";
import { keep } from "./keep.ts";
import type { Notice } from "./notices.ts";
import { goOn, rewrite } from "./writing.ts";

/** Sets a text of a file aside, from where it can be brought back. */
export function setAside(file: OpenFile, source: string, whose: Aside["whose"]): void {
  file.asides = [{ source, whose, when: Date.now() }, ...without(file.asides, source)];
  keep(file);
}

const without = (asides: readonly Aside[], source: string) => asides.filter((one) => one.source !== source);

// The text needs room as well; what is older is offered when these are answered.
const MOST_OFFERED = 2;

/** Offers back what was set aside in the open file. */
export function tellAsides(): Notice[] {
  const file = front();
  return (file?.asides ?? []).slice(0, MOST_OFFERED).map((aside) => ({
    words: WORDS[aside.whose](since.format(aside.when)),
    choices: [
      { label: "Bring it back", act: () => bringBack(aside) },
      { label: "Let it go", act: () => letGo(aside) },
    ],
  }));

  function bringBack({ source }: Aside): void {
    if (!file) return;
    const before = file.source;
    file.asides = without(file.asides, source);
    if (isUnsaved(file)) setAside(file, before, "mine");
    rewrite(file, source);
    keep(file);
    showBar();
    goOn();
  }

  function letGo({ source }: Aside): void {
    if (!file) return;
    file.asides = without(file.asides, source);
    keep(file);
    showBar();
    goOn();
  }
}

const since = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});

const WORDS: Record<Aside["whose"], (when: string) => string> = {
  unsaved: (when) => `What you wrote here on ${when} was not saved. It is kept for you.`,
  mine: () => "What you had written is kept here.",
  theirs: () => "The text that stood on disk is kept here.",
};
