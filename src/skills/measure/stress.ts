import { drawsFrom } from "../learn.ts";

/** The same message as hurried or careless hands would write it. */
export const STRESSES: Readonly<Record<string, (message: string) => string>> = {
  "as written": (message) => message,
  "question marks removed": (message) => message.replaceAll("?", ""),
  "all lower case": (message) => message.toLowerCase(),
  "one typo in every fifth word": misspell,
  "curly quotes and an emoji": (message) => `${message.replaceAll("'", "’").replaceAll('"', "”")} 🙂`,
  "message doubled": (message) => `${message} ${message}`,
};

// Swaps two neighbouring letters, at places that are the same every time.
function misspell(message: string): string {
  const draw = drawsFrom(message.length);
  let word = 0;
  return message.replace(/\p{L}{4,}/gu, (found) => {
    word += 1;
    if (word % 5 !== 0) return found;
    const at = 1 + Math.floor(draw() * (found.length - 2));
    return found.slice(0, at) + found.charAt(at + 1) + found.charAt(at) + found.slice(at + 2);
  });
}
