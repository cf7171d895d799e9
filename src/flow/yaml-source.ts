import { type Document, isMap, isPair, isScalar, type Node, parseDocument, visit } from "yaml";
import { fileProblems, tooDeep } from "./file-problems.ts";
import { type Place, placesIn, plainText } from "./place.ts";
import type { Problem } from "./problem.ts";
import { syntaxProblems } from "./syntax-problem.ts";
import { yamlTraps } from "./yaml-traps.ts";

export type Path = readonly (string | number)[];

/** A parsed file: its data, where each part of it stands, and what YAML itself made of the prose. */
export type YamlSource = {
  text: string;
  data: unknown;
  /** Where the value of a path stands, or the nearest part around it. */
  placeOf(path: Path): Place;
  /** Where the name of a path's last part stands. */
  placeOfKey(path: Path): Place;
  /** The offsets in `text` from which to which the value of a path stands, if it is there. */
  rangeOf(path: Path): [number, number] | undefined;
  problems: Problem[];
};

/** Reads YAML and says in a trainer's words where it would not mean what was written. */
export function readYaml(source: string, file: string): YamlSource {
  const text = plainText(source);
  const problems = fileProblems(text, file);
  if (problems.length > 0) return unread(text, problems);
  // The parser calls itself for every step down, so a file of nothing but brackets exhausts the stack.
  try {
    return parsed(text, file);
  } catch (error) {
    if (error instanceof RangeError) return unread(text, [tooDeep(file)]);
    throw error;
  }
}

function unread(text: string, problems: Problem[]): YamlSource {
  const start = { line: 1, column: 1, length: 1 };
  return {
    text,
    data: undefined,
    placeOf: () => start,
    placeOfKey: () => start,
    rangeOf: () => undefined,
    problems,
  };
}

function parsed(text: string, file: string): YamlSource {
  const document = parseDocument(text, { version: "1.2", uniqueKeys: true, prettyErrors: false });
  const mistakes = [...document.errors, ...document.warnings];
  if (mistakes.some((error) => error.code === "RESOURCE_EXHAUSTION")) return unread(text, [tooDeep(file)]);
  const traps = yamlTraps(document, text, file);
  const syntax = syntaxProblems(
    mistakes.filter((error) => error.code !== "TAG_RESOLVE_FAILED" || traps.length === 0),
    quotesIn(document),
    text,
    file,
  );
  // What cannot be read at all comes first: after it, the rest may not mean what it seems to.
  const problems = syntax.length > 0 ? syntax : traps;
  const place = placesIn(text);
  const span = (node: Node | undefined) =>
    node?.range ? place(node.range[0], node.range[1]) : { line: 1, column: 1, length: 1 };
  return {
    text,
    data: problems.length === 0 ? (document.toJS({ maxAliasCount: 0 }) as unknown) : undefined,
    placeOf: (path) => span(nearestNode(document, path)),
    placeOfKey: (path) => span(keyNode(document, path) ?? nearestNode(document, path)),
    rangeOf: (path) => {
      const range = nodeAt(document, path)?.range;
      return range ? [range[0], range[0] + text.slice(range[0], range[1]).trimEnd().length] : undefined;
    },
    problems,
  };
}

function quotesIn(document: Document): [number, number][] {
  const quotes: [number, number][] = [];
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (range && (type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE")) quotes.push([range[0], range[1]]);
    },
  });
  return quotes;
}

function nodeAt(document: Document, path: Path): Node | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return node && typeof node === "object" && "range" in node ? (node as Node) : undefined;
}

function nearestNode(document: Document, path: Path): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(document, path.slice(0, length));
    if (node) return node;
  }
  return undefined;
}

function keyNode(document: Document, path: Path): Node | undefined {
  const parent = nodeAt(document, path.slice(0, -1));
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === path.at(-1),
  );
  return pair?.key as Node | undefined;
}
