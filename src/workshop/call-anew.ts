/** The text of a flow, or of parts that flows share, under another name; a note behind the name stays. */
export const callAnew = (source: string, id: string): string =>
  source.replace(/^(\uFEFF?(?:flow|shared):)(?:(?! #).)*/m, `$1 ${id}`);
