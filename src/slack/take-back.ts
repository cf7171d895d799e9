import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { Desk } from "../store/desk.ts";
import { messageOf, type Share } from "../store/shares.ts";
import { endedInWords, endShare } from "./end-share.ts";
import { envelopeIn } from "./envelope.ts";
import { meet } from "./meet.ts";
import { button, type Message, note, section } from "./message.ts";
import { noteModal } from "./note-modal.ts";
import { openView } from "./open-view.ts";
import { noLongerShared } from "./share-message.ts";
import { shareInWords } from "./share-words.ts";
import { once, type Surroundings } from "./surroundings.ts";

const NOT_YOURS = "Only the person who shared this can take it back.";

/** A trainee takes back what they shared, from the list, from the confirmation or from the channel. */
export function takeBack(app: App, around: Surroundings): void {
  app.action<BlockAction<ButtonAction>>("share:take-back", async ({ action, ack, body, client, context }) => {
    await ack();
    const { team } = envelopeIn(context);
    const id = action.value ?? "";
    const share = await around.store.together(team, (desk) => desk.shares.byId(team, id));
    if (share?.by !== body.user.id) {
      await openView(client, body.trigger_id, noteModal("Take back", NOT_YOURS));
      return;
    }
    const pressedAt = body.channel?.id === share.channel ? body.message?.ts : undefined;
    await once(around, context, (desk) => takeOneBack(desk, share, pressedAt, around.now()));
  });
}

async function takeOneBack(
  desk: Desk,
  { team, id }: Share,
  pressedAt: string | undefined,
  now: number,
): Promise<void> {
  const share = await desk.shares.byId(team, id);
  if (!share) return;
  const first = await desk.firstTap(team, `take-back/${id}`);
  if (pressedAt) await desk.standsAt(share.team, messageOf(share), pressedAt);
  if (!share.ended) {
    await endShare(desk, share, "taken back", now);
    const text = `Taken back: ${shareInWords(share)}. They can't see it any more.`;
    await desk.send(team, share.home, { text });
    return;
  }
  // What is still there to be pressed has outlived its share, and goes now.
  if (pressedAt) await desk.remove(team, share.channel, messageOf(share), noLongerShared(share, false));
  if (first) await desk.send(team, share.home, note(endedInWords(share.ended)));
}

/** Shows a trainee what they share at the moment, and with whom. */
export async function listShares(
  around: Surroundings,
  client: WebClient,
  context: object,
  user: string,
): Promise<void> {
  const { channel } = await meet(around, client, context, user);
  await once(around, context, async (desk, team) => {
    await desk.send(team, channel, sharesMessage(await desk.shares.givenBy(team, user)));
  });
}

const NOTHING = "You share nothing at the moment. Nobody sees a practice of yours but you.";
// Slack shows 50 blocks; a few are for what stands around the list.
const IN_MESSAGE = 40;

function sharesMessage(given: Share[]): Message {
  if (given.length === 0) return { text: NOTHING };
  const head = "What you share at the moment, the newest first:";
  const listed = given.slice(0, IN_MESSAGE);
  const left = given.length - listed.length;
  const rest = left > 0 ? [`And ${left} more. Take some of these back to see them.`] : [];
  const rows = listed.map((share) => ({
    ...(section(shareInWords(share)) as Extract<ReturnType<typeof section>, { type: "section" }>),
    accessory: button("Take back", "share:take-back", share.id),
  }));
  return {
    text: [head, ...listed.map(shareInWords), ...rest].join("\n"),
    blocks: [section(head), ...rows, ...rest.map(section)],
  };
}
