// Signs without a width, but for those that join emoji and the letters of other scripts; and spaces that are no spaces.
const SIGN =
  /[\u00ad\u180e\u200b\u200e\u200f\u2060-\u2064]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f[[\p{L}\p{M}]--\p{Script=Latin}]])[\u200c\u200d]/gv;
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** The kinds of characters that look like nothing, or like an ordinary space. */
export const INVISIBLE = { sign: SIGN, space: SPACE } as const;

/** How a character is called where it can't be shown, such as U+200B. */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Words in which whatever cannot be seen is shown by its code. */
export const shown = (words: string): string =>
  words.replace(SIGN, (sign) => `[${codeOf(sign)}]`).replace(SPACE, (space) => `[${codeOf(space)}]`);

/** Words as they look: without what cannot be seen, and with ordinary spaces. */
export const asSeen = (words: string): string => words.replace(SIGN, "").replace(SPACE, " ");
