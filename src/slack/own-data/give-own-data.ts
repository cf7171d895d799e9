import type { Logger } from "pino";
import type { Desk } from "../../store/desk.ts";
import type { Due } from "../../store/due.ts";
import type { Person } from "../../store/own-data.ts";
import type { Store } from "../../store/store.ts";
import { type Errands, errandsOf } from "../errand.ts";
import { note } from "../message.ts";
import { ownDataMessages } from "./own-data-files.ts";

const LOOK_AGAIN = 60_000;
const AT_IT =
  "I'm putting everything together that I keep about you. It comes here as a file in a moment; only you get it.";
const AT_IT_ALREADY = "I'm at it already. It comes here as a file in a moment.";

/** Somebody asks for everything that is kept about them. */
export async function askForOwnData(desk: Desk, { team, user, channel }: Person, now: number): Promise<void> {
  const isFirst = await desk.firstTap(team, `my-data/${user}`, LOOK_AGAIN);
  if (isFirst) await desk.setDue({ team, kind: "my-data", subject: `${user}/${channel}`, at: now });
  await desk.send(team, channel, note(isFirst ? AT_IT : AT_IT_ALREADY));
}

/** Puts it together beside the clock, because somebody may have practised for years, and gives it to them. */
export function giveOwnData({ store, log, now }: { store: Store; log: Logger; now: () => number }): Errands {
  const settle = async (due: Due) => {
    const [user = "", channel = ""] = due.subject.split("/");
    const person = { team: due.team, user, channel };
    const messages = ownDataMessages(await store.ownData(person), person, now());
    await store.onDue(due, async (desk) => {
      await desk.audit.write({ team: due.team, by: undefined, did: "data-exported", about: [] });
      for (const message of messages) await desk.send(due.team, channel, message);
    });
  };
  return errandsOf(settle, {
    now,
    lookAgain: LOOK_AGAIN,
    failed: (error) => log.error({ reason: String(error) }, "somebody's data is given later"),
  });
}
