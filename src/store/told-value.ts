// What is ours to know, and called otherwise where people read it.
const CALLED: Record<string, string> = {
  turn: "message",
  labels: "what was read in it",
  said: "it was read as",
  thinks: "you see it as",
  consent: "trainers may read the line",
  messagesDays: "days for the words of practices",
  readingsDays: "days for what was read in them",
};
const MACHINERY = new Set(["seed"]);
const INSTANT = /(?:At|_at)$/;

/** An instant (ms since 1970) as people and programs read it, in UTC. */
export const instantTold = (at: unknown): string => new Date(Number(at)).toISOString();

/**
 * A value whose names are words with spaces between them, whose instants are dates, and in which nothing stands that
 * holds nothing.
 */
export function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (value === null || typeof value !== "object") return value;
  const named = Object.entries(value).flatMap(([name, held]) => {
    if (MACHINERY.has(name) || isNothing(held)) return [];
    return [[nameTold(name), INSTANT.test(name) && isInstant(held) ? instantTold(held) : told(held)]];
  });
  return Object.fromEntries(named) as unknown;
}

const isInstant = (value: unknown) => typeof value === "number" || /^\d{9,}$/.test(String(value));

/** Whether there is nothing to tell. */
export const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (typeof value === "object" && Object.keys(value).length === 0);

/** A name of one or several words, such as "secondTrainer", as words. */
export const nameTold = (name: string): string =>
  CALLED[name] ??
  name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll("_", " ");

/** Text that may be JSON, opened; what a person wrote may begin like it and be none. */
export function opened(text: unknown): unknown {
  if (typeof text !== "string") return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
