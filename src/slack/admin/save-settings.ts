import type { Desk } from "../../store/desk.ts";
import { EVERY_DAY } from "../../store/set-daily.ts";
import type { WorkspaceSettings } from "../../store/workspace-settings.ts";
import { note } from "../message.ts";
import { settingsChanged } from "./settings-changed.ts";
import { seenIn } from "./settings-dialogue.ts";
import { goingIn, isShorter, TIME_TO_UNDO, timeOf } from "./shorter-dialogue.ts";
import { tellChanged } from "./tell-changed.ts";

/** Said where the settings are not what they were when the dialogue was opened. */
export const MEANWHILE =
  "Another admin changed something meanwhile, so nothing was saved. Open the dialogue again to see how it stands now.";

type Admin = { team: string; user: string; channel: string };

/** Saves what an admin decided, writes it to the audit log, and tells them; a shorter time begins a day later. */
export async function saveSettings(
  desk: Desk,
  { team, user, channel }: Admin,
  { decided, seen }: { decided: WorkspaceSettings; seen: string },
  now: number,
): Promise<unknown> {
  const before = await desk.settings.of(team);
  if (seenIn(before) !== seen) return desk.send(team, channel, note(MEANWHILE));
  const changed = settingsChanged(before, decided);
  if (changed.length > 0) await desk.settings.change(team, user, decided);
  for (const one of changed) await desk.audit.write({ ...one, team, by: user });
  // Whoever has become an admin, or is none any more, sees so; and so does who decided.
  const people = changed.flatMap(({ about }) => about.filter((word) => /^[UW][A-Z0-9]+$/.test(word)));
  if (changed.length > 0) for (const one of new Set([user, ...people])) await desk.outdateHome(team, one);
  const lines = [tellChanged(changed)];
  if (isShorter(before.retention, decided.retention)) {
    const begins = await putOff(desk, team, now);
    lines.push(...goingIn(before.retention, decided.retention, begins));
    lines.push(`It begins on ${timeOf(begins)}. If it was not meant, choose a longer time before then.`);
  }
  return desk.send(team, channel, { text: lines.join("\n") });
}

// What is done by these times waits until then, so that a slip can be undone.
async function putOff(desk: Desk, team: string, now: number): Promise<number> {
  const at = now + TIME_TO_UNDO;
  for (const kind of ["retention", "presence"] as const)
    await desk.setDue({ team, kind, subject: EVERY_DAY, at });
  return at;
}
