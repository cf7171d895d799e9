import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { beginRhythm, canOffer, snoozed } from "../programme/rhythm.ts";
import { inShort } from "../session/in-short.ts";
import type { Desk } from "../store/desk.ts";
import type { KeptRhythm } from "../store/rhythms.ts";
import { meet } from "./meet.ts";
import type { Message } from "./message.ts";
import { keepGoing, offer } from "./remind.ts";
import {
  answeredOffer,
  DECLINED,
  NOT_THE_LAST,
  rhythmMessage,
  STOPPED,
  STOPPED_BEFORE,
  snoozedMessage,
} from "./rhythm-message.ts";
import { once, type Surroundings } from "./surroundings.ts";

type Person = { team: string; user: string; channel: string; zone: string };
type Answer = (desk: Desk, person: Person, kept: KeptRhythm | undefined, value: string) => Promise<Message>;

/** Somebody accepts reminders, or turns them down, puts one off, or stops them. */
export function keepRhythm(app: App, around: Surroundings): void {
  const on = (action: string, answer: Answer) =>
    app.action<BlockAction<ButtonAction>>(action, async ({ action, ack, body, client, context }) => {
      await ack();
      const person = await meet(around, client, context, body.user.id);
      const { team, user, channel } = person;
      await once(around, context, async (desk) => {
        if (!(await desk.firstTap(team, `${action.action_id}/${user}`))) return;
        const kept = await desk.rhythm(team, user);
        const value = action.value ?? "";
        if (ANSWERS_AN_OFFER.includes(action.action_id)) await desk.send(team, channel, answeredOffer, value);
        await desk.send(team, channel, await answer(desk, person, kept, value));
      });
    });

  on("rhythm:accept", async (desk, { team, user, channel, zone }, kept) => {
    if (kept && isOn(kept)) return rhythmMessage(kept, "still");
    const rhythm = { team, user, channel, ...beginRhythm(around.now(), zone) };
    await keepGoing(desk, rhythm);
    return rhythmMessage(rhythm);
  });

  on("rhythm:decline", async (desk, _person, kept) => {
    if (kept && isOn(kept)) return rhythmMessage(kept, "still");
    if (kept) await keepGoing(desk, { ...kept, state: "off" });
    return DECLINED;
  });

  on("rhythm:snooze", async (desk, { zone }, kept, n) => {
    const rhythm = kept && snoozed({ ...kept, zone }, Number(n), around.now());
    if (!kept || !rhythm) return NOT_THE_LAST;
    await keepGoing(desk, { ...kept, ...rhythm });
    return snoozedMessage(rhythm);
  });

  on("rhythm:stop", async (desk, _person, kept) => {
    if (kept?.state !== "on") return STOPPED_BEFORE;
    await keepGoing(desk, { ...kept, state: "off" });
    return STOPPED;
  });
}

const ANSWERS_AN_OFFER = ["rhythm:accept", "rhythm:decline"];

const isOn = (kept: KeptRhythm) => kept.state === "on" && !canOffer(kept);

/** Whether these words ask for reminders. */
export const asksForReminders = (text: string): boolean => /^(?:my )?reminders$/.test(inShort(text));

/** Shows somebody when the next reminder comes, or offers reminders. */
export async function showRhythm(desk: Desk, { team, user, channel }: Omit<Person, "zone">): Promise<void> {
  const kept = await desk.rhythm(team, user);
  if (kept && isOn(kept)) await desk.send(team, channel, rhythmMessage(kept));
  else await offer(desk, { team, user, channel });
}
