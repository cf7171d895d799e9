import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

type Manifest = {
  features: { slash_commands: { command: string }[]; shortcuts: { callback_id: string }[] };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
};

const MANIFEST = parse(readFileSync(join(import.meta.dirname, "../../manifest.yml"), "utf8")) as Manifest;

/** What our own manifest.yml asks for and subscribes to: a Slack that is told nothing else goes by it. */
export const DECLARED = {
  scopes: MANIFEST.oauth_config.scopes.bot,
  events: MANIFEST.settings.event_subscriptions.bot_events,
  commands: MANIFEST.features.slash_commands.map(({ command }) => command),
  shortcuts: MANIFEST.features.shortcuts.map(({ callback_id }) => callback_id),
};
