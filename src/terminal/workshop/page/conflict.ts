import { byId } from "./element.ts";

/** What to do where somebody else has changed the file. */
export type Choice = "stay" | "reload" | "overwrite";

/** Asks what to do where somebody else has changed the file. */
export function askAboutConflict(words: string, isThere: boolean): Promise<Choice> {
  const dialogue = byId("conflict", HTMLDialogElement);
  byId("conflict-words").textContent =
    `${words} Nothing was saved yet, and whichever you choose, the other text is kept on this page.`;
  const buttons = [...dialogue.querySelectorAll<HTMLElement>("[data-choice]")];
  for (const button of buttons) button.hidden = button.dataset.choice === "reload" && !isThere;
  dialogue.showModal();
  return new Promise((resolve) => {
    dialogue.onclose = () => resolve("stay");
    for (const button of buttons)
      button.onclick = () => {
        resolve(button.dataset.choice as Choice);
        dialogue.close();
      };
  });
}
