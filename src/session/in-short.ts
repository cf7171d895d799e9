/** What somebody asks for, without what makes no difference: case, spaces around and between, a mark at its end. */
export const inShort = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/, "")
    .replace(/\s+/g, " ");
