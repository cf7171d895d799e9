import type { Desk } from "../store/desk.ts";
import type { Outgoing } from "../store/outbox.ts";
import { shareSentAs } from "../store/shares.ts";
import { isLiving } from "./challenge/challenge-message.ts";
import {
  inDoubtAboutChallenge,
  inDoubtInThread,
  isTakenBack,
  lostChallenge,
} from "./challenge/lost-challenge.ts";
import { inDoubtAboutLine, lineSentAs, lostLine } from "./challenge/lost-line.ts";
import { huddleSentAs } from "./huddle/huddle-message.ts";
import { inDoubtAboutHuddle, lostHuddle } from "./huddle/lost-huddle.ts";
import { kudosSentAs } from "./kudos/kudos-message.ts";
import { inDoubtAboutKudos, lostKudos } from "./kudos/lost-kudos.ts";
import { inDoubtAboutShare, lostShare } from "./lost-share.ts";

/** A message can never be sent, or never be removed: whoever it was for or from is told what that means. */
export async function lostMessage(desk: Desk, outgoing: Outgoing, code: string, now: number): Promise<void> {
  await lostShare(desk, outgoing, code, now);
  await lostChallenge(desk, outgoing, code);
  await lostLine(desk, outgoing, code);
  await lostKudos(desk, outgoing, code);
  await lostHuddle(desk, outgoing);
}

type Telling = (desk: Desk, outgoing: Outgoing) => Promise<void>;

// A second copy of these could never be taken back or changed.
const ONLY_ONCE: readonly { is: (outboxId: string) => boolean; tell: Telling }[] = [
  { is: (id) => shareSentAs(id) !== undefined, tell: inDoubtAboutShare },
  { is: isLiving, tell: inDoubtAboutChallenge },
  { is: isTakenBack, tell: inDoubtInThread },
  { is: (id) => lineSentAs(id) !== undefined, tell: inDoubtAboutLine },
  { is: (id) => kudosSentAs(id) !== undefined, tell: inDoubtAboutKudos },
  { is: (id) => huddleSentAs(id) !== undefined, tell: inDoubtAboutHuddle },
];

/** What to tell where nobody can find out whether a message arrived that must never stand there twice; nothing for others. */
export const toldInDoubt = ({ id }: Outgoing): Telling | undefined =>
  ONLY_ONCE.find(({ is }) => is(id))?.tell;
