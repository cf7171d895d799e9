import type { App } from "@slack/bolt";
import type { Surroundings } from "../surroundings.ts";
import { changeSettings } from "./change-settings.ts";
import { readAudit } from "./read-audit.ts";

/** Everything that admins do in Slack. */
export function administering(app: App, around: Surroundings): void {
  changeSettings(app, around);
  readAudit(app, around);
}
