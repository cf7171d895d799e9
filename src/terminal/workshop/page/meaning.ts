import type { Problem } from "../../../flow/problem.ts";
import type { ExplainedProblem, ProblemExample } from "../../../workshop/explained-problems.ts";
import { byId, element, type Inside } from "./element.ts";
import { explanations } from "./explanations.ts";

// The list is made anew after every change, and what somebody has opened in it stays open.
const opened = new Set<string>();

/** The code of a problem, which opens to what it means and to an example, wrong and right. */
export function meaningOf({ code, message }: Problem): HTMLElement {
  const key = `${code} ${message}`;
  const body = element("div", { class: "meaning-body" });
  const meaning = element(
    "details",
    { class: "meaning", open: opened.has(key) },
    element("summary", {}, "What this means: ", element("code", {}, code)),
    body,
  );
  const show = () => {
    if (!meaning.open) return opened.delete(key);
    opened.add(key);
    if (body.childElementCount === 0) return fill(body, code);
  };
  meaning.addEventListener("toggle", show);
  return meaning;
}

async function fill(body: HTMLElement, code: string): Promise<void> {
  const { problems } = await explanations();
  const found = problems.find((one) => one.code === code);
  body.replaceChildren(...(found ? explanation(found) : [element("p", {}, "There is nothing more to say.")]));
}

function explanation({ code, words, wrong, right }: ExplainedProblem): HTMLElement[] {
  const examples = [...wrong, ...right].map(({ text }) => text).join("");
  const stand = STAND_FOR.filter(([sign]) => examples.includes(sign)).map(([, what]) => what);
  return [
    element("p", {}, withCode(words)),
    ...(code === "sign/unknown" ? [toTheSigns()] : []),
    ...exampleOf("Wrong", wrong),
    ...exampleOf("Right", right),
    ...(stand.length > 0 ? [element("p", { class: "quiet" }, stand.join(" "))] : []),
  ];
}

const toTheSigns = () =>
  element("button", { type: "button", onclick: () => byId("tab-signs").click() }, "See all the signs");

const STAND_FOR = [
  ["␣", "␣ stands for a hard space."],
  ["⇥", "⇥ stands for a tab."],
  ["⌧", "⌧ stands for a character that nobody can see."],
] as const;

const exampleOf = (title: string, examples: readonly ProblemExample[]) => [
  element("h3", {}, title),
  ...examples.map(({ file, text }) =>
    element("pre", {}, element("code", {}, `${file === undefined ? "" : `# ${file}\n`}${text}`)),
  ),
];

/** Words in which code stands between backticks. */
const withCode = (words: string): Inside[] =>
  words.split("`").map((part, at) => (at % 2 === 0 ? part : element("code", {}, part)));
