import { ask } from "./ask.js";
import { byId, element } from "./element.js";

// The same six questions as in the terminal.
const QUESTIONS = [
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
const LISTS = ["stakes", "feelings"];
const SENTENCES = ["happened", "told", "offer"];

/** Asks for a new customer: from six questions, or from a flow that is there. Gives its name and text, or nothing. */
export function askForNew() {
  const dialogue = byId("new-flow");
  const from = byId("from");
  from.replaceChildren(
    element("option", { value: "" }, "a few questions"),
    ...[...byId("file").options]
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
    dialogue.querySelector("[data-close]").onclick = () => dialogue.close();
    dialogue.querySelector("form").onsubmit = async (event) => {
      event.preventDefault();
      try {
        const begun =
          from.value === ""
            ? await ask("draft", answersIn(dialogue))
            : await ask("copy", { name: from.value });
        resolve(begun);
        dialogue.close();
      } catch (error) {
        byId("new-note").textContent = error.message;
      }
    };
  });
}

const question = ([name, words, example]) =>
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

function answersIn(dialogue) {
  const given = Object.fromEntries(
    QUESTIONS.map(([name]) => {
      const words = dialogue.querySelector(`[name="${name}"]`).value.trim();
      return [
        name,
        LISTS.includes(name) ? listed(words) : SENTENCES.includes(name) ? sentence(words) : words,
      ];
    }),
  );
  const { about, told, ...answers } = given;
  return { ...answers, fact: { about, told } };
}

const listed = (words) =>
  words
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
const sentence = (words) => (/[.!?]$/.test(words) ? words : `${words}.`);

/** Asks what to do where somebody else has changed the file: "stay", "reload" or "overwrite". */
export function askAboutConflict(words, isThere) {
  const dialogue = byId("conflict");
  byId("conflict-words").textContent = `${words} Nothing was saved yet.`;
  dialogue.querySelector('[data-choice="reload"]').hidden = !isThere;
  dialogue.showModal();
  return new Promise((resolve) => {
    dialogue.onclose = () => resolve("stay");
    for (const button of dialogue.querySelectorAll("[data-choice]"))
      button.onclick = () => {
        resolve(button.dataset.choice);
        dialogue.close();
      };
  });
}
