import { cell } from "../../challenge/team-table.ts";
import { clockIn } from "../../challenge/times.ts";
import type { Act, Audited } from "../../store/audit.ts";
import { escaped } from "../message.ts";

/** Each act as it was done, and as it was tried. */
const WORDS: Record<Act, [done: string, tried: string]> = {
  "challenge-launched": ["launched a challenge", "launch a challenge"],
  "challenge-ended": ["ended a challenge", "end a challenge"],
  "challenge-called-off": ["called a challenge off", "call a challenge off"],
  "lines-shown": ["showed lines whose authors had agreed to it", "show lines of others"],
  "relay-replayed": ["began to replay a relay", "replay a relay"],
  "flow-brought": ["brought the text of a flow", "bring the text of a flow"],
  "flow-tried": ["tried a text out", "try a text out"],
  "flow-published": ["published a flow", "publish a flow"],
  "approval-asked": ["asked for a second trainer", "ask for a second trainer"],
  "flow-approved": ["approved a flow, which is published", "approve a flow"],
  "flow-sent-back": ["sent a text back", "send a text back"],
  "flow-withdrawn": ["withdrew a flow", "withdraw a flow"],
  "draft-discarded": ["discarded a text", "discard a text"],
  "flows-listed": ["looked at the list of flows", "look at the list of flows"],
  "team-looked-at": ["looked at how a team is doing", "look at how a team is doing"],
  "team-exported": ["took the figures of a team as a file", "take the figures of a team as a file"],
  "digest-on": ["turned a weekly digest on", "turn a weekly digest on"],
  "digest-off": ["turned a weekly digest off", "turn a weekly digest off"],
  "role-given": ["gave a role", "give a role"],
  "role-taken": ["took a role away", "take a role away"],
  "setting-changed": ["changed a setting", "change a setting"],
  "settings-opened": ["opened the settings", "open the settings"],
  "audit-read": ["read the audit log", "read the audit log"],
  "audit-exported": ["took the audit log as a file", "take the audit log as a file"],
  "data-exported": ["gave somebody their own data", "give somebody their own data"],
  "data-erased": ["had data erased", "have data erased"],
};

// What a later version of the app wrote is told by its name.
const wordsOf = (did: string): [string, string] => WORDS[did as Act] ?? [did, did];

/** One line of the log, as Slack shows it: in the reader's own time zone, and with names in place of ids. */
export function tellAudited({ by, did, about, denied, at }: Audited, zone: string): string {
  const [done, tried] = wordsOf(did);
  const who = by ? nameOf(by) : "Tightrope itself";
  const what = denied ? `*was not let* ${tried}` : done;
  const things = about.filter((word) => !UUID.test(word)).map(nameOf);
  const { day, time } = clockIn(zone, at);
  return `${day} ${time} · ${[`${who} ${what}`, ...things].join(" · ")}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id as Slack shows it, and any other word without markup. */
export function nameOf(word: string): string {
  if (/^[UW][A-Z0-9]+$/.test(word)) return `<@${word}>`;
  if (/^[CG][A-Z0-9]+$/.test(word)) return `<#${word}>`;
  if (/^S[A-Z0-9]+$/.test(word)) return `<!subteam^${word}>`;
  return escaped(word);
}

const HEADER = ["when (UTC)", "who", "what", "about", "let"];

/** The log as a table: comma-separated, in UTF-8, with a header row and the ids as they are. */
export function auditTable(entries: readonly Audited[]): string {
  const rows = entries.map(({ at, by, did, about, denied }) => [
    new Date(at).toISOString(),
    by ?? "Tightrope",
    wordsOf(did)[denied ? 1 : 0],
    about.join(" / "),
    denied ? "no" : "yes",
  ]);
  return [HEADER, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
