import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Act } from "../store/audit.ts";
import type { Desk } from "../store/desk.ts";
import type { FlowVersion } from "../store/flow-versions.ts";
import type { Trainee } from "./begin-practice.ts";
import { deny } from "./deny.ts";
import { meet } from "./meet.ts";
import { note } from "./message.ts";
import { ASK_TRAINER } from "./role-words.ts";
import { once, type Surroundings } from "./surroundings.ts";

/** Said where a draft was discarded, or forgotten after a month. */
export const NO_DRAFT = "That text is no longer kept. Drop the file again to go on with it.";

/** What stands in the way of publishing a version; nothing when it is a draft. */
export function whyNotPublish(version: FlowVersion | undefined): string | undefined {
  if (!version) return NO_DRAFT;
  if (version.state === "awaiting") return "This waits for a second trainer already.";
  return version.state === "draft" ? undefined : `This was published already, as version ${version.version}.`;
}

/** What a version is called in the audit log: its flow, and its number where it has one. */
export const versionNames = ({ flow, version }: Pick<FlowVersion, "flow" | "version">): string[] =>
  version ? [flow, `version ${version}`] : [flow];

/**
 * A trainer presses a button whose value names a version. Whoever is no trainer, and whoever presses what is no
 * longer kept, is told so; a second tap does nothing. What was `did` is written down by the work itself, and here
 * where somebody was not let.
 */
export function onTrainersPress(
  app: App,
  around: Surroundings,
  action: string,
  did: Act,
  work: (desk: Desk, trainer: Trainee, version: FlowVersion) => Promise<unknown>,
): void {
  app.action<BlockAction<ButtonAction>>(action, async ({ action: pressed, ack, body, client, context }) => {
    await ack();
    const trainer = await meet(around, client, context, body.user.id);
    const { team, user, channel } = trainer;
    const may = await around.roles.isTrainer(team, user);
    await once(around, context, async (desk) => {
      const id = pressed.value ?? "";
      if (!(await desk.firstTap(team, `${action}/${id}/${user}`))) return;
      const version = await desk.versions.byId(team, id);
      if (may && version) return work(desk, trainer, version);
      if (!may) await deny(desk, { team, by: user, did, about: version ? versionNames(version) : [id] });
      return desk.send(team, channel, note(may ? NO_DRAFT : ASK_TRAINER));
    });
  });
}
