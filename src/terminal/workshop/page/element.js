/**
 * An element with what belongs in it. A name that begins with "on" is what happens then, `class` and others are
 * attributes, and nothing is said for false and undefined.
 */
export function element(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...inside.flat().filter((part) => part !== undefined && part !== false && part !== ""));
  return made;
}

/** The element of the page with this id. */
export const byId = (id) => document.getElementById(id);

/** One of something, or several: "1 error", "2 errors". */
export const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
