/** Named lists of words that a phrase may refer to as `@name`. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** A phrase made ready to be found. */
export type Phrase = { source: string; steps: Step[] };

/** One step along the words of a phrase; phrases that are read together share those that are written alike. */
export type Step =
  | {
      kind: "word";
      /** Which step it is of those that were read together. */
      id: number;
      words: Set<string>;
      prefixes: string[];
      number: boolean;
      any: boolean;
      edge: boolean;
      optional: boolean;
    }
  | {
      kind: "gap";
      most: number;
      /** Whether it ends with its clause. */
      stays: boolean;
    }
  | { kind: "edge" };

/**
 * Reads a phrase. A phrase is written as words, with these signs:
 * `a|b` one of them, `a?` may be missing, `abc*` any word that starts so, `#` a number, `@list` a word of that list,
 * `*` any word, `..` up to three words between, within one clause, `...` up to eight, also beyond it (neither over a "not"),
 * `^` start of the clause, `$` its end.
 * `known` gathers the steps of the phrases that are read together, by how they are written.
 */
export function phraseOf(source: string, lists: WordLists, known = new Map<string, Step>()): Phrase {
  const steps = source.split(" ").map((part) => {
    const step = known.get(part) ?? stepOf(part, lists, known.size);
    known.set(part, step);
    return step;
  });
  return { source, steps };
}

function stepOf(part: string, lists: WordLists, id: number): Step {
  if (part === "..") return { kind: "gap", most: 3, stays: true };
  if (part === "...") return { kind: "gap", most: 8, stays: false };
  if (part === "^" || part === "$") return { kind: "edge" };
  const optional = part.endsWith("?");
  const options = (optional ? part.slice(0, -1) : part).split("|").flatMap((option) => {
    if (!option.startsWith("@")) return [option];
    const list = lists[option.slice(1)];
    if (list === undefined) throw new Error(`A phrase asks for the list ${option}, which does not exist.`);
    return list;
  });
  return {
    kind: "word",
    id,
    words: new Set(options.filter((option) => !option.endsWith("*") && option !== "$")),
    prefixes: options
      .filter((option) => option.length > 1 && option.endsWith("*"))
      .map((option) => option.slice(0, -1)),
    number: options.includes("#"),
    any: part === "*",
    edge: options.includes("$"),
    optional,
  };
}
