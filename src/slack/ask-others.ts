import type { KnownBlock } from "@slack/types";
import type { Desk } from "../store/desk.ts";
import { draftMessageOf, paragraphs, TRY } from "./checked-message.ts";
import type { DirectChannel } from "./direct-channels.ts";
import { button, escaped, type Message, note } from "./message.ts";
import { own, readOwn } from "./own-values.ts";
import { baseOf, type Change, tellChange } from "./publish-dialogue.ts";

/** The names of the buttons with which a second trainer answers. */
export const APPROVE = "flow:approve";
export const SEND_BACK = "flow:send-back";

/** A text that waits for a second trainer: its note, who asks, and the round of asking it belongs to. */
export type Asking = {
  change: Change;
  note: string;
  by: string;
  round: string;
  others: readonly DirectChannel[];
};

/** What the buttons of an approval hold: the version, what was played when its impact was shown, and the round. */
export type Approval = { id: string; base: string; round: string };

const APPROVAL = own.object({ id: own.words, base: own.words, round: own.words });

/** What a button of an approval, or the dialogue behind it, held. */
export const approvalIn = (held: string | undefined): Approval => readOwn(held, APPROVAL);

/** The outbox id of the message that asks one trainer. */
export const approvalMessageOf = (round: string, user: string) => `approval/${round}/${user}`;

/** Asks the other trainers; from now on the text waits, and whoever answers first decides. */
export async function askOthers(desk: Desk, asking: Asking): Promise<void> {
  const { change, note: words, round, others } = asking;
  const { version, next } = change;
  const { team, channel, id } = version;
  await desk.versions.ask(version, words);
  const message = approvalMessage(asking);
  for (const one of others)
    await desk.send(team, one.channel, message, undefined, approvalMessageOf(round, one.user));
  const asked = `“${next.title}” waits for a second trainer. I have asked them, and tell you what they say.`;
  await desk.send(team, channel, note(asked), draftMessageOf(id));
  await desk.send(team, channel, note(asked));
}

/** Asks one trainer to look at a text: what changes, the note, and what they can do. */
export function approvalMessage({ change, note: words, by, round }: Omit<Asking, "others">): Message {
  const { next } = change;
  return paragraphs(
    [
      `<@${by}> would like to publish *${escaped(next.title)}* (\`${next.id}\`) and asks you to look at it.`,
      `Note: ${escaped(words)}`,
      ...tellChange(change),
    ],
    approvalButtons(change, round),
  );
}

function approvalButtons(change: Change, round: string): KnownBlock {
  const { id } = change.version;
  const value = JSON.stringify({ id, base: baseOf(change), round } satisfies Approval);
  return {
    type: "actions",
    elements: [
      button("Try it", TRY, id),
      button("Approve", APPROVE, value, "primary"),
      button("Send back…", SEND_BACK, value),
    ],
  };
}
