import type { OpenFile } from "./desk.ts";

/** Whether somebody answers a message now, and if not why not. */
export type Standing = "open" | "over" | "broken" | "shared";

/** How the talk stands at the time that is looked at. */
export function standingOf({ looked, sound, at }: OpenFile): Standing {
  if (looked?.kind === "shared") return "shared";
  if (!looked?.tried) return "broken";
  return sound?.tried.steps[at]?.stand.outcome === undefined ? "open" : "over";
}

/** Why nothing can be sent now, in words; nothing when something can. */
export function tellStanding(file: OpenFile): string {
  const standing = standingOf(file);
  const stand = file.sound?.tried.steps[file.at]?.stand;
  if (standing === "over") return `The talk has ended: “${stand?.id}”, a ${stand?.outcome} ending.`;
  if (standing === "broken") return "Nothing can be sent until the errors are mended.";
  return standing === "shared" ? "Nobody answers here: these are parts that flows share." : "";
}
