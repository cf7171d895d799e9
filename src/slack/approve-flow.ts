import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Desk } from "../store/desk.ts";
import type { FlowVersion } from "../store/flow-versions.ts";
import { APPROVE, approvalIn, approvalMessage, approvalMessageOf, SEND_BACK } from "./ask-others.ts";
import { draftButtons, paragraphs } from "./checked-message.ts";
import { deny, denyInWords } from "./deny.ts";
import { type DirectChannel, directChannels } from "./direct-channels.ts";
import { envelopeIn } from "./envelope.ts";
import { meet } from "./meet.ts";
import { escaped, note } from "./message.ts";
import { noteModal } from "./note-modal.ts";
import { NO_DRAFT, versionNames } from "./on-trainers-press.ts";
import { openOrSay } from "./open-or-say.ts";
import { plainText } from "./plain-text.ts";
import { baseOf, changeBy, NOTE, noteIn, noteInput } from "./publish-dialogue.ts";
import { makeLive } from "./publish-flow.ts";
import { ASK_TRAINER } from "./role-words.ts";
import { once, type Surroundings } from "./surroundings.ts";

const TITLE = "Send back";
const OWN = "You asked for this yourself, so another trainer has to answer.";
const CHANGED = "Another text of this flow was published meanwhile. This is what changes now:";

/** A second trainer approves a text, and it is live; or sends it back with a sentence about what should change. */
export function approveFlow(app: App, around: Surroundings): void {
  const { store, roles, folder, now } = around;

  app.action<BlockAction<ButtonAction>>(APPROVE, async ({ action, ack, body, client, context }) => {
    await ack();
    const { team, user, channel } = await meet(around, client, context, body.user.id);
    const approval = approvalIn(action.value);
    const may = await roles.isTrainer(team, user);
    const all = await directChannels(around, client, await roles.trainersOf(team));
    await once(around, context, async (desk) => {
      if (!(await desk.firstTap(team, `${APPROVE}/${approval.round}/${user}`))) return;
      if (!may) await deny(desk, { team, by: user, did: "flow-approved", about: [approval.id] });
      const change = may
        ? await changeBy(desk, team, approval.id, folder(), (version) => whyNot(version, user))
        : ASK_TRAINER;
      if (typeof change === "string") return void (await desk.send(team, channel, note(change)));
      const { note: words, by } = change.version;
      if (baseOf(change) !== approval.base) {
        const { round } = approval;
        await desk.send(team, channel, note(CHANGED));
        await desk.send(team, channel, approvalMessage({ change, note: words, by, round }));
        return;
      }
      const told = await makeLive(desk, change, { note: words, at: now(), by, approvedBy: user });
      await closeRound(desk, team, approval.round, all, told);
      if (channel !== change.version.channel) await desk.send(team, channel, paragraphs([told]));
    });
  });

  app.action<BlockAction<ButtonAction>>(SEND_BACK, async ({ action, ack, body, client, context }) => {
    await ack();
    const { team } = envelopeIn(context);
    const user = body.user.id;
    const { id } = approvalIn(action.value);
    const version = await store.together(team, (desk) => desk.versions.byId(team, id));
    const deed = { did: "flow-sent-back" as const, about: [id] };
    if (!(await roles.isTrainer(team, user)))
      return denyInWords(around, { client, context, user }, deed, ASK_TRAINER);
    const refused = whyNot(version, user);
    const view = refused ? noteModal(TITLE, escaped(refused)) : sendBackDialogue(action.value ?? "");
    await openOrSay(around, { client, context, user, trigger: body.trigger_id }, view);
  });

  app.view(SEND_BACK, async ({ ack, body, view, client, context }) => {
    const words = noteIn(view);
    if (words === "")
      return ack({ response_action: "errors", errors: { [NOTE]: "Say what should change." } });
    await ack({ response_action: "clear" });
    const { team, user, channel } = await meet(around, client, context, body.user.id);
    const { id, round } = approvalIn(view.private_metadata);
    const may = await roles.isTrainer(team, user);
    const all = await directChannels(around, client, await roles.trainersOf(team));
    await once(around, context, async (desk) => {
      const version = await desk.versions.byId(team, id);
      if (!may) await deny(desk, { team, by: user, did: "flow-sent-back", about: [id] });
      const refused = may ? whyNot(version, user) : ASK_TRAINER;
      if (refused || !version) return void (await desk.send(team, channel, note(refused ?? NO_DRAFT)));
      await desk.versions.sendBack(version);
      await desk.audit.write({ team, by: user, did: "flow-sent-back", about: versionNames(version) });
      const told = `<@${user}> sent your text of \`${version.flow}\` back: ${escaped(words)}`;
      await desk.send(team, version.channel, paragraphs([told], draftButtons(id)));
      const done = `<@${user}> sent the text of \`${version.flow}\` back to <@${version.by}>: ${escaped(words)}`;
      await closeRound(desk, team, round, all, done);
    });
  });
}

// What stands in the way of answering; nothing when it waits for just that.
function whyNot(version: FlowVersion | undefined, user: string): string | undefined {
  if (!version) return NO_DRAFT;
  if (version.state === "draft") return "This was sent back already. Its trainer goes on with it.";
  if (version.state !== "awaiting") return `This was published already, as version ${version.version}.`;
  return version.by === user ? OWN : undefined;
}

// Nothing is left to press for those who were asked as well.
async function closeRound(
  desk: Desk,
  team: string,
  round: string,
  all: readonly DirectChannel[],
  told: string,
): Promise<void> {
  for (const { user, channel } of all)
    await desk.send(team, channel, paragraphs([told]), approvalMessageOf(round, user));
}

const sendBackDialogue = (approval: string): ModalView => ({
  type: "modal",
  callback_id: SEND_BACK,
  private_metadata: approval,
  title: plainText(TITLE),
  submit: plainText("Send back"),
  close: plainText("Not now"),
  blocks: [noteInput("What should change before it is published?")],
});
