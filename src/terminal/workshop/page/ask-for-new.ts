import type { Begun } from "../begin-flow.ts";
import type { Asked } from "../questions.ts";
import { ask } from "./ask.ts";
import { desk } from "./desk.ts";
import { fieldOf, inDialogue, writtenIn } from "./dialogue.ts";
import { byId, element } from "./element.ts";

// The same six questions as in the terminal; what the first word stands for is told by that name when it is missing.
const QUESTIONS: readonly [id: string, name: string, words: string, example: string][] = [
  [
    "new-name",
    "name",
    "Who is the customer? Their whole name; if you like also she, he or they, and what they do.",
    "Rosa Lindqvist (she), a nurse",
  ],
  [
    "new-happened",
    "happened",
    "What has happened to them, in one sentence, as they would say it?",
    "The tent tore on its first night.",
  ],
  [
    "new-stakes",
    "stakes",
    "What hangs on it? A few words with commas between.",
    "the children, our only holiday, rain",
  ],
  [
    "new-feelings",
    "feelings",
    "What do they feel? A few words with commas between.",
    "let down, cold, foolish",
  ],
  ["new-about", "fact.about", "What do they tell only when asked, in a few words?", "when they travel on"],
  ["new-told", "fact.told", "And how would they say it?", "We leave for the coast on Thursday."],
  ["new-offer", "offer", "What can the trainee do for them?", "send another tent to the campsite"],
];

/** Asks for a new customer: from six questions, or from a flow that is there, which may be chosen already. */
export function askForNew(original = ""): Promise<Begun | undefined> {
  const from = byId("from", HTMLSelectElement);
  from.replaceChildren(
    element("option", { value: "" }, "a few questions"),
    ...[...new Set([...desk.names, ...desk.files.keys()])]
      .filter((name) => !name.includes("/"))
      .map((name) => element("option", { value: name, selected: name === original }, `a copy of ${name}`)),
  );
  const showFields = () =>
    byId("questions").replaceChildren(
      ...(from.value === ""
        ? QUESTIONS.map((question) => fieldOf(...question))
        : [fieldOf("new-to", "to", "What is the copy called? A few words.", "late delivery in Spain")]),
    );
  from.onchange = showFields;
  showFields();
  return inDialogue("new-flow", () => (from.value === "" ? ask("draft", answers()) : copyOf(from.value)));
}

// What is copied is what is on the page, where it is open here.
async function copyOf(name: string): Promise<Begun> {
  const { source } = desk.files.get(name) ?? (await ask("open", { name }));
  return ask("copy", { source, to: writtenIn("new-to") });
}

const answers = (): Asked<"draft"> => ({
  name: writtenIn("new-name"),
  happened: writtenIn("new-happened"),
  stakes: listed(writtenIn("new-stakes")),
  feelings: listed(writtenIn("new-feelings")),
  fact: { about: writtenIn("new-about"), told: writtenIn("new-told") },
  offer: writtenIn("new-offer"),
});

const listed = (words: string) =>
  words
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
