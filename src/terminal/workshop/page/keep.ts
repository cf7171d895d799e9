import { type Aside, isUnsaved, type OpenFile } from "./desk.ts";

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
    ...(isUnsaved(file) ? [{ source, whose: "unsaved" as const, when: now() }] : []),
    ...asides,
  ];
  try {
    if (kept.length > 0) put(key, JSON.stringify(kept));
    else if (known.get(key) === localStorage.getItem(key)) localStorage.removeItem(key);
    return true;
  } catch {
    // There is no room, or this window keeps nothing.
    return kept.length === 0;
  }
}

const now = () => Date.now();

function put(key: string, value: string): void {
  localStorage.setItem(key, value);
  known.set(key, value);
}

/** What is kept of a file, the newest first. */
export function keptOf(name: string): Aside[] {
  const key = keyOf(name);
  const value = localStorage.getItem(key);
  if (value === null) return [];
  known.set(key, value);
  return JSON.parse(value) as Aside[];
}

/** The files of which something is kept. */
export const keptNames = (): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(keyOf("")))
    .map((key) => key.slice(keyOf("").length));

/** Throws away what is kept of a file. */
export const forget = (name: string) => localStorage.removeItem(keyOf(name));
