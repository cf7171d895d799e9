import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Desk } from "../store/desk.ts";
import type { FlowVersion } from "../store/flow-versions.ts";
import type { Trainee } from "./begin-practice.ts";
import { note } from "./message.ts";
import { meet, once, type Surroundings } from "./surroundings.ts";
import { ASK_ADMIN, isTrainer, type Trainers } from "./trainers.ts";

/** Said where a draft was discarded, or forgotten after a month. */
export const NO_DRAFT = "That text is no longer kept. Drop the file again to go on with it.";

/** What stands in the way of publishing a version; nothing when it is a draft. */
export function whyNotPublish(version: FlowVersion | undefined): string | undefined {
  if (!version) return NO_DRAFT;
  if (version.state === "awaiting") return "This waits for a second trainer already.";
  return version.state === "draft" ? undefined : `This was published already, as version ${version.version}.`;
}

/** Whether a version may be touched by somebody, or in a sentence why not; asked at every press. */
export function refusalFor(
  trainers: Trainers,
  user: string,
  version: FlowVersion | undefined,
): string | undefined {
  if (!isTrainer(trainers, user)) return ASK_ADMIN;
  return version ? undefined : NO_DRAFT;
}

/**
 * A trainer presses a button whose value names a version. Whoever is no trainer, and whoever presses what is no
 * longer kept, is told so; a second tap does nothing.
 */
export function onTrainersPress(
  app: App,
  around: Surroundings,
  action: string,
  work: (desk: Desk, trainer: Trainee, version: FlowVersion) => Promise<unknown>,
): void {
  app.action<BlockAction<ButtonAction>>(action, async ({ action: pressed, ack, body, client, context }) => {
    await ack();
    const trainer = await meet(client, context, body.user.id);
    const { team, user, channel } = trainer;
    await once(around, context, async (desk) => {
      const id = pressed.value ?? "";
      if (!(await desk.firstTap(team, `${action}/${id}/${user}`))) return;
      const version = await desk.versions.byId(team, id);
      const refused = refusalFor(around.trainers, user, version);
      if (refused || !version) await desk.send(team, channel, note(refused ?? NO_DRAFT));
      else await work(desk, trainer, version);
    });
  });
}
