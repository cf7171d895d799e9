import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { SHARE_SCOPES } from "../feedback/shared-view.ts";
import { envelopeIn } from "./envelope.ts";
import { findRecipient } from "./find-recipient.ts";
import { alreadyShared, giveShare } from "./give-share.ts";
import { assertViewWithinLimits } from "./limits.ts";
import { meet } from "./meet.ts";
import { note } from "./message.ts";
import { noteModal } from "./note-modal.ts";
import { openOrSay } from "./open-or-say.ts";
import { own, readOwn } from "./own-values.ts";
import { sharedMessage } from "./share-message.ts";
import { chooseModal, previewModal, readChoice } from "./share-modal.ts";
import { fingerprint, type Offered, shareable } from "./shareable.ts";
import { once, type Surroundings } from "./surroundings.ts";

const DAY = 86_400_000;
const TITLE = "Share this practice";
const OFFERED = own.object({
  practice: own.words,
  to: own.object({ kind: own.oneOf(["person", "channel"]), id: own.words }),
  scope: own.oneOf(SHARE_SCOPES),
  until: own.instant,
  seen: own.words,
});
const NOBODY = "Choose a person here, or a channel below.";
const BOTH = "Choose either a person or a channel. You can share with the other one afterwards.";

/** A trainee gives somebody a practice to see: they choose, see the very message, and say yes a second time. */
export function sharePractice(app: App, around: Surroundings): void {
  const { store, now, directory } = around;

  app.action<BlockAction<ButtonAction>>("share:open", async ({ action, ack, body, client, context }) => {
    await ack();
    const wish = { ...envelopeIn(context), user: body.user.id, practice: action.value ?? "" };
    const found = await store.together(wish.team, (desk) => shareable(desk, wish, "debrief"));
    const view = "refused" in found ? noteModal(TITLE, found.refused) : chooseModal(wish.practice, directory);
    await openOrSay(around, { client, context, user: body.user.id, trigger: body.trigger_id }, view);
  });

  app.view("share:choose", async ({ ack, body, view, client, context }) => {
    const { people, scope, days } = readChoice(view);
    const [to] = people;
    if (!to) return ack({ response_action: "errors", errors: { person: NOBODY } });
    if (people.length > 1) return ack({ response_action: "errors", errors: { channel: BOTH } });
    const { team } = envelopeIn(context);
    const by = body.user.id;
    const practice = view.private_metadata;
    const until = now() + days * DAY;
    const found = await store.together(team, (desk) => shareable(desk, { team, user: by, practice }, scope));
    if ("refused" in found) return ack({ response_action: "update", view: noteModal(TITLE, found.refused) });
    const place = await findRecipient(client, team, by, to);
    const already = await store.together(team, (desk) => alreadyShared(desk, { team, by, practice, to }));
    const error = "refused" in place ? place.refused : already;
    if (error) return ack({ response_action: "errors", errors: { [to.kind]: error } });
    const message = sharedMessage({ by, scope, until, to }, found.view);
    const offered: Offered = { practice, to, scope, until, seen: fingerprint(message) };
    const preview = previewModal(message, to, JSON.stringify(offered));
    assertViewWithinLimits(preview);
    await ack({ response_action: "push", view: preview });
  });

  app.view("share:confirm", async ({ ack, body, view, client, context }) => {
    await ack({ response_action: "clear" });
    const { team } = envelopeIn(context);
    const offered = readOwn(view.private_metadata, OFFERED);
    const place = await findRecipient(client, team, body.user.id, offered.to);
    const sharer = await meet(around, client, context, body.user.id);
    await once(around, context, async (desk) => {
      const refused = await giveShare(desk, { id: view.id, sharer, offered, place }, now());
      if (refused) await desk.send(team, sharer.channel, note(refused));
    });
  });
}
