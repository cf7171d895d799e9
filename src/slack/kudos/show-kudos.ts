import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { canBeTakenBack } from "../../challenge/weekly-kudos.ts";
import type { Desk } from "../../store/desk.ts";
import type { Kudos } from "../../store/kudos.ts";
import { envelopeIn } from "../envelope.ts";
import { assertViewWithinLimits } from "../limits.ts";
import { meet } from "../meet.ts";
import { note } from "../message.ts";
import { noteModal } from "../note-modal.ts";
import { openOrSay } from "../open-or-say.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { kudosIn, kudosShown, kudosTo, NO_LONGER, shownKudos, youShowKudos } from "./kudos-message.ts";
import { readPlace, showModal } from "./kudos-modal.ts";
import { kudosInDoubt } from "./lost-kudos.ts";

type Press = BlockAction<ButtonAction>;

const TITLE = "Show it in a channel";
const GONE =
  "This was taken back or erased, or its words are no longer kept. There is nothing to show any more.";
const NOT_SHOWN = "It is shown in no channel at the moment.";
const HIDDEN = "It is removed there. You still have it here.";
const BACK = "It is taken back.";
const BACK_IN_DOUBT =
  "It is taken back. Slack did not say whether it arrived in the channel where it was to be shown: if it stands there, whoever got it can press Remove it under it.";
const NOT_YOURS = "Only the person it was for can remove it.";
const BACK_ALREADY = "There is nothing to take back any more.";
const TOO_LATE = "More than a week has passed; it belongs to them now.";

/** Whoever got kudos shows them in a channel, or no longer; whoever gave them takes them back within a week. */
export function showKudos(app: App, around: Surroundings): void {
  const { store, now, directory } = around;

  app.action<Press>("kudos:show", async ({ action, ack, body, client, context }) => {
    await ack();
    const { team } = envelopeIn(context);
    const user = body.user.id;
    const kudos = await store.together(team, (desk) => gotBy(desk, team, action.value, user));
    const view = !kudos?.reason
      ? noteModal(TITLE, GONE)
      : kudos.shown
        ? noteModal(TITLE, `It stands in <#${kudos.shown.channel}> already.`)
        : showModal(kudos.id, shownKudos(kudos), directory);
    assertViewWithinLimits(view);
    await openOrSay(around, { client, context, user, trigger: body.trigger_id }, view);
  });

  app.view("kudos:show-in", async ({ ack, body, view, client, context }) => {
    const place = readPlace(view);
    if (!place) return ack({ response_action: "errors", errors: { channel: "Choose a channel." } });
    await ack();
    const person = await meet(around, client, context, body.user.id);
    await once(around, context, async (desk, team) => {
      const kudos = await gotBy(desk, team, view.private_metadata, person.user);
      if (!kudos?.reason) return desk.send(team, person.channel, note(GONE));
      if (kudos.shown) return undefined;
      const shown = { channel: place, as: kudosIn(kudos, view.id) };
      await desk.kudos.show(kudos, shown);
      await desk.send(team, place, kudosShown(kudos), undefined, shown.as);
      return desk.send(team, person.channel, youShowKudos(kudos, place));
    });
  });

  app.action<Press>("kudos:hide", async ({ action, ack, body, client, context }) => {
    await ack();
    const person = await meet(around, client, context, body.user.id);
    await once(around, context, async (desk, team) => {
      const say = (text: string) => desk.send(team, person.channel, note(text));
      const kudos = await desk.kudos.byId(team, action.value ?? "");
      if (kudos?.to !== person.user) return say(NOT_YOURS);
      if (!kudos.shown) return say(NOT_SHOWN);
      // Where Slack never said that it arrived, the press says where it stands.
      if (body.channel?.id === kudos.shown.channel && body.message?.ts)
        await desk.standsAt(team, kudos.shown.as, body.message.ts);
      return say((await hideKudos(desk, kudos)) ? HIDDEN : kudosInDoubt(kudos.shown.channel));
    });
  });

  app.action<Press>("kudos:take-back", async ({ action, ack, body, client, context }) => {
    await ack();
    const person = await meet(around, client, context, body.user.id);
    await once(around, context, async (desk, team) => {
      const say = (text: string) => desk.send(team, person.channel, note(text));
      const kudos = await desk.kudos.byId(team, action.value ?? "");
      if (!kudos || kudos.from !== person.user || kudos.takenBackAt !== undefined) return say(BACK_ALREADY);
      if (!canBeTakenBack(kudos.givenAt, now())) return say(TOO_LATE);
      const isGone = await hideKudos(desk, kudos);
      await desk.remove(team, kudos.toChannel, kudosTo(kudos), NO_LONGER);
      await desk.kudos.takeBack(kudos);
      return say(isGone ? BACK : BACK_IN_DOUBT);
    });
  });
}

async function gotBy(
  desk: Desk,
  team: string,
  id: string | undefined,
  user: string,
): Promise<Kudos | undefined> {
  const kudos = await desk.kudos.byId(team, id ?? "");
  return kudos?.to === user && kudos.takenBackAt === undefined ? kudos : undefined;
}

/**
 * Kudos are shown in no channel any more; whoever got them still has them. False, and nothing changes, where Slack never
 * said whether they arrived there: then a press under them says where they stand.
 */
export async function hideKudos(desk: Desk, kudos: Kudos): Promise<boolean> {
  const { team, shown } = kudos;
  if (!shown) return true;
  if (await desk.isGivenUp(team, shown.as)) return false;
  await desk.remove(team, shown.channel, shown.as, NO_LONGER);
  await desk.kudos.show(kudos, undefined);
  return true;
}
