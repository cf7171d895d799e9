import { createHash } from "node:crypto";
import { type SharedView, type ShareScope, sharedView } from "../feedback/shared-view.ts";
import type { Desk } from "../store/desk.ts";
import type { Practice } from "../store/sessions.ts";
import type { Recipient } from "../store/shares.ts";
import type { Message } from "./message.ts";

/** What a trainee said yes to on the preview: kept with that page until they press Share. */
export type Offered = {
  practice: string;
  to: Recipient;
  scope: ShareScope;
  /** ms since 1970. */
  until: number;
  /** A fingerprint of the very message they saw. */
  seen: string;
};

/** A practice with what would be seen of it; or why it cannot be shared, in words for its trainee. */
export type Shareable = { practice: Practice; view: SharedView } | { refused: string };

const NO_PRACTICE = "That practice no longer exists, so there is nothing to share.";
const NO_WORDS = "The words of this practice are no longer kept, so there is nothing to share.";
const NOT_OVER = "This practice is still going on. You can share it when it has ended.";
const NOTHING = "It ended before the first message, so there is nothing to share yet.";

/** Looks up whether a practice can be shared by somebody. What belongs to another person does not exist for them. */
export async function shareable(
  desk: Desk,
  { team, user, practice: id }: { team: string; user: string; practice: string },
  scope: ShareScope,
): Promise<Shareable> {
  const practice = await desk.practice(team, id);
  if (!practice || practice.user !== user) return { refused: NO_PRACTICE };
  if (practice.wordless) return { refused: NO_WORDS };
  const { state } = practice.session;
  if (state === "playing" || state === "paused") return { refused: NOT_OVER };
  const view = sharedView(practice.session, scope);
  return view ? { practice, view } : { refused: NOTHING };
}

/** A message's fingerprint, by which it is known again. */
export const fingerprint = (message: Message) =>
  createHash("sha256").update(message.text).digest("hex").slice(0, 32);
