import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { shortened } from "../feedback/shortened.ts";
import type { Desk } from "../store/desk.ts";
import type { Share } from "../store/shares.ts";
import { answerModal, readAnswer, type Written } from "./answer-modal.ts";
import { envelopeIn } from "./envelope.ts";
import { noteModal } from "./note-modal.ts";
import { openOrSay } from "./open-or-say.ts";
import { once, type Surroundings } from "./surroundings.ts";

const TITLE = "Your answer";
const HANDED_OVER_AFTER = 3_600_000;
const OVER = "This practice is no longer shared, so it can't be answered any more.";
const LOST = `${OVER} What you wrote was not passed on.`;
const OWN = "This is your own practice. Answers come from the people you share it with.";
const NOT_FOR_YOU = "This was shared with somebody else.";
const THANKS = "Thank you. Your answer is handed over together with those of others, within the hour.";

/** Somebody who can see a share says what they noticed in it; only the one who shared it is told. */
export function answerShare(app: App, around: Surroundings): void {
  const { store, now } = around;

  app.action<BlockAction<ButtonAction>>("share:answer", async ({ action, ack, body, client, context }) => {
    await ack();
    const { team } = envelopeIn(context);
    const share = await store.together(team, (desk) => desk.shares.byId(team, action.value ?? ""));
    const refused = refusal(share, body.user.id, now(), body.channel?.id);
    const view = share && !refused ? answerModal(share) : noteModal(TITLE, refused ?? OVER);
    await openOrSay(around, { client, context, user: body.user.id, trigger: body.trigger_id }, view);
  });

  app.view("share:answered", async ({ ack, body, view, context }) => {
    const written = readAnswer(view);
    if ("errors" in written) return ack({ response_action: "errors", errors: written.errors });
    const answer = { id: view.id, share: view.private_metadata, by: body.user.id, written };
    let said: string | undefined;
    await once(around, context, async (desk, team) => {
      said = await takeAnswer(desk, team, answer, now());
    });
    await (said ? ack({ response_action: "update", view: noteModal(TITLE, said) }) : ack());
  });
}

// The dialogue opens only where the share was seen, so on sending it off the place is known already.
function refusal(share: Share | undefined, user: string, now: number, place?: string): string | undefined {
  if (!share || share.ended || share.until <= now) return OVER;
  if (share.by === user) return OWN;
  const sees = share.to.kind === "person" ? share.to.id === user : (place ?? share.channel) === share.channel;
  return sees ? undefined : NOT_FOR_YOU;
}

type Given = { id: string; share: string; by: string; written: Written };

async function takeAnswer(
  desk: Desk,
  team: string,
  { id, share: shareId, by, written }: Given,
  now: number,
): Promise<string> {
  const share = await desk.shares.byId(team, shareId);
  const refused = refusal(share, by, now);
  if (!share || refused) return refused === OVER ? LOST : (refused ?? LOST);
  const { skill, line, noticed } = written;
  const quote = line === undefined ? written.quote : shortened(share.lines[line]?.quote ?? "");
  const answer = { team, id, share: share.id, by, skill, quote, noticed, at: now };
  if (await desk.shares.addAnswer(answer)) {
    const at = Math.min(now + HANDED_OVER_AFTER, share.until);
    await desk.setDue({ team, kind: "share-answers", subject: share.id, at });
  }
  return THANKS;
}
