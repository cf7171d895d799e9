import { randomUUID } from "node:crypto";
import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { compareDialogue, ROLL_BACK_DIALOGUE, rollBackDialogue, versionIn } from "./change-dialogues.ts";
import { deny, denyInWords } from "./deny.ts";
import { envelopeIn } from "./envelope.ts";
import { shelvesOf } from "./library.ts";
import { assertViewWithinLimits } from "./limits.ts";
import { escaped, note } from "./message.ts";
import { noteModal } from "./note-modal.ts";
import { NO_DRAFT, onTrainersPress, versionNames } from "./on-trainers-press.ts";
import { openOrSay } from "./open-or-say.ts";
import { changeBy } from "./publish-dialogue.ts";
import { dialogueFor } from "./publish-flow.ts";
import { ASK_TRAINER } from "./role-words.ts";
import type { Surroundings } from "./surroundings.ts";
import { COMPARE, RETIRE, ROLL_BACK } from "./trainers-list.ts";

const TITLE = "Flows";
const NOT_LIVE = "That was changed meanwhile. Ask for the list again to see how it stands now.";

/** A trainer compares a published flow with the text before it, rolls it back, retires it, or brings it back. */
export function changeFlow(app: App, around: Surroundings): void {
  const { store, roles, folder, now } = around;

  const opens = (action: string, viewOf: (team: string, id: string, channel: string) => Promise<ModalView>) =>
    app.action<BlockAction<ButtonAction>>(action, async ({ action, ack, body, client, context }) => {
      await ack();
      const { team } = envelopeIn(context);
      const user = body.user.id;
      const id = action.value ?? "";
      const version = await store.together(team, (desk) => desk.versions.byId(team, id));
      const deed = { did: "flows-listed" as const, about: [id] };
      if (!(await roles.isTrainer(team, user)))
        return denyInWords(around, { client, context, user }, deed, ASK_TRAINER);
      const view = version
        ? await viewOf(team, id, body.channel?.id ?? "")
        : noteModal(TITLE, escaped(NO_DRAFT));
      assertViewWithinLimits(view);
      await openOrSay(around, { client, context, user, trigger: body.trigger_id }, view);
    });

  opens(COMPARE, (team, id) => store.together(team, (desk) => compareDialogue(desk, team, id, folder())));
  opens(ROLL_BACK, (team, id, channel) =>
    store.together(team, (desk) => rollBackDialogue(desk, team, id, channel)),
  );

  app.view(ROLL_BACK_DIALOGUE, async ({ ack, body, view, context }) => {
    const { team } = envelopeIn(context);
    const user = body.user.id;
    const chosen = versionIn(view);
    const may = await roles.isTrainer(team, user);
    const { secondTrainer } = await roles.whoIsWho(team);
    const { change, words } = await store.together(team, async (desk) => {
      if (!may) {
        await deny(desk, { team, by: user, did: "flow-published", about: [chosen] });
        return { change: ASK_TRAINER };
      }
      const older = await desk.versions.byId(team, chosen);
      const flow = older && (await desk.versions.flowOf(older));
      if (!older || !flow) return { change: NO_DRAFT };
      // The older text becomes a draft like any other; who goes no further leaves it to be forgotten.
      const id = randomUUID();
      const channel = view.private_metadata;
      await desk.versions.addDraft({ team, id, by: user, channel, madeAt: now() }, flow);
      return { change: await changeBy(desk, team, id, folder()), words: `Back to version ${older.version}.` };
    });
    await ack({ response_action: "push", view: dialogueFor(change, secondTrainer, words) });
  });

  onTrainersPress(app, around, RETIRE, "flow-withdrawn", async (desk, { team, user, channel }, version) => {
    const [newest] = await desk.versions.numbered(team, version.flow);
    const flow = await desk.versions.flowOf(version);
    if (newest?.id !== version.id || version.state !== "published" || !flow) {
      await desk.send(team, channel, note(NOT_LIVE));
      return;
    }
    await desk.versions.retire(version);
    await desk.audit.write({ team, by: user, did: "flow-withdrawn", about: versionNames(version) });
    const still = (await shelvesOf(desk, team, folder())).some((shelf) => shelf.flow.id === flow.id);
    const again = still ? " The one in the folder is played again." : "";
    await desk.send(
      team,
      channel,
      note(
        `Retired: “${flow.title}” is no longer offered.${again} Practices under way go on; type ${around.command} flows to bring it back.`,
      ),
    );
  });
}
