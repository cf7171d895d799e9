import { type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { Problem } from "./problem.ts";
import { quoted, syntaxProblem } from "./syntax-problem.ts";

/** A place in the file: 1-based line and column, and the length of what stands there. */
export type Place = { line: number; column: number; length: number };
export type Path = readonly (string | number)[];

/** A parsed file: its data, where each part of it stands, and what YAML itself made of the prose. */
export type YamlSource = {
  data: unknown;
  /** Where the value of a path stands, or the nearest part around it. */
  placeOf(path: Path): Place;
  /** Where the name of a path's last part stands. */
  placeOfKey(path: Path): Place;
  problems: Problem[];
};

const LARGEST = 1_000_000;

/** Reads YAML and says in a trainer's words where it would not mean what was written. */
export function readYaml(source: string, file: string): YamlSource {
  const counter = new LineCounter();
  const place = (from: number, to: number): Place => {
    const { line, col } = counter.linePos(from);
    return { line, column: col, length: Math.max(1, to - from) };
  };
  if (source.length > LARGEST) return tooLarge(file);
  const document = parseDocument(source, { version: "1.2", lineCounter: counter, uniqueKeys: true });
  const lines = source.split(/\r?\n/);
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) =>
    syntaxProblem(error, place(error.pos[0], error.pos[1]), lines, file),
  );
  if (problems.length === 0) problems.push(...forbidden(document, place, lines, file));
  const data: unknown = problems.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined;
  const span = (node: Node | null | undefined) =>
    node?.range ? place(node.range[0], node.range[1]) : { line: 1, column: 1, length: 1 };
  return {
    data,
    placeOf: (path) => span(nearestNode(document, path)),
    placeOfKey: (path) => span(keyNode(document, path) ?? nearestNode(document, path)),
    problems,
  };
}

function tooLarge(file: string): YamlSource {
  const start = { line: 1, column: 1, length: 1 };
  const problem: Problem = {
    code: "file/too-large",
    severity: "error",
    message: "This file is larger than a million characters.",
    remedy: "A flow is a few hundred lines. Split it, or remove what does not belong in it.",
    file,
    ...start,
  };
  return { data: undefined, placeOf: () => start, placeOfKey: () => start, problems: [problem] };
}

function nearestNode(document: Document, path: Path): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (node && typeof node === "object" && "range" in node) return node as Node;
  }
  return undefined;
}

function keyNode(document: Document, path: Path): Node | undefined {
  const parent = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
  );
  return pair?.key as Node | undefined;
}

// What YAML takes for itself without a word: anchors, aliases, tags, and a # in the middle of a sentence.
function forbidden(
  document: Document,
  place: (from: number, to: number) => Place,
  lines: string[],
  file: string,
): Problem[] {
  const problems: Problem[] = [];
  const report = (code: string, node: Node, message: string) => {
    const where = place(node.range?.[0] ?? 0, node.range?.[1] ?? 1);
    const remedy = `Write it like this:  ${quoted(lines[where.line - 1] ?? "")}`;
    problems.push({ code, severity: "error", message, remedy, file, ...where });
  };
  visit(document, {
    Alias: (_, node) => {
      report(
        "text/star-is-alias",
        node,
        "YAML takes a word that begins with * for a reference to another place.",
      );
    },
    Node: (_, node) => {
      if ("anchor" in node && node.anchor)
        report(
          "text/ampersand-is-anchor",
          node,
          `YAML takes "&${node.anchor}" for a label and would leave it out.`,
        );
      if (node.tag && !node.tag.startsWith("tag:yaml.org"))
        report("text/bang-is-tag", node, `YAML takes "${node.tag}" for a type and would leave it out.`);
      if (isScalar(node) && node.type === "PLAIN" && node.comment && !/^[\s#]/.test(node.comment))
        report(
          "text/hash-cuts-line",
          node,
          `Everything after # is left out, so this would only say: "${node.value}"`,
        );
    },
  });
  return problems;
}
