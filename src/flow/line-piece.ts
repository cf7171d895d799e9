import { everyName } from "./known-names.ts";
import { endOfLine, startOfLine } from "./place.ts";

/** The text that an offset lies in or follows: a value in brackets, or what a line holds after its dash and name. */
export function pieceAt(text: string, at: number): { from: number; to: number } {
  const start = startOfLine(text, at);
  const end = start + text.slice(start, endOfLine(text, at)).trimEnd().length;
  const line = text.slice(start, end);
  const [, indent = "", dash = "", name = ""] = /^(\s*)(- +)?([\w-]+:(?: +|$))?/.exec(line) ?? [];
  const isName = name !== "" && (dash === "" || everyName().includes(name.replace(/: *$/, "")));
  const from = start + indent.length + dash.length + (isName ? name.length : 0);
  const before = text.slice(from, at);
  const depth = (before.match(/[[{]/g)?.length ?? 0) - (before.match(/[\]}]/g)?.length ?? 0);
  if (at <= from || depth <= 0 || !/^[[{]/.test(before)) return { from, to: end };
  const lead = /(?:(["'])(?:(?!\1).)*\1|[*&!]\S*)\s*$/.exec(before);
  const stop = text.slice(at, end).search(/[,}\]]/);
  const piece = text.slice(at, stop < 0 ? end : at + stop).trimEnd();
  return { from: lead ? from + lead.index : at, to: at + piece.length };
}
