import { endOfLine } from "./place.ts";
import type { Finding } from "./structure-problem.ts";

/** A line that begins with a bullet or a long dash, as text editors put them, in place of a dash. */
export function otherDash(text: string, from: number): Finding {
  const to = from + text.slice(from, endOfLine(text, from)).trimEnd().length;
  const line = text.slice(from, to).replace(/^\S\s*/, "");
  const isMany = /^\n *[•‣·–—*] /.test(text.slice(endOfLine(text, from)));
  return {
    from,
    to,
    code: "yaml/other-dash",
    message: "A line of a list begins with a plain dash, not with another sign.",
    remedy: isMany
      ? `Begin each of these lines with a plain dash:  - ${line}`
      : `Write it like this:  - ${line}`,
  };
}

/** Where in a text, read as one, lines begin with bullets: they were meant as a list. */
export function bulletIn(words: string): number | undefined {
  if (/^[•‣·–—] .*\n *[•‣·–—] /.test(words)) return 0;
  const found = /\n *(?=[•‣·] )/.exec(words);
  return found ? found.index + found[0].length : undefined;
}
