import { hashOf } from "../flow/variants.ts";

// What means the same to YAML with and without quotes; the rest stands in double quotes, which it reads as JSON does.
const RESERVED = "(?!(?:true|false|null|yes|no|on|off)$)";
const PLAIN_WORD = new RegExp(`^${RESERVED}\\p{L}(?:[\\p{L}\\p{N} .!?'’()–-]*[\\p{L}\\p{N}.!?)])?$`, "iu");
const PLAIN_LINE = new RegExp(`^${RESERVED}\\p{L}(?:[\\p{L}\\p{N} ,;.!?'’“”()–-]*[^\\s:])?$`, "iu");

/** Words as a text of a flow, on one line. */
export function text(words: string): string {
  const said = clean(words);
  return PLAIN_LINE.test(said) ? said : JSON.stringify(said);
}

/** Words as a list of a flow. */
export const list = (words: readonly string[]): string =>
  `[${words
    .map(clean)
    .map((word) => (PLAIN_WORD.test(word) ? word : JSON.stringify(word)))
    .join(", ")}]`;

// What is left where an answer was nothing but signs.
const NOTHING = "…";

/** Words on one line, without what Slack or a flow gives a meaning of its own. */
export const clean = (words: string) =>
  words
    .replace(/[\s\ufffd]+/g, " ")
    .replace(/[{<]/g, "(")
    .replace(/[}>]/g, ")")
    .replace(/[*~`]/g, "")
    .replace(/(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])/gu, "")
    .replace(/@(?=channel|here|everyone)/gi, "")
    .trim() || NOTHING;

/** What stands for a mark in a template: words, which are quoted where they have to be, or a piece of YAML as it is. */
export type Filling = string | { yaml: string };

/**
 * A flow made of a template. A mark such as «name» is filled in, and of a list that begins with «3» so many lines are
 * kept; which ones follows from a word, so that two flows do not say the same everywhere.
 */
export function fillIn(template: string, fillings: Readonly<Record<string, Filling>>, word: string): string {
  return keepSome(template.split("\n"), word)
    .map((line) => fillLine(line, fillings))
    .join("\n");
}

const FEW = / *«(\d+)»/;

function keepSome(lines: readonly string[], word: string): string[] {
  const at = lines.findIndex((line) => FEW.test(line));
  if (at < 0) return [...lines];
  const [head = "", ...rest] = lines.slice(at);
  const depth = (line: string) => line.search(/\S/);
  const end = rest.findIndex((line) => depth(line) <= depth(head));
  const below = end < 0 ? rest : rest.slice(0, end);
  const items: string[][] = [];
  for (const line of below) {
    if (line.trimStart().startsWith("- ")) items.push([line]);
    else items.at(-1)?.push(line);
  }
  const kept = someOf(items, Number(FEW.exec(head)?.[1]), `${word}/${at}`);
  const after = keepSome(rest.slice(below.length), `${word}/${at}`);
  return [...lines.slice(0, at), head.replace(FEW, ""), ...kept.flat(), ...after];
}

function someOf<One>(from: readonly One[], count: number, word: string): One[] {
  const ranked = from.map((one, at) => ({ one, at, rank: hashOf(`${word}/${at}`) }));
  const kept = ranked.sort((a, b) => a.rank - b.rank).slice(0, count);
  return kept.sort((a, b) => a.at - b.at).map(({ one }) => one);
}

const MARK = /«([^»]+)»/g;

function fillLine(line: string, fillings: Readonly<Record<string, Filling>>): string {
  if (!line.includes("«")) return line;
  let isYaml = line.trimStart().startsWith("#");
  const filled = line.replace(MARK, (mark, name: string) => {
    const filling = fillings[name] ?? mark;
    if (typeof filling === "string") return isYaml ? clean(filling) : filling;
    isYaml = true;
    return filling.yaml;
  });
  if (isYaml) return filled;
  const [before = ""] = /^ *(?:- )?(?:[\w-]+: )?/.exec(line) ?? [];
  return before + text(filled.slice(before.length));
}
