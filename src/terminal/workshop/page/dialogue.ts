import { Refused } from "./ask.ts";
import { byId, element } from "./element.ts";

/**
 * Shows a dialogue until its work is done, and gives what came of it; nothing when somebody leaves it. What the
 * workshop refuses is told in the dialogue, beside the field that it is about where there is one.
 */
export function inDialogue<Result>(id: string, work: () => Promise<Result>): Promise<Result | undefined> {
  const dialogue = byId(id, HTMLDialogElement);
  const form = dialogue.querySelector("form");
  if (!form) throw new Error(`There is no form in #${id}.`);
  tellTrouble(dialogue, "", {});
  dialogue.showModal();
  return new Promise((resolve) => {
    dialogue.onclose = () => resolve(undefined);
    for (const button of dialogue.querySelectorAll<HTMLElement>("[data-close]"))
      button.onclick = () => dialogue.close();
    form.onsubmit = async (event) => {
      event.preventDefault();
      try {
        resolve(await work());
        dialogue.close();
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const { message, blanks = {} } = error.told;
        tellTrouble(dialogue, message, blanks);
      }
    };
  });
}

function tellTrouble(dialogue: HTMLDialogElement, message: string, blanks: Record<string, string>): void {
  for (const trouble of dialogue.querySelectorAll(".trouble")) trouble.textContent = message;
  const fields = [...dialogue.querySelectorAll<HTMLInputElement>(".field input")];
  for (const field of fields) {
    const missing = blanks[field.name] ?? "";
    field.setAttribute("aria-invalid", String(missing !== ""));
    byId(`${field.id}-missing`).textContent = missing;
  }
  fields.find(({ name }) => blanks[name])?.focus();
}

/** A field with its question, an example, and room for what is missing in it. */
export const fieldOf = (id: string, name: string, question: string, example: string) =>
  element(
    "p",
    { class: "field" },
    element("label", { for: id }, question),
    element("input", {
      id,
      name,
      maxlength: 400,
      autocomplete: "off",
      placeholder: `For example: ${example}`,
      "aria-describedby": `${id}-missing`,
    }),
    element("span", { id: `${id}-missing`, class: "missing" }),
  );

/** What is written in a field. */
export const writtenIn = (id: string) => byId(id, HTMLInputElement).value.trim();
