/** The languages (ISO 639-1) that a reader has learned; each has a folder of word lists, rules, corpus and weights. */
export const READ_LANGUAGES: readonly string[] = ["en"];

/** Whether replies in this language can be read. */
export function hasReader(language: string): boolean {
  return READ_LANGUAGES.includes(language);
}
