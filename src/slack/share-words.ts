import type { ShareScope } from "../feedback/shared-view.ts";
import type { Recipient, Share } from "../store/shares.ts";
import { escaped } from "./message.ts";

/** A person or a channel, as Slack shows it by name. */
export const mention = ({ kind, id }: Recipient) => (kind === "person" ? `<@${id}>` : `<#${id}>`);

/** An instant in the reader's own time zone; ms since 1970. */
export function instant(at: number): string {
  const utc = `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return `<!date^${Math.floor(at / 1_000)}^{date_short} at {time}|${utc}>`;
}

/** What is shared, in a few words. */
export const SCOPE_WORDS: Record<ShareScope, string> = {
  debrief: "only the debrief",
  talk: "the whole talk with the debrief",
};

/** A share in one line: what, to whom and until when. */
export const shareInWords = ({ title, scope, to, until }: Pick<Share, "title" | "scope" | "to" | "until">) =>
  `“${escaped(title)}” (${SCOPE_WORDS[scope]}), to ${mention(to)}, until ${instant(until)}`;
