import { type Aside, isUnsaved, type OpenFile } from "./desk.ts";

// A browser may be told to keep nothing.
const storage = (() => {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
})();

let place = "";

/** Names the folder whose texts are kept in this browser. */
export function keepFor(given: string): void {
  place = given;
}

const keyOf = (name: string) => `tightrope-workshop ${place} ${name}`;

// Another window may keep a text under the same name, which is not for this one to throw away.
const known = new Map<string, string>();

/**
 * Keeps in this browser what is nowhere else: what is not saved of a file, and what was set aside in it, so that a
 * reload or a closed window loses nothing. Tells whether that was possible.
 */
export function keep(file: OpenFile): boolean {
  const key = keyOf(file.name);
  const { source, asides } = file;
  const kept: Aside[] = [
    ...(isUnsaved(file) ? [{ source, whose: "unsaved" as const, when: Date.now() }] : []),
    ...asides,
  ];
  try {
    if (kept.length > 0) put(key, JSON.stringify(kept));
    else if (known.get(key) === storage?.getItem(key)) storage?.removeItem(key);
    return kept.length === 0 || storage !== undefined;
  } catch {
    // There is no room.
    return kept.length === 0;
  }
}

function put(key: string, value: string): void {
  storage?.setItem(key, value);
  known.set(key, value);
}

/** What is kept of a file, the newest first. */
export function keptOf(name: string): Aside[] {
  const key = keyOf(name);
  const value = storage?.getItem(key);
  if (!value) return [];
  known.set(key, value);
  try {
    return JSON.parse(value) as Aside[];
  } catch {
    // Whoever wrote that, it was not this page.
    return [];
  }
}

/** The files of which something is kept. */
export const keptNames = (): string[] =>
  Object.keys(storage ?? {})
    .filter((key) => key.startsWith(keyOf("")))
    .map((key) => key.slice(keyOf("").length));

/** Throws away what is kept of a file. */
export const forget = (name: string) => storage?.removeItem(keyOf(name));
