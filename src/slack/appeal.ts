import type { App, BlockAction, ButtonAction, StaticSelectAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { appealOf } from "../feedback/appeal.ts";
import type { Practice } from "../store/sessions.ts";
import { ABOUT, appealDialogue, DIALOGUE, filledIn, type Place, TITLE } from "./appeal-dialogue.ts";
import { notedBeforeMessage, notedMessage, takenBackMessage, withdrawnMessage } from "./appeal-messages.ts";
import { envelopeIn } from "./hear-once.ts";
import { assertViewWithinLimits } from "./limits.ts";
import { escaped, note } from "./message.ts";
import { noteModal } from "./note-modal.ts";
import { openView } from "./open-view.ts";
import { courtesy, once, type Surroundings } from "./surroundings.ts";

/** Somebody sees a reading of their line differently, says so, and may take it back. The reading stays. */
export function appeal(app: App, around: Surroundings): void {
  const { store } = around;
  const practiceAt = (context: object, { practice }: Place) =>
    store.practice(envelopeIn(context).team, practice);

  app.action<BlockAction<ButtonAction>>(/^appeal:\d+$/, async ({ action, ack, body, client, context }) => {
    await ack();
    const place = JSON.parse(action.value ?? "{}") as Place;
    const practice = await practiceAt(context, place);
    const view = dialogueFor(practice, place, body.user.id);
    const over = body.view?.type === "modal" ? "another" : "nothing";
    assertViewWithinLimits(view);
    if (await openView(client, body.trigger_id, view, over)) return;
    if (practice?.user === body.user.id)
      await once(around, context, (desk, team) => desk.send(team, practice.channel, note(PRESS_AGAIN)));
  });

  // What one may say depends on what was read, so the second question follows the first.
  app.action<BlockAction<StaticSelectAction>>(ABOUT, async ({ action, ack, body, client, context }) => {
    await ack();
    if (!body.view) return;
    const place = JSON.parse(body.view.private_metadata) as Place;
    const about = action.selected_option.value;
    const view = dialogueFor(await practiceAt(context, place), place, body.user.id, about);
    await courtesy(around, client.views.update({ view_id: body.view.id, view }));
  });

  app.view(DIALOGUE, async ({ ack, body, view, context }) => {
    const filled = filledIn(view);
    const found = turnOf(await practiceAt(context, filled), filled, body.user.id);
    if ("missing" in found)
      return ack({ response_action: "update", view: noteModal(TITLE, escaped(found.missing)) });
    const { practice } = found;
    const made = appealOf(practice.session, practice.id, { ...filled, thinks: filled.thinks ?? "" });
    if (!made) return ack({ response_action: "errors", errors: { [ABOUT]: CHOOSE_BOTH } });
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

const CHOOSE_BOTH = "Choose how you see this one as well, just below, and send it again.";
const PRESS_AGAIN = "Slack did not let me open that in time. Please press “I see it differently” once more.";
const GONE = "This practice is no longer kept, so there is no reading to answer.";
const NOT_YOURS = "Only the person who practised can answer how their line was read.";
const REPLACED = "This message is no longer part of the practice, so there is no reading to answer.";

const outboxId = (appeal: string) => `appeal-${appeal}`;

// The turn that an appeal is about, or why there is none to be had here.
function turnOf(practice: Practice | undefined, { turn: n }: Place, user: string) {
  if (!practice) return { missing: GONE };
  if (practice.user !== user) return { missing: NOT_YOURS };
  const turn = practice.session.turns[n - 1];
  return turn ? { practice, turn } : { missing: REPLACED };
}

function dialogueFor(
  practice: Practice | undefined,
  { practice: id, turn: n }: Place,
  user: string,
  about?: string,
): ModalView {
  const found = turnOf(practice, { practice: id, turn: n }, user);
  return "missing" in found
    ? noteModal(TITLE, escaped(found.missing))
    : appealDialogue({ practice: id, turn: n }, found.turn, about);
}
