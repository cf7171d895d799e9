import type { Begun } from "../answers.ts";
import type { Asked } from "../questions.ts";
import { ask } from "./ask.ts";
import { byId, element } from "./element.ts";

// The same six questions as in the terminal.
const QUESTIONS: readonly [name: string, words: string, example: string][] = [
  ["name", "Who is the customer? Their whole name.", "Rosa Lindqvist"],
  [
    "happened",
    "What has happened to them, in one sentence, as they would say it?",
    "The tent tore on its first night.",
  ],
  ["stakes", "What hangs on it? A few words with commas between.", "the children, our only holiday, rain"],
  ["feelings", "What do they feel? A few words with commas between.", "let down, cold, foolish"],
  ["about", "What do they tell only when asked, in a few words?", "when they travel on"],
  ["told", "And how would they say it?", "We leave for the coast on Thursday."],
  ["offer", "What can the trainee do for them?", "send another tent to the campsite."],
];

/** Asks for a new customer: from six questions, or from a flow that is there. Gives its name and text, or nothing. */
export function askForNew(): Promise<Begun | undefined> {
  const dialogue = byId("new-flow", HTMLDialogElement);
  const from = byId("from", HTMLSelectElement);
  from.replaceChildren(
    element("option", { value: "" }, "a few questions"),
    ...[...byId("file", HTMLSelectElement).options]
      .filter(({ value }) => !value.includes("/"))
      .map(({ value }) => element("option", { value }, `a copy of ${value}`)),
  );
  byId("questions").replaceChildren(...QUESTIONS.map(question));
  byId("new-note").textContent = "";
  const update = () => {
    byId("questions").hidden = from.value !== "";
    for (const field of byId("questions").querySelectorAll("input")) field.disabled = from.value !== "";
  };
  from.onchange = update;
  update();
  dialogue.showModal();
  return new Promise((resolve) => {
    dialogue.onclose = () => resolve(undefined);
    for (const button of dialogue.querySelectorAll<HTMLElement>("[data-close]"))
      button.onclick = () => dialogue.close();
    within(dialogue, "form").onsubmit = async (event) => {
      event.preventDefault();
      try {
        const begun =
          from.value === ""
            ? await ask("draft", answersIn(dialogue))
            : await ask("copy", { name: from.value });
        resolve(begun);
        dialogue.close();
      } catch (error) {
        byId("new-note").textContent = error instanceof Error ? error.message : String(error);
      }
    };
  });
}

function within<Tag extends keyof HTMLElementTagNameMap>(dialogue: HTMLElement, tag: Tag) {
  const found = dialogue.querySelector(tag);
  if (!found) throw new Error(`There is no ${tag} in #${dialogue.id}.`);
  return found;
}

const question = ([name, words, example]: (typeof QUESTIONS)[number]) =>
  element(
    "p",
    {},
    element("label", { for: `new-${name}` }, words),
    element("input", {
      id: `new-${name}`,
      name,
      required: true,
      maxlength: 400,
      placeholder: `For example: ${example}`,
    }),
  );

function answersIn(dialogue: HTMLElement): Asked<"draft"> {
  const said = (name: string) =>
    dialogue.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim() ?? "";
  return {
    name: said("name"),
    happened: sentence(said("happened")),
    stakes: listed(said("stakes")),
    feelings: listed(said("feelings")),
    fact: { about: said("about"), told: sentence(said("told")) },
    offer: sentence(said("offer")),
  };
}

const listed = (words: string) =>
  words
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
const sentence = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`);
