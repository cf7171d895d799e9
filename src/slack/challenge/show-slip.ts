import { randomUUID } from "node:crypto";
import type { App, BlockAction, ButtonAction, ViewOutput } from "@slack/bolt";
import { type Slip, slipOffered, takenAgain } from "../../challenge/slip.ts";
import { envelopeIn } from "../envelope.ts";
import { assertViewWithinLimits } from "../limits.ts";
import { meet } from "../meet.ts";
import { note } from "../message.ts";
import { noteModal } from "../note-modal.ts";
import { openOrSay } from "../open-or-say.ts";
import { own, readOwn, TWO_IDS } from "../own-values.ts";
import { fingerprint } from "../shareable.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { livingIn } from "./challenge-message.ts";
import { slipInDoubt } from "./lost-challenge.ts";
import { NOT_LEAD, type OwnSlip, ownSlip, slipToShow } from "./own-slip.ts";
import { SLIP_GONE, type SlipFrom, slipModal, slipPreview, slipShown } from "./slip-message.ts";

type Press = BlockAction<ButtonAction>;

/** What the second yes is about: kept with the preview. */
type Previewed = SlipFrom & Slip & { seen: string };

const FROM = own.object({ challenge: own.words, practice: own.words });
const PREVIEWED = FROM.extend({ turn: own.count, now: own.words, seen: own.words });

const TITLE = "Show a slip";
const CHANGED =
  "Something has changed since that preview, so nothing was shown. Please press Show the team a slip again.";
const TAKEN_BACK = "Your slip is taken back. Nobody can see it any more.";
const NOTHING = "There is no slip to take back any more.";

/** A lead shows the team a message of their own practice that slipped, after a preview, and takes it back as they like. */
export function showSlip(app: App, around: Surroundings): void {
  const { store } = around;

  app.action<Press>("challenge:slip", async ({ action, ack, body, client, context }) => {
    await ack();
    const [challenge, practice] = readOwn(action.value, TWO_IDS);
    const who = { team: envelopeIn(context).team, user: body.user.id };
    const own = await store.together(who.team, (desk) => ownSlip(desk, who, { challenge, practice }));
    const view =
      "refused" in own
        ? noteModal(TITLE, own.refused)
        : slipModal({ challenge, practice }, own.practice.session, offered(own));
    assertViewWithinLimits(view);
    await openOrSay(around, { client, context, user: who.user, trigger: body.trigger_id }, view);
  });

  app.view("challenge:slip-written", async ({ ack, body, view, context }) => {
    const from = readOwn(view.private_metadata, FROM);
    const slip = readSlip(view);
    const who = { team: envelopeIn(context).team, user: body.user.id };
    const own = await store.together(who.team, (desk) => ownSlip(desk, who, from));
    if ("refused" in own) return ack({ response_action: "update", view: noteModal(TITLE, own.refused) });
    const message = slipToShow(own, slip);
    if ("errors" in message) return ack({ response_action: "errors", errors: message.errors });
    const kept: Previewed = { ...from, ...slip, seen: fingerprint(message) };
    const preview = slipPreview(message, channelOf(own), JSON.stringify(kept));
    assertViewWithinLimits(preview);
    await ack({ response_action: "push", view: preview });
  });

  app.view("challenge:slip-confirm", async ({ ack, body, view, client, context }) => {
    await ack({ response_action: "clear" });
    const kept = readOwn(view.private_metadata, PREVIEWED);
    const lead = await meet(around, client, context, body.user.id);
    await once(around, context, async (desk, team) => {
      const say = (text: string) => desk.send(team, lead.channel, note(text));
      const own = await ownSlip(desk, lead, kept);
      if ("refused" in own) return say(own.refused);
      const message = slipToShow(own, kept, "shown");
      if ("errors" in message || fingerprint(message) !== kept.seen) return say(CHANGED);
      const channel = channelOf(own);
      const sent = `challenge/${own.challenge.id}/${channel}/slip/${randomUUID()}`;
      await desk.sendUnder(livingIn(own.challenge, channel), team, channel, message, sent);
      await desk.celebrations.keepSlip(own.challenge, { channel, message: sent });
      return desk.send(team, lead.channel, slipShown(own.challenge.id, channel));
    });
  });

  app.action<Press>("challenge:slip-back", async ({ action, ack, body, client, context }) => {
    await ack();
    const lead = await meet(around, client, context, body.user.id);
    await once(around, context, async (desk, team) => {
      const say = (text: string) => desk.send(team, lead.channel, note(text));
      const challenge = await desk.challenges.byId(team, action.value ?? "");
      if (challenge?.lead !== lead.user) return say(NOT_LEAD);
      const slip = await desk.celebrations.slip(challenge);
      if (!slip) return (await desk.firstTap(team, `slip-back/${challenge.id}`)) ? say(NOTHING) : undefined;
      // Where Slack never said that it arrived, the press says where it stands.
      if (body.channel?.id === slip.channel && body.message?.ts)
        await desk.standsAt(team, slip.message, body.message.ts);
      else if (await desk.isGivenUp(team, slip.message)) return say(slipInDoubt(slip.channel));
      await desk.firstTap(team, `slip-back/${challenge.id}`);
      await desk.remove(team, slip.channel, slip.message, SLIP_GONE);
      await desk.celebrations.dropSlip(challenge);
      return say(TAKEN_BACK);
    });
  });
}

// The team that is led sees it, and no other one.
const channelOf = ({ challenge }: OwnSlip) => challenge.plan.channels[0] ?? "";

// First the message that was taken again, with what was written there then.
function offered({ practice, retries: [again] }: OwnSlip) {
  const turn = again?.retry?.turn ?? slipOffered(practice.session);
  return { turn, written: again && takenAgain(again.session, turn) };
}

function readSlip({ state: { values } }: ViewOutput): Slip {
  const turn = Number(values.line?.["challenge:slip-line"]?.selected_option?.value ?? 0);
  return { turn, now: values.now?.["challenge:slip-now"]?.value?.trim() ?? "" };
}
