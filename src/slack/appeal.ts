import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { appealOf } from "../feedback/appeal.ts";
import type { Practice } from "../store/sessions.ts";
import {
  appealDialogue,
  DIALOGUE,
  filledIn,
  OPINION,
  type Place,
  placeIn,
  TITLE,
} from "./appeal-dialogue.ts";
import { notedBeforeMessage, notedMessage, takenBackMessage, withdrawnMessage } from "./appeal-messages.ts";
import { envelopeIn } from "./envelope.ts";
import { assertViewWithinLimits } from "./limits.ts";
import { WORDLESS } from "./look-back.ts";
import { escaped } from "./message.ts";
import { noteModal } from "./note-modal.ts";
import { openOrSay } from "./open-or-say.ts";
import { once, type Surroundings } from "./surroundings.ts";

/** Somebody sees a reading of their line differently, says so, and may take it back. The reading stays. */
export function appeal(app: App, around: Surroundings): void {
  const { store } = around;
  const practiceAt = (context: object, { practice }: Place) =>
    store.practice(envelopeIn(context).team, practice);

  app.action<BlockAction<ButtonAction>>(/^appeal:\d+$/, async ({ action, ack, body, client, context }) => {
    await ack();
    const place = placeIn(action.value);
    const view = dialogueFor(await practiceAt(context, place), place, body.user.id);
    assertViewWithinLimits(view);
    await openOrSay(around, { client, context, user: body.user.id, trigger: body.trigger_id }, view);
  });

  app.view(DIALOGUE, async ({ ack, body, view, context }) => {
    const filled = filledIn(view);
    const found = turnOf(await practiceAt(context, filled), filled, body.user.id);
    if ("missing" in found)
      return ack({ response_action: "update", view: noteModal(TITLE, escaped(found.missing)) });
    const { practice } = found;
    const made = appealOf(practice.session, practice.id, filled);
    if (!made) return ack({ response_action: "errors", errors: { [OPINION]: CHOOSE } });
    await ack();
    await once(around, context, async (desk, team) => {
      const kept = await desk.keepAppeal({ team, id: view.id, user: body.user.id, appeal: made });
      if (kept === "kept")
        await desk.send(team, practice.channel, notedMessage(made, view.id), undefined, outboxId(view.id));
      else if (kept !== "again")
        await desk.send(team, practice.channel, notedBeforeMessage(made, kept.earlier));
    });
  });

  app.action<BlockAction<ButtonAction>>("appeal:take-back", async ({ action, ack, body, context }) => {
    await ack();
    const { channel } = body;
    if (!channel) return;
    await once(around, context, async (desk, team) => {
      const id = action.value ?? "";
      const now = await desk.takeBackAppeal({ team, id, user: body.user.id });
      if (now) await desk.send(team, channel.id, withdrawnMessage, outboxId(id));
      await desk.send(team, channel.id, takenBackMessage(now));
    });
  });
}

const CHOOSE = "Choose how you see it, and send it again.";
const GONE = "This practice is no longer kept, so there is no reading to answer.";
const NOT_YOURS = "Only the person who practised can answer how their line was read.";
const REPLACED = "This message is no longer part of the practice, so there is no reading to answer.";

const outboxId = (appeal: string) => `appeal-${appeal}`;

// The turn that an appeal is about, or why there is none to be had here.
function turnOf(practice: Practice | undefined, { turn: n }: Place, user: string) {
  if (!practice) return { missing: GONE };
  if (practice.user !== user) return { missing: NOT_YOURS };
  if (practice.wordless) return { missing: WORDLESS };
  const turn = practice.session.turns[n - 1];
  return turn ? { practice, turn } : { missing: REPLACED };
}

/** The form for one message of a practice; or a dialogue that says why there is none to be had. */
export function dialogueFor(practice: Practice | undefined, place: Place, user: string): ModalView {
  const found = turnOf(practice, place, user);
  return "missing" in found
    ? noteModal(TITLE, escaped(found.missing))
    : appealDialogue({ practice: place.practice, turn: place.turn }, found.turn);
}
