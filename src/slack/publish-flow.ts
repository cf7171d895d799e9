import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Desk } from "../store/desk.ts";
import { type Asking, askOthers } from "./ask-others.ts";
import { DISCARD, draftMessageOf, PUBLISH, paragraphs } from "./checked-message.ts";
import { denyAt, denyInWords } from "./deny.ts";
import { type DirectChannel, directChannels } from "./direct-channels.ts";
import { envelopeIn } from "./envelope.ts";
import { assertViewWithinLimits } from "./limits.ts";
import { escaped, note } from "./message.ts";
import { noteModal } from "./note-modal.ts";
import { onTrainersPress, versionNames, whyNotPublish } from "./on-trainers-press.ts";
import { openOrSay } from "./open-or-say.ts";
import {
  askedIn,
  baseOf,
  type Change,
  changeBy,
  NOTE,
  noteIn,
  PUBLISH_DIALOGUE,
  publishDialogue,
  TITLE,
} from "./publish-dialogue.ts";
import { ASK_TRAINER } from "./role-words.ts";
import { once, type Surroundings } from "./surroundings.ts";

const NO_NOTE = "Say in a few words what changed.";
const OTHERWISE = "Another text of this flow was published meanwhile.";
const CLOSE_AND_LOOK = `${OTHERWISE} Close this, and press Publish… again to see what changes now.`;
const LOOK = `${OTHERWISE} Nothing was published; press Publish… again to see what changes now.`;
const NOBODY_TO_ASK =
  "None of the other trainers could be reached in Slack just now, so nothing was published. Try again later, or ask whoever looks after Tightrope here.";

/** A trainer publishes a text: sees what changes, writes a note, and it is live, or a second trainer is asked. */
export function publishFlow(app: App, around: Surroundings): void {
  const { store, roles, folder, now } = around;

  app.action<BlockAction<ButtonAction>>(PUBLISH, async ({ action, ack, body, client, context }) => {
    await ack();
    const { team } = envelopeIn(context);
    const user = body.user.id;
    const id = action.value ?? "";
    const deed = { did: "flow-published" as const, about: [id] };
    if (!(await roles.isTrainer(team, user)))
      return denyInWords(around, { client, context, user }, deed, ASK_TRAINER);
    const change = await store.together(team, (desk) => changeBy(desk, team, id, folder()));
    const view = dialogueFor(change, (await roles.whoIsWho(team)).secondTrainer);
    await openOrSay(around, { client, context, user, trigger: body.trigger_id }, view);
  });

  app.view(PUBLISH_DIALOGUE, async ({ ack, body, view, client, context }) => {
    const words = noteIn(view);
    if (words === "") return ack({ response_action: "errors", errors: { [NOTE]: NO_NOTE } });
    const { team } = envelopeIn(context);
    const user = body.user.id;
    const { id, base } = askedIn(view.private_metadata);
    const instead = (text: string) =>
      ack({ response_action: "update", view: noteModal(TITLE, escaped(text)) });
    if (!(await roles.isTrainer(team, user))) {
      await instead(ASK_TRAINER);
      return denyAt(around, context, { by: user, did: "flow-published", about: [id] });
    }
    const change = await store.together(team, (desk) => changeBy(desk, team, id, folder()));
    if (typeof change === "string") return instead(change);
    if (baseOf(change) !== base)
      return ack({ response_action: "errors", errors: { [NOTE]: CLOSE_AND_LOOK } });
    await ack({ response_action: "clear" });
    const others = (await roles.whoIsWho(team)).secondTrainer
      ? (await roles.trainersOf(team)).filter((one) => one !== user)
      : undefined;
    const asked = others && (await directChannels(around, client, others));
    await once(around, context, async (desk) => {
      // Between the form and this somebody else may have been faster, so it is looked at again.
      const again = await changeBy(desk, team, id, folder());
      const { channel } = change.version;
      if (typeof again === "string") return desk.send(team, channel, note(again));
      if (baseOf(again) !== base) return desk.send(team, channel, note(LOOK));
      return publishOrAsk(desk, { change: again, note: words, by: user, round: view.id }, asked, now());
    });
  });

  onTrainersPress(app, around, DISCARD, "draft-discarded", async (desk, { team, user, channel }, version) => {
    if (version.state !== "draft") {
      await desk.send(team, channel, note(whyNotPublish(version) ?? ""));
      return;
    }
    await desk.versions.discard(version);
    await desk.audit.write({ team, by: user, did: "draft-discarded", about: versionNames(version) });
    const gone = note(`Discarded: a text of ${version.flow}. Nothing of it is offered.`);
    await desk.send(team, version.channel, gone, draftMessageOf(version.id));
    if (channel !== version.channel) await desk.send(team, channel, gone);
  });
}

/** The dialogue that shows a change, or one that says why there is nothing to publish. */
export function dialogueFor(change: Change | string, second: boolean, words?: string): ModalView {
  const view =
    typeof change === "string" ? noteModal(TITLE, escaped(change)) : publishDialogue(change, second, words);
  assertViewWithinLimits(view);
  return view;
}

async function publishOrAsk(
  desk: Desk,
  asking: Omit<Asking, "others">,
  others: readonly DirectChannel[] | undefined,
  now: number,
): Promise<void> {
  const { team, channel } = asking.change.version;
  if (!others) await makeLive(desk, asking.change, { note: asking.note, at: now, by: asking.by });
  else if (others.length === 0) await desk.send(team, channel, note(NOBODY_TO_ASK));
  else {
    await desk.audit.write({ team, by: asking.by, did: "approval-asked", about: [asking.change.next.id] });
    await askOthers(desk, { ...asking, others });
  }
}

/** Publishes a text as the next version of its flow, and tells who brought it. */
export async function makeLive(
  desk: Desk,
  { version, next, live }: Omit<Change, "appeals">,
  done: { note: string; at: number; by: string; approvedBy?: string },
): Promise<string> {
  const { team, id, channel } = version;
  const { by, approvedBy } = done;
  const number = await desk.versions.publish(version, done);
  const about = versionNames({ flow: next.id, version: number });
  const did = approvedBy ? "flow-approved" : "flow-published";
  await desk.audit.write({ team, by: approvedBy ?? by, did, about });
  const instead = live && !live.published ? " It takes the place of the one in the folder." : "";
  const approved = done.approvedBy ? ` <@${done.approvedBy}> approved it.` : "";
  const told = `Published: “${escaped(next.title)}” is version ${number} of \`${next.id}\` for everybody here.${instead}${approved}`;
  await desk.send(team, channel, paragraphs([told]), draftMessageOf(id));
  const under = "Practices under way finish on the text they began with.";
  await desk.send(team, channel, paragraphs([`${told} ${under}`, `Note: ${escaped(done.note)}`]));
  return told;
}
