import { namesAt } from "./known-names.ts";
import { endOfLine, startOfLine } from "./place.ts";
import { nearest } from "./problem.ts";
import { entryNames } from "./slipped.ts";
import type { Finding } from "./structure-problem.ts";

type Heading = { from: number; to: number; name: string; indent: number };

/** The name above a line that begins too far left, so that YAML comes upon it only where its neighbour begins. */
export function slippedHeading(text: string, start: number): Finding | undefined {
  const heading = headingAbove(text, start);
  if (!heading) return undefined;
  const { from, to, name, indent } = heading;
  const above = indent > 0 ? headingAbove(text, startOfLine(text, from)) : undefined;
  const hasSlipped =
    indent === 0
      ? !namesAt([]).includes(name) && !nearest(name, namesAt([]))
      : above?.indent === 0 && entryNames(above.name).includes(name);
  if (!hasSlipped) return undefined;
  return {
    from,
    to,
    code: "yaml/indentation",
    message: `"${name}" begins further left than its neighbours, so what follows has no place.`,
    remedy: "Begin it in the same column as the names that it belongs with.",
  };
}

// The nearest line above that begins further left, when it is a name with nothing behind it.
function headingAbove(text: string, start: number): Heading | undefined {
  const depth = indentAt(text, start);
  for (let at = start; at > 0; ) {
    at = startOfLine(text, at - 1);
    const line = text.slice(at, endOfLine(text, at));
    const indent = indentAt(text, at);
    if (indent >= depth || /^\s*(#|$)/.test(line)) continue;
    const [, name] = /^ *([a-z][a-z0-9-]*): *(?:#.*)?$/.exec(line) ?? [];
    return name === undefined
      ? undefined
      : { from: at + indent, to: at + indent + name.length, name, indent };
  }
  return undefined;
}

const indentAt = (text: string, start: number) => text.slice(start, endOfLine(text, start)).search(/[^ ]|$/);
