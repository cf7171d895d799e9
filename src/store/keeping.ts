import type { OwnPart } from "./own-parts.ts";
import type { Tables } from "./tables.ts";

/**
 * How long something is kept: as long as message text is, or as readings are; for less than either; until whoever it
 * belongs to lets it go; or with the workspace, because it belongs to nobody in it.
 */
export type Term = "messages" | "readings" | "shorter" | "theirs" | "workspace";

/** What becomes of a row when the person in a column is forgotten. */
export type Forgetting =
  /** The row goes. */
  | "row"
  /** The row stays, and nobody's name with it. */
  | "name"
  /** It goes in a way of its own; see `erase-person.ts`. */
  | "own way"
  /** It stays, for the reason that is given. */
  | "stays";

/** A column that names a person: the part of their own data it is in (or why it is not in there), and what forgetting does. */
export type Owner = { shown: OwnPart | { not: string }; forget: Forgetting };

/** What one table keeps of people, for how long, and why so. */
export type Kept<Name extends keyof Tables = keyof Tables> = {
  whose?: Partial<Record<keyof Tables[Name], Owner>>;
  /** The columns that hold what people wrote. */
  words?: readonly (keyof Tables[Name])[];
  term: { rows: Term; words?: Term };
  because: string;
};

/** What goes as a whole with whoever it names. */
export const row = (shown: Owner["shown"]): Owner => ({ shown, forget: "row" });
/** Said of what has a place of its own in somebody's data. */
export const TOLD_APART = { not: "it is told with what it belongs to" };
