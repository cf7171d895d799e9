import { current, look, whenLooked } from "./desk.js";
import { makeEditor } from "./editor.js";
import { byId } from "./element.js";
import { showFiles, wireFiles } from "./files.js";
import { wireMap } from "./map.js";
import { wireProblems } from "./problems.js";
import { explanationAt, fetchSchema } from "./schema.js";
import { wireTable } from "./table.js";
import { wireTabs } from "./tabs.js";
import { wireTalk } from "./talk.js";
import { wireTime } from "./time.js";

/** How long somebody has to stop typing before the flow is looked at, in ms. */
const PAUSE = 250;

let waiting;
const editor = makeEditor(
  (source) => {
    current().source = source;
    showFiles();
    clearTimeout(waiting);
    waiting = setTimeout(() => look("written"), PAUSE);
  },
  ({ doc, selection }) => {
    const found = explanationAt(doc, doc.lineAt(selection.main.head).number);
    byId("explained").textContent = found ? `${found.name}: ${found.description}` : "";
  },
);

wireTabs();
wireProblems(editor.goTo);
const showTalk = wireTalk(editor.goTo);
wireTime(showTalk);
wireMap();
wireTable();
whenLooked(({ looked, sound }) => {
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
const tell = (error) => {
  byId("status").textContent = error?.message ?? "Something went wrong on this page.";
};
addEventListener("unhandledrejection", ({ reason }) => tell(reason));

fetchSchema()
  .then(() => wireFiles(editor))
  .catch(tell);
