import type { KnownBlock } from "@slack/types";
import { AUDIT_DAYS } from "../../store/audit.ts";
import type { Waiting } from "../../store/waiting.ts";
import type { Retention } from "../../store/workspace-settings.ts";
import { button, section } from "../message.ts";
import { mentionsOf } from "../role-words.ts";
import { isAnybody, type WhoIsWho } from "../roles.ts";

/** The buttons of the section, by what they open or give. */
export const OPEN_SETTINGS = "admin:settings";
export const OPEN_AUDIT = "admin:audit";
export const AUDIT_AS_FILE = "admin:audit-file";

/** What an admin sees of the workspace at a glance. */
export type AtAGlance = { whoIsWho: WhoIsWho; retention: Retention; waiting: Waiting; now: number };

// Something is always on its way; what waits longer than this is worth a word.
const LONG = 60_000;
const MOST_NAMED = 10;

/** The section of the Home tab that only admins see: who may do what, what is kept, and whether all is well. */
export const adminInShort = ({ whoIsWho, retention, waiting, now }: AtAGlance): KnownBlock[] => [
  section(
    [
      "*Looking after Tightrope* (only admins see this)",
      `Admins: ${named(whoIsWho.admins, "nobody is named")}, and whoever owns this Slack workspace.`,
      `Trainers: ${named(whoIsWho.trainers, "nobody; flows come from the folder alone")}.${whoIsWho.secondTrainer ? " A second one approves what is published." : ""}`,
      `Leads: ${named(whoIsWho.leads, "everybody, in channels with the app")}.`,
      tellRetention(retention),
      tellWaiting(waiting, now),
    ].join("\n"),
  ),
  {
    type: "actions",
    elements: [
      button("Roles and retention…", OPEN_SETTINGS, "open"),
      button("Audit log…", OPEN_AUDIT, "open"),
      button("Audit log as a table (CSV)", AUDIT_AS_FILE, "all"),
    ],
  },
];

const named = (some: WhoIsWho["leads"], nobody: string): string => {
  const names = mentionsOf(some);
  const left = names.length - MOST_NAMED;
  const shown = names.slice(0, MOST_NAMED).join(", ");
  return isAnybody(some) ? `${shown}${left > 0 ? ` and ${left} more` : ""}` : nobody;
};

/** How long what is kept. */
const tellRetention = ({ messagesDays, readingsDays }: Retention): string =>
  `Kept: the words of practices for ${messagesDays} days, what was read in them for ${readingsDays}, and the audit log for ${AUDIT_DAYS}.`;

function tellWaiting({ messages, since }: Waiting, now: number): string {
  const minutes = since === undefined ? 0 : Math.floor((now - since) / 60_000);
  if (since === undefined || now - since < LONG)
    return "All is well: everything that was said has been sent.";
  const many = messages === 1 ? "One message waits" : `${messages} messages wait`;
  const long =
    minutes === 1 ? "a minute" : minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`;
  return `${many} for Slack, the longest for ${long}. Nothing is lost; it is sent as soon as Slack takes it.`;
}
