import { dayIn } from "../programme/good-hour.ts";
import { GAPS, type Rhythm, remindAt } from "../programme/rhythm.ts";
import type { Suggestion } from "../programme/suggest-next.ts";
import { tellNext } from "../programme/tell-progress.ts";
import { button, escaped, type Message, note, section } from "./message.ts";

const withButtons = (text: string, ...elements: ReturnType<typeof button>[]): Message => ({
  text: escaped(text),
  blocks: [section(escaped(text)), { type: "actions", elements }],
});

const STOP = button("Stop these reminders", "rhythm:stop", "stop");

const OFFER =
  "What was practised once fades. Shall I remind you of a short practice four times: in about 3 days, 2 weeks, 6 weeks and 3 months? Only on weekdays between 9 and 17, your time, and only you see it.";

/** Offers reminders to practise again; `id` is the offer's own, by which it is changed once it was answered. */
export const rhythmOffer = (id: string): Message =>
  withButtons(
    OFFER,
    button("Yes, remind me", "rhythm:accept", id),
    button("No, thanks", "rhythm:decline", id),
  );

/** What is left of an offer that was answered: nothing to press. */
export const answeredOffer = note(OFFER);

/** Says when the next reminder comes, and how to stop them; `still`, where an answer changed nothing of it. */
export function rhythmMessage(rhythm: Rhythm, still: "still" | "" = ""): Message {
  const next = remindAt(rhythm);
  return next === undefined
    ? note("All of the reminders have come. Type reminders if you want to begin again.")
    : withButtons(
        `Reminders are on${still && ", and stay as they are"}. The next one comes on ${dayIn(next, rhythm.zone)}.`,
        STOP,
      );
}

/** Reminds somebody of a short practice; `n` counts from 0. */
export const reminderMessage = (n: number, suggestion: Suggestion | undefined): Message =>
  withButtons(
    [
      `Hello again. A few minutes now keep what you practised from fading. This is reminder ${n + 1} of ${GAPS.length}.`,
      suggestion && tellNext(suggestion),
    ]
      .filter(Boolean)
      .join("\n"),
    suggestion
      ? button("Start practice", `start:${suggestion.flow.id}`, suggestion.flow.id, "primary")
      : button("Choose a customer", "practice:choose", "choose"),
    button("Snooze a week", "rhythm:snooze", String(n)),
    STOP,
  );

/** What is said when reminders are turned down. */
export const DECLINED = note("That is fine, and I won't ask again. Type reminders if you change your mind.");

/** What is said when reminders are stopped. */
export const STOPPED = note("The reminders have stopped. Type reminders whenever you want them back.");

/** What is said when they had stopped before. */
export const STOPPED_BEFORE = note("There are no reminders to stop. Type reminders if you want them.");

/** What is said when a reminder is put off that was not the last one sent. */
export const NOT_THE_LAST = note(
  "That reminder is no longer waiting for an answer. Type reminders to see when the next one comes.",
);

/** When a reminder that was put off comes again. */
export const snoozedMessage = (rhythm: Rhythm): Message =>
  note(`Gladly. It comes again on ${dayIn(remindAt(rhythm) ?? rhythm.from, rhythm.zone)}.`);
