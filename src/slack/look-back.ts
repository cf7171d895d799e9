import type { App, BlockAction, ButtonAction, StaticSelectAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { OwnView } from "../feedback/own-view.ts";
import type { Desk } from "../store/desk.ts";
import type { Practice } from "../store/sessions.ts";
import { envelopeIn } from "./envelope.ts";
import { giveDebrief } from "./finish-practice.ts";
import { assertViewWithinLimits } from "./limits.ts";
import { note } from "./message.ts";
import { openOrSay } from "./open-or-say.ts";
import { own, readOwn } from "./own-values.ts";
import { retryPractice } from "./retry-practice.ts";
import { once, type Surroundings } from "./surroundings.ts";
import { seatsView, talkView } from "./talk-view.ts";
import { pickIn } from "./you-first-message.ts";

const NO_VIEW: OwnView = { helped: undefined, takeBack: undefined };

const MESSAGE = own.pair(own.words, own.count);

type Pressed = BlockAction<ButtonAction>;

/** Somebody looks back on a practice of theirs: the debrief, the whole talk, the other seat, or a message again. */
export function lookBack(app: App, around: Surroundings): void {
  app.action<BlockAction<StaticSelectAction>>(/^you-first:/, async ({ action, ack, body, context }) => {
    await ack();
    const { practice: id, picked } = pickIn(action.block_id, action.selected_option?.value);
    await once(around, context, async (desk, team) => {
      const practice = await desk.practice(team, id);
      if (practice?.user === body.user.id && practice.debriefedAt === undefined)
        await desk.keep({ ...practice, ownView: { ...NO_VIEW, ...practice.ownView, ...picked } });
    });
  });

  app.action<Pressed>("debrief:show", async ({ action, ack, body, context }) => {
    await ack();
    await once(around, context, async (desk, team) => {
      const practice = await finished(desk, team, body, action.value);
      if (practice) await giveDebrief(desk, practice, around.now());
    });
  });

  app.action<Pressed>(/^retry:/, async ({ action, ack, body, context }) => {
    await ack();
    const [id, turn] = readOwn(action.value, MESSAGE);
    await once(around, context, async (desk, team) => {
      const practice = await finished(desk, team, body, id);
      if (practice) await retryPractice(desk, practice, turn, around.now());
    });
  });

  const views: Record<string, (practice: Practice) => ModalView> = {
    "debrief:talk": ({ session, id }) => talkView(session, id),
    "debrief:seats": ({ session }) => seatsView(session),
  };
  for (const [name, viewOf] of Object.entries(views))
    app.action<Pressed>(name, async ({ action, ack, body, client, context }) => {
      await ack();
      const { team } = envelopeIn(context);
      const practice = await around.store.practice(team, action.value ?? "");
      if (!isReadableOf(practice, body.user.id)) {
        await once(around, context, (desk) => sayWhyNot(desk, team, body, practice));
        return;
      }
      const view = viewOf(practice);
      assertViewWithinLimits(view);
      const press = { client, context, user: body.user.id, trigger: body.trigger_id };
      await openOrSay(around, press, view);
    });
}

// A practice that is over, and is theirs; otherwise they are told.
async function finished(
  desk: Desk,
  team: string,
  pressed: Pressed,
  id: string | undefined,
): Promise<Practice | undefined> {
  const practice = await desk.practice(team, id ?? "");
  if (isReadableOf(practice, pressed.user.id)) return practice;
  await sayWhyNot(desk, team, pressed, practice);
  return undefined;
}

/** Whether a practice is over, theirs, and its words are still kept. */
export const isReadableOf = (practice: Practice | undefined, user: string): practice is Practice =>
  practice?.user === user && !practice.wordless && isOver(practice);

const isOver = ({ session: { state } }: Practice) => state === "ended" || state === "stopped";

async function sayWhyNot(desk: Desk, team: string, { user, channel }: Pressed, practice?: Practice) {
  if (channel) await desk.send(team, channel.id, note(whyNot(practice, user.id)));
}

/** Why somebody cannot look back on a practice, in words for them. */
export function whyNot(practice: Practice | undefined, user: string): string {
  if (practice?.user !== user) return GONE;
  return practice.wordless ? WORDLESS : STILL_RUNNING;
}

/** Said where only what a practice showed is left of it. */
export const WORDLESS =
  "The words of that practice are no longer kept, so there is nothing to go back to. What it showed still counts in your progress. Type practice to start another.";
const GONE =
  "That practice is no longer kept, so there is nothing to go back to. Type practice to start another.";
const STILL_RUNNING = "That practice is still running. Type stop to end it and see the debrief.";
