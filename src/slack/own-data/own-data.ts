import type { App } from "@slack/bolt";
import type { Desk } from "../../store/desk.ts";
import type { Person } from "../../store/own-data.ts";
import type { ClientOf } from "../clients.ts";
import type { Alarms, Errand } from "../clockwork.ts";
import type { Surroundings } from "../surroundings.ts";
import { findDeparted } from "./find-departed.ts";
import { askBeforeForgetting, forgetMe, removeMessages } from "./forget-me.ts";
import { askForOwnData, giveOwnData } from "./give-own-data.ts";
import { keepTimes } from "./keep-times.ts";
import { asksForOwnData, asksToBeForgotten } from "./own-data-words.ts";

/** What is kept about people belongs to them: they press what they are asked about it. */
export function ownData(app: App, around: Surroundings): void {
  forgetMe(app, around);
}

/** Whether these words are about what is kept about who writes them. */
export const asksAboutOwn = (text: string): boolean => asksForOwnData(text) || asksToBeForgotten(text);

/** Answers them; only who writes is meant. */
export const answerAboutOwn = (desk: Desk, person: Person, text: string, now: number): Promise<void> =>
  asksForOwnData(text) ? askForOwnData(desk, person, now) : askBeforeForgetting(desk, person);

/** What falls due of it: giving data, removing messages, letting go of what is old, and asking who is still there. */
export function keepingAlarms(
  clientOf: ClientOf,
  { store, log, now }: Pick<Surroundings, "store" | "log" | "now">,
): { alarms: Alarms; errands: Errand[] } {
  const gifts = giveOwnData({ store, log, now });
  const departed = findDeparted(clientOf, { store, log, now });
  return {
    alarms: {
      "my-data": gifts.fallDue,
      erasure: (desk, due) => removeMessages(desk, due, now()),
      retention: (desk, due) => keepTimes(desk, due, now()),
      presence: departed.fallDue,
    },
    errands: [gifts, departed],
  };
}
