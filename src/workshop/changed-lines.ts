/** A line that was taken out of a text (by its number there) or that came into it (by its number now), 1-based. */
export type ChangedLine = { kind: "added" | "removed"; line: number; text: string };

// Beyond this many comparisons a reader would see no sense in the answer either.
const MOST_WORK = 4_000_000;

/** What became of the lines of a text: the fewest that have to go and to come, in the order of the texts. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++;
  const [gone, come] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const kept = gone.length * come.length <= MOST_WORK ? keptLines(gone, come) : [];
  const changes: ChangedLine[] = [];
  let [i, j] = [0, 0];
  for (const [oldAt, nowAt] of [...kept, [gone.length, come.length] as const]) {
    for (; i < oldAt; i++) changes.push({ kind: "removed", line: start + i + 1, text: gone[i] ?? "" });
    for (; j < nowAt; j++) changes.push({ kind: "added", line: start + j + 1, text: come[j] ?? "" });
    [i, j] = [oldAt + 1, nowAt + 1];
  }
  return changes;
}

const linesOf = (text: string) => text.replaceAll(/\r\n?/g, "\n").trimEnd().split("\n");

// The longest row of lines that stand in both texts in the same order, as pairs of places.
function keptLines(old: readonly string[], now: readonly string[]): [number, number][] {
  const wide = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * wide);
  const at = (i: number, j: number) => longest[i * wide + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      longest[i * wide + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const kept: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) kept.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return kept;
}
