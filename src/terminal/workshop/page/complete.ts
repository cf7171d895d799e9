import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { Text } from "@codemirror/state";
import { element } from "./element.ts";
import { explanations } from "./explanations.ts";
import { namesAt, pathAt, wordsAt } from "./schema.ts";

/** What can be written where the cursor stands: names with what they are for, signs, moods, endings and facts. */
export function complete(context: CompletionContext): CompletionResult | null {
  const { doc } = context.state;
  const line = doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  if (/^\s*#/.test(before)) return null;
  const typed = /[\w-]*$/.exec(before)?.[0] ?? "";
  if (typed === "" && !context.explicit) return null;
  const from = context.pos - typed.length;
  const name = /^\s*(?:-\s+)?([\w-]+):\s/.exec(before)?.[1];
  const path = pathAt(doc, line.number);
  const isInBraces = before.lastIndexOf("{") > before.lastIndexOf("}");
  const options =
    name === undefined || isInBraces
      ? nameOptions(name === undefined ? path : [...path, name])
      : wordOptions(path, name, doc);
  return options.length > 0 ? { from, options, validFor: /^[\w-]*$/ } : null;
}

const nameOptions = (path: readonly string[]): Completion[] =>
  once(
    namesAt(path).map(({ name, description }) => ({
      label: name,
      apply: `${name}: `,
      ...(description ? { info: description } : {}),
    })),
  );

function wordOptions(path: readonly string[], name: string, doc: Text): Completion[] {
  const own = chosenFor(name, doc).map((label) => ({ label }));
  return once([...own, ...wordsAt([...path, name]).map((word) => ({ label: String(word), info: signInfo }))]);
}

// What a message has to show for a sign; other words say what they mean themselves.
async function signInfo({ label }: Completion): Promise<Node | null> {
  const { signs } = await explanations();
  const found = signs.find(({ sign }) => sign === label);
  if (!found) return null;
  const example = found.example ? `. For example: ${found.example}` : ".";
  return element("div", {}, `A message shows it when it ${found.shows}${example}`);
}

// What the trainer has named themselves.
function chosenFor(name: string, doc: Text): string[] {
  if (name === "go") return [...namesUnder("moods", doc), ...namesUnder("endings", doc)];
  if (name === "start" || name === "mood") return namesUnder("moods", doc);
  if (name === "ends" || name === "ending") return namesUnder("endings", doc);
  return ["knows", "not-knows", "fact", "asks"].includes(name) ? namesUnder("facts", doc) : [];
}

function namesUnder(part: string, doc: Text): string[] {
  const text = doc.toString();
  const [, block = ""] = new RegExp(`^${part}:[^\\n]*\\n((?:[ #][^\\n]*\\n|\\n)*)`, "m").exec(text) ?? [];
  return [...block.matchAll(/^ {2}([\w-]+):/gm)].map(([, name = ""]) => name);
}

const once = (options: Completion[]) =>
  options.filter(({ label }, at) => options.findIndex((one) => one.label === label) === at);
