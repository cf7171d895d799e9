import { randomUUID } from "node:crypto";
import { goodHour } from "../programme/good-hour.ts";
import { canOffer, remindAt, reminded } from "../programme/rhythm.ts";
import { suggestNext } from "../programme/suggest-next.ts";
import type { Desk } from "../store/desk.ts";
import type { Due } from "../store/due.ts";
import { type Offered, ownPlace } from "../store/own-place.ts";
import { ownProgress } from "../store/own-progress.ts";
import type { KeptRhythm } from "../store/rhythms.ts";
import type { Practice } from "../store/sessions.ts";
import { reminderMessage, rhythmOffer } from "./rhythm-message.ts";

const HOUR = 3_600_000;

type Person = Pick<KeptRhythm, "team" | "user" | "channel">;

/** Offers reminders after a debrief, to who was never asked and to whose reminders have all come. */
export async function offerRhythm(
  desk: Desk,
  { team, user, channel, session, trial }: Practice,
): Promise<void> {
  if (trial === undefined && session.turns.length > 0 && canOffer(await desk.rhythm(team, user)))
    await offer(desk, { team, user, channel });
}

/** Offers reminders, and keeps in mind that they were offered; a no that was said before stays one. */
export async function offer(desk: Desk, { team, user, channel }: Person): Promise<void> {
  const id = `reminders/${randomUUID()}`;
  if (canOffer(await desk.rhythm(team, user)))
    await desk.keepRhythm({ team, user, channel, state: "offered", from: 0, step: 0, zone: "UTC" });
  await desk.send(team, channel, rhythmOffer(id), undefined, id);
}

/** Writes somebody's reminders down, and when the next one is due. */
export async function keepGoing(desk: Desk, rhythm: KeptRhythm): Promise<void> {
  const due = { team: rhythm.team, kind: "reminder" as const, subject: rhythm.user };
  const at = remindAt(rhythm);
  await desk.keepRhythm(rhythm);
  if (at === undefined) await desk.clearDue(due);
  else await desk.setDue({ ...due, at });
}

/** Reminds somebody of a short practice when that is due, by the time zone they are in now if it is known; at a bad hour or within a practice it waits. */
export async function remind(
  desk: Desk,
  due: Due,
  { flows, paths, now, zone }: Offered & { now: () => number; zone: string | undefined },
): Promise<void> {
  const { team, subject: user } = due;
  const kept = await desk.rhythm(team, user);
  if (!kept || remindAt(kept) === undefined) return;
  const rhythm = { ...kept, zone: zone ?? kept.zone };
  const later = goodHour((await desk.running(team, user)) ? now() + HOUR : now(), rhythm.zone);
  if (later > now()) {
    await desk.keepRhythm(rhythm);
    await desk.setDue({ ...due, at: later });
    return;
  }
  const light = flows.filter(({ care }) => !care.heavy);
  const own = await ownPlace(desk, { team, user }, { flows, paths });
  const suggestion = suggestNext(await ownProgress(desk, team, user), light, own?.place?.next);
  await desk.send(team, rhythm.channel, reminderMessage(rhythm.step, suggestion));
  await keepGoing(desk, { ...rhythm, ...reminded(rhythm, now()) });
}
