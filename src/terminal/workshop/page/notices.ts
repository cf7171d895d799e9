import { byId, element } from "./element.ts";

/** Something that a trainer should know and may decide: in words, with what they can do about it. */
export type Notice = { words: string; choices: { label: string; act: () => unknown }[] };

const tellers: (() => Notice[])[] = [];

/** Has notices told whenever they are shown; what is told follows from what is on the desk. */
export const tellBy = (teller: () => Notice[]) => tellers.push(teller);

let notices: Notice[] = [];
let shown = "";

/** Shows the notices as they are now. One that says the same is left alone, so that nobody is told twice. */
export function showNotices(): void {
  notices = tellers.flatMap((teller) => teller());
  const now = JSON.stringify(notices);
  if (now === shown) return;
  shown = now;
  byId("notices").replaceChildren(...notices.map(noticeOf));
}

// The same words may be about another text by the time that somebody presses, so what is done is looked up then.
const noticeOf = ({ words, choices }: Notice, at: number) =>
  element(
    "div",
    { class: "notice" },
    element("p", {}, words),
    element(
      "div",
      { class: "row" },
      choices.map(({ label }, which) =>
        element("button", { type: "button", onclick: () => notices[at]?.choices[which]?.act() }, label),
      ),
    ),
  );
