/** A line's words in small letters and nothing else, by which it is known again. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const NEAR = 0.6;

/** Whether two lines are nearly the same, word by word. */
export function isNear(one: string, other: string): boolean {
  const some = new Set(plain(one).split(" "));
  const others = new Set(plain(other).split(" "));
  const both = [...some].filter((word) => others.has(word)).length;
  return both / (some.size + others.size - both) > NEAR;
}

/** Lines without those that are nearly the same as one before them. */
export function unlike(texts: readonly string[]): string[] {
  const kept: string[] = [];
  for (const text of texts) if (!kept.some((one) => isNear(one, text))) kept.push(text);
  return kept;
}
