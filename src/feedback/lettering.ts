// What the font of the picture (Atkinson Hyperlegible) can draw.
const LETTERS =
  /^[ -~\u00a0-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126\u0127\u012a\u012b\u012e\u012f\u0131\u0136\u0137\u013b-\u013e\u0141-\u0148\u0150-\u0155\u0158-\u015b\u015e-\u0165\u016a\u016b\u016e-\u0173\u0178-\u017e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u20ac\u2122]*$/u;

/** Words as the picture can show them, without emoji; nothing when a letter of theirs is not in its font. */
export function drawable(text: string): string | undefined {
  const plain = text
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\u20e3/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  return plain !== "" && LETTERS.test(plain) ? plain : undefined;
}

/** How wide words will be at most, in the units of their size; generous, so that nothing leaves its place. */
export const widthOf = (text: string, size: number) =>
  [...text].reduce((sum, letter) => sum + size * widthOfLetter(letter), 0);

// Measured in the font, bold or not, whichever is wider.
function widthOfLetter(letter: string): number {
  if (/[.,:;'!|‘’il \u00a0]/.test(letter)) return 0.31;
  if (/[jtfrI()[\]{}"“”/\\*_–-]/.test(letter)) return 0.48;
  if (/[csyz]/.test(letter)) return 0.54;
  if (/[abdeghknopquvxEFLJ379]/.test(letter)) return 0.62;
  if (/[%ŒÆ™¾Ŵ]/.test(letter)) return 1.15;
  return /[mwMWQ@…—]/.test(letter) || letter > "~" ? 0.88 : 0.72;
}

/** As many of the words as fit into a width, with an ellipsis where something is missing. */
export function fitting(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  let kept = text;
  while (kept !== "" && widthOf(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** Words in lines of a width; what does not fit into the last line is left out behind an ellipsis. */
export function inLines(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    const full = lines.length > 0 && widthOf(longer, size) > width && lines.length < most;
    if (full || lines.length === 0) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => fitting(line, width, size));
}

/** Text as it may stand in XML, between tags or between quotes, whatever is in it. */
export const xml = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
