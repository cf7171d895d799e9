/** Words as a text of a flow: a double-quoted text means the same to YAML as to JSON. */
export const text = (words: string): string => JSON.stringify(words.replace(/[\s\ufffd]+/g, " ").trim());

/** Words as a list of a flow. */
export const list = (words: readonly string[]): string => `[${words.map(text).join(", ")}]`;

/** The first word of a name. */
export const firstName = (name: string): string => name.split(/\s+/)[0] ?? name;
