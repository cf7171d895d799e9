import { tellAsides } from "./asides.ts";
import { Refused } from "./ask.ts";
import { showBar } from "./bar.ts";
import { current } from "./desk.ts";
import { makeEditor } from "./editor.ts";
import { byId } from "./element.ts";
import { wireFiles } from "./files.ts";
import { follow, tellChanges } from "./follow.ts";
import { keep } from "./keep.ts";
import { look, whenLooked } from "./look.ts";
import { wireMap } from "./map.ts";
import { tellBy } from "./notices.ts";
import { wireProblems } from "./problems.ts";
import { save } from "./save.ts";
import { explanationAt, fetchSchema } from "./schema.ts";
import { wireTable } from "./table.ts";
import { wireTabs } from "./tabs.ts";
import { wireTalk } from "./talk.ts";
import { wireTime } from "./time.ts";
import { tellDeleted, wireWholeFile } from "./whole-file.ts";
import { writeIn } from "./writing.ts";

/** How long somebody has to stop typing before the flow is looked at, in ms. */
const PAUSE = 250;

let waiting: ReturnType<typeof setTimeout>;
const editor = makeEditor(
  (source) => {
    current().source = source;
    showBar();
    clearTimeout(waiting);
    waiting = setTimeout(written, PAUSE);
  },
  ({ doc, selection }) => {
    const found = explanationAt(doc, doc.lineAt(selection.main.head).number);
    byId("explained").textContent = found ? `${found.name}: ${found.description}` : "";
  },
);

function written() {
  keep(current());
  look();
}

writeIn(editor);
tellBy(() => tellChanges(save));
tellBy(tellAsides);
tellBy(tellDeleted);
wireWholeFile();
wireTabs();
wireProblems(editor.goTo);
const showTalk = wireTalk(editor.goTo);
wireTime(showTalk);
wireMap();
wireTable();
whenLooked(({ sound }, looked) => {
  editor.underline(looked.problems);
  byId("stale").hidden = Boolean(looked.tried) || !sound;
  const unplayable = byId("unplayable");
  unplayable.hidden = Boolean(sound);
  unplayable.textContent =
    looked.kind === "shared"
      ? "These are parts that flows share. Open a flow that uses them to try them out."
      : "There is nobody to talk to until the errors are mended.";
});

// Whatever goes wrong is told where one looks for whether it is saved.
const tell = (error: unknown) => {
  byId("status").textContent = error instanceof Error ? error.message : "Something went wrong on this page.";
};
addEventListener("unhandledrejection", (event) => {
  tell(event.reason);
  // What the workshop says is for the trainer, and no mistake of the page.
  if (event.reason instanceof Refused) event.preventDefault();
});

fetchSchema().then(wireFiles).then(follow).catch(tell);
