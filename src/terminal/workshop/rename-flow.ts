import { deskNames } from "../../store/desk-place.ts";
import { type DeskFile, NameTaken, renameOnDesk } from "../../store/flow-desk.ts";
import { callAnew } from "../../workshop/call-anew.ts";
import { idFor } from "./begin-flow.ts";
import type { Asked } from "./questions.ts";

/** A flow under its new name: the text on the page, and the file where it was saved before. */
export type Renamed = { name: string; source: string; file: DeskFile | undefined };

/**
 * Gives a flow another name, on disk where it stands there. What is not saved of it stays so.
 * @throws {NotFilledIn} when there is no name, {NameTaken} when another file has it, and what renaming on the desk throws.
 */
export function renameFlow(folder: string, { name, source, mark, to }: Asked<"rename">): Renamed {
  const id = idFor(to);
  const renamed = `${name.startsWith("shared/") ? "shared/" : ""}${id}.yml`;
  if (deskNames(folder).includes(renamed)) throw new NameTaken(renamed);
  const file = mark === undefined ? undefined : renameOnDesk(folder, name, renamed, mark);
  return { name: renamed, source: callAnew(source, id), file };
}
