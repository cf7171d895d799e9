import type { Desk } from "../store/desk.ts";
import type { Outgoing } from "../store/outbox.ts";
import { type Share, shareSentAs } from "../store/shares.ts";
import { endShare } from "./end-share.ts";
import { escaped } from "./message.ts";
import { mention } from "./share-words.ts";
import { whyNotPosted } from "./why-not-posted.ts";

/** A share's message can never be sent, or never be removed: its trainee is told what that means. */
export async function lostShare(desk: Desk, outgoing: Outgoing, code: string, now: number): Promise<void> {
  const share = await shareOf(desk, outgoing);
  if (!share) return;
  if (outgoing.kind !== "post" && code === "message_not_found") return;
  if (outgoing.kind !== "post") return notRemoved(desk, share);
  await endShare(desk, share, "not sent", now);
  const why =
    whyNotPosted(code, "share it again") ??
    "Slack did not take it. Please try again later, or share it with somebody else.";
  await tell(desk, share, `“${escaped(share.title)}” was not shared with ${mention(share.to)}. ${why}`);
}

async function notRemoved(desk: Desk, share: Share): Promise<void> {
  const failed = `Slack did not let me remove “${escaped(share.title)}” from ${mention(share.to)}.`;
  const how =
    share.to.kind === "channel"
      ? "If I'm no longer in that channel, somebody in it can write /invite and my name there; then press Take back under it."
      : "Please ask whoever looks after Slack here to remove it.";
  await tell(desk, share, `${failed} It may still be seen there. ${how}`);
}

/** Nobody can find out whether a share arrived in a channel: it is not sent again, and its trainee is told. */
export async function inDoubtAboutShare(desk: Desk, outgoing: Outgoing): Promise<void> {
  const share = await shareOf(desk, outgoing);
  if (!share) return;
  const doubt = `Slack did not say whether “${escaped(share.title)}” arrived in ${mention(share.to)}, so I did not send it twice.`;
  await tell(
    desk,
    share,
    `${doubt} Please look there. If it is there, press Take back under it when you want it gone: I can't remove it before that.`,
  );
}

async function shareOf(desk: Desk, { team, id, target }: Outgoing): Promise<Share | undefined> {
  const share = shareSentAs(target ?? id);
  return share ? desk.shares.byId(team, share) : undefined;
}

const tell = (desk: Desk, { team, home }: Share, text: string) => desk.send(team, home, { text });
