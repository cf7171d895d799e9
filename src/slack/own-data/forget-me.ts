import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Desk } from "../../store/desk.ts";
import type { Due } from "../../store/due.ts";
import type { Person } from "../../store/own-data.ts";
import { meet } from "../meet.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { askMessage, DONE_ALREADY, ERASED_HERE, erasedMessage, KEPT } from "./forget-message.ts";
import { takeAllBack } from "./take-all-back.ts";

// So few messages at a time that whatever else is said there does not wait for long.
const AT_ONCE = 15;
const NEXT_REMOVAL = 20_000;
// By then Slack has said whether what was taken back is gone.
const LAST_LOOK = 10 * 60_000;

/** Somebody asks to be forgotten: they are told what goes and what stays, and asked. */
export async function askBeforeForgetting(desk: Desk, { team, user, channel }: Person): Promise<void> {
  const running = (await desk.running(team, user))?.session.flow.persona.name;
  const practices = await desk.own.practices({ team, user });
  const elsewhere = await desk.own.elsewhere({ team, user });
  await desk.send(team, channel, askMessage({ practices, running, elsewhere }));
}

/** Somebody says whether everything that is kept about them should go. */
export function forgetMe(app: App, around: Surroundings): void {
  app.action<BlockAction<ButtonAction>>(
    /^own:(?:forget|forget-back|keep)$/,
    async ({ action, ack, body, client, context }) => {
      await ack();
      const { user, channel } = await meet(around, client, context, body.user.id);
      await once(around, context, async (desk, team) => {
        if (action.action_id === "own:keep") return desk.send(team, channel, KEPT);
        return forget(desk, { team, user, channel }, action.action_id === "own:forget-back", around.now());
      });
    },
  );
}

async function forget(desk: Desk, person: Person, takesBack: boolean, now: number): Promise<unknown> {
  const { team, user, channel } = person;
  const taken = takesBack ? await takeAllBack(desk, person, now) : 0;
  const erased = await desk.own.erase(person);
  if (erased.rows === 0 && taken === 0) return desk.send(team, channel, DONE_ALREADY);
  // That somebody was erased, and not who.
  await desk.audit.write({ team, by: undefined, did: "data-erased", about: ["asked for it"] });
  // What is said from now on stays.
  const before = now - 1;
  await desk.setDue({ team, kind: "erasure", subject: `${user}/${channel}/${before}`, at: now });
  return desk.send(team, channel, erasedMessage(erased, taken, await desk.own.elsewhere(person)));
}

/** Removes the app's own messages from the direct message of somebody who was forgotten, a few at a time. */
export async function removeMessages(desk: Desk, due: Due, now: number): Promise<void> {
  const { team, subject } = due;
  const [user = "", channel = "", before = "0"] = subject.split("/");
  const ids = await desk.own.removable({ team, channel }, Number(before), AT_ONCE);
  for (const id of ids) await desk.remove(team, channel, id, ERASED_HERE);
  const last = Number(before) + LAST_LOOK;
  if (ids.length === 0 && now >= last) return desk.own.eraseRest({ team, user });
  await desk.setDue({ ...due, at: ids.length > 0 ? now + NEXT_REMOVAL : last });
}
