import type { App } from "@slack/bolt";
import { dialogueFor } from "./appeal.ts";
import { envelopeIn } from "./envelope.ts";
import { GO_BACK, readGoBack } from "./go-back-inputs.ts";
import { assertViewWithinLimits } from "./limits.ts";
import { isReadableOf, whyNot } from "./look-back.ts";
import { noteModal } from "./note-modal.ts";
import { retryPractice } from "./retry-practice.ts";
import { once, type Surroundings } from "./surroundings.ts";

const TITLE = "The whole talk";
const GOES_ON = "Close this, and look at your messages with the app: it goes on there.";

/** Somebody goes back to a message from the whole talk: takes it again, or sees its reading differently. */
export function goBack(app: App, around: Surroundings): void {
  app.view(GO_BACK, async ({ ack, body, view, context }) => {
    const read = readGoBack(view);
    if ("errors" in read) return ack({ response_action: "errors", errors: read.errors });
    const { turn, wish } = read;
    const practice = await around.store.practice(envelopeIn(context).team, read.practice);
    if (wish === "appeal") {
      const dialogue = dialogueFor(practice, read, body.user.id);
      assertViewWithinLimits(dialogue);
      return ack({ response_action: "push", view: dialogue });
    }
    if (!isReadableOf(practice, body.user.id))
      return ack({ response_action: "update", view: noteModal(TITLE, whyNot(practice, body.user.id)) });
    await ack({ response_action: "update", view: noteModal(TITLE, GOES_ON) });
    await once(around, context, (desk) => retryPractice(desk, practice, turn, around.now()));
  });
}
