import type { Directory } from "../share-modal.ts";

/** The person that the words after the command name: "<@U123|ada>" or "<@U123>", or a name of the directory. */
export function personNamed(words: string, directory?: Directory): string | undefined {
  const mentioned = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/.exec(words)?.[1];
  if (mentioned) return mentioned;
  const name = plain(words);
  if (name === "" || !directory) return undefined;
  const alike = directory.people.filter((one) => `${plain(one.name)} `.startsWith(`${name} `));
  return alike.length === 1 ? alike[0]?.id : undefined;
}

// "@Tomás" and "tomas" are the same person to whoever types it.
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}|^\s*@/gu, "")
    .trim()
    .toLowerCase();
