/** What can stand in an element; what is not to be there may be false, empty or undefined. */
export type Inside = Node | string | false | undefined | null | Inside[];

type Listener = (event: Event) => void;

/**
 * An element with what belongs in it. A name that begins with "on" is what happens then, `class` and others are
 * attributes, and nothing is said for false and undefined.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | number | boolean | undefined | Listener> = {},
  ...inside: Inside[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...partsOf(inside));
  return made;
}

const partsOf = (inside: Inside[]): (Node | string)[] =>
  inside.flatMap((part) => (Array.isArray(part) ? partsOf(part) : part ? part : []));

/** The element of the page with this id, which must be of this kind. */
export function byId(id: string): HTMLElement;
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind;
export function byId(id: string, kind: new () => HTMLElement = HTMLElement): HTMLElement {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} #${id}.`);
  return found;
}

/** One of something, or several: "1 error", "2 errors". */
export const counted = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
