/** A text on one line and not longer than this; cut at a word, with an ellipsis. */
export function shortened(text: string, longest = 140): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest - 30)).trimEnd()}…`;
}
