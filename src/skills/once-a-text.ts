/**
 * Work on a text that is done once, as the same words and lines come again and again: what came of it is kept, for
 * `most` texts at a time.
 */
export function onceAText<Result>(most: number, work: (text: string) => Result): (text: string) => Result {
  const kept = new Map<string, Result>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const result = work(text);
    if (kept.size >= most) kept.clear();
    kept.set(text, result);
    return result;
  };
}
