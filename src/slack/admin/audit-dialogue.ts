import type { ModalView } from "@slack/types";
import { AUDIT_DAYS, type Audited } from "../../store/audit.ts";
import { button, context, section } from "../message.ts";
import { readingModal } from "../note-modal.ts";
import { tellAudited } from "./audit-words.ts";

/** The buttons in it. */
export const OLDER = "admin:audit-older";
export const NEWEST = "admin:audit-newest";
const AUDIT_TITLE = "Audit log";

/** How many lines a page holds. */
export const PAGE = 20;

/**
 * One page of the audit log, the newest first.
 * @param found so many lines and one more, which tells that there is another page.
 * @param zone the reader's time zone, by its IANA name.
 */
export function auditDialogue(found: readonly Audited[], isFirst: boolean, zone: string): ModalView {
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  const hasMore = found.length > PAGE && last;
  const about = `Who used a privilege, or was not let. It holds no words of anybody, and is kept for ${AUDIT_DAYS} days. Times are in your own time zone, ${zone}.`;
  const buttons = [
    ...(hasMore ? [button("Older", OLDER, last.id)] : []),
    ...(isFirst ? [] : [button("Newest", NEWEST, "newest")]),
  ];
  return readingModal(AUDIT_TITLE, [
    context(about),
    ...(page.length > 0
      ? page.map((one) => section(tellAudited(one, zone)))
      : [section(isFirst ? "Nothing has happened yet that belongs here." : "There is nothing older.")]),
    ...(buttons.length > 0 ? [{ type: "actions" as const, elements: buttons }] : []),
  ]);
}
