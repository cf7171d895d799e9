import type { App } from "@slack/bolt";
import { approveFlow } from "./approve-flow.ts";
import { changeFlow } from "./change-flow.ts";
import { publishFlow } from "./publish-flow.ts";
import type { Surroundings } from "./surroundings.ts";
import { tryFlow } from "./try-flow.ts";

/** Everything that trainers do with flows in Slack once a file was dropped. */
export function publishing(app: App, around: Surroundings): void {
  tryFlow(app, around);
  publishFlow(app, around);
  approveFlow(app, around);
  changeFlow(app, around);
}
