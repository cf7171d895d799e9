import type { YAMLError } from "yaml";
import { endOfLine, startOfLine } from "./place.ts";
import { clipped, quotingRemedy } from "./quote.ts";
import type { Finding } from "./structure-problem.ts";

/** A closing bracket that nothing was opened for. */
export function surplusBracket(text: string, at: number): Finding | undefined {
  const closing = text[at] ?? "";
  const isDoubled = text.slice(startOfLine(text, at), at).trimEnd().endsWith(closing);
  if (!/[\]}]/.test(closing) || (lastOpened(text.slice(0, at)) !== undefined && !isDoubled)) return undefined;
  return {
    from: at,
    to: at + 1,
    code: "yaml/bracket-too-many",
    message: `No ${closing === "}" ? "{" : "["} is open that this ${closing} could close.`,
    remedy: `Remove it, or put the whole text in quotation marks if it belongs to one.`,
  };
}

/** A bracket that is opened and not closed, often because a # has cut off the rest of its line. */
export function unclosedBracket(error: YAMLError, text: string, at: number): Finding | undefined {
  if (!/^Flow (map|sequence)|Expected flow/i.test(error.message)) return undefined;
  const opened = lastOpened(text.slice(0, at));
  if (opened === undefined) return undefined;
  const end = endOfLine(text, opened);
  const hash = text.slice(opened, end).search(/ #\S/);
  if (hash >= 0) {
    const before = /[^,:[{]*$/.exec(text.slice(opened, opened + hash))?.[0] ?? "";
    const from = opened + hash - before.trimStart().length;
    const stop = text.slice(opened + hash, end).search(/[,}\]]/);
    const to =
      stop < 0 ? end : opened + hash + text.slice(opened + hash, opened + hash + stop).trimEnd().length;
    return {
      from,
      to,
      code: "text/hash-cuts-line",
      message: `Everything after # is left out, so this would only say: "${clipped(before.trim(), 200)}"`,
      remedy: quotingRemedy(text, from, to),
    };
  }
  const closing = text[opened] === "{" ? "}" : "]";
  return {
    from: opened,
    to: end,
    code: "yaml/bracket-not-closed",
    message: `This ${text[opened]} is never closed.`,
    remedy: `Put a ${closing} where it ends. If it belongs to a text, put the whole text in quotation marks.`,
  };
}

// The last bracket on its own level that nothing closes; what stands after a # or in quotes does not count.
function lastOpened(text: string): number | undefined {
  const open: number[] = [];
  for (const { 0: part, index } of text.matchAll(/ #[^\n]*|"[^"\n]*"|[[\]{}]/g)) {
    if (part === "{" || part === "[") open.push(index);
    else if ((part === "}" || part === "]") && text[open.at(-1) ?? -1] === (part === "}" ? "{" : "["))
      open.pop();
  }
  return open.at(-1);
}
