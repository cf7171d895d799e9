import { randomUUID } from "node:crypto";
import { boardFrom } from "../../challenge/board.ts";
import { type Challenge, isOpen } from "../../challenge/challenge.ts";
import type { Desk } from "../../store/desk.ts";
import type { Due } from "../../store/due.ts";
import type { Alarms } from "../clockwork.ts";
import { fingerprint } from "../shareable.ts";
import { BOARD_GONE, boardMessage, type Standing } from "./board-message.ts";
import { livingIn } from "./challenge-message.ts";
import { renewBoard } from "./renew-board.ts";

const DAY = 86_400_000;
// Slack changes a message only up to 4,000 characters; a longer board is posted anew.
const CHANGEABLE = 3_900;

/** A challenge with a board has begun: the board comes in the last third of its time. */
export async function planBoard(desk: Desk, { team, id, plan }: Challenge): Promise<void> {
  if (plan.board) await desk.setDue({ team, kind: "challenge-board", subject: id, at: boardFrom(plan) });
}

/** Shows what stands on the boards of a challenge now; where fewer than five are left, a board goes. */
async function showBoards(
  desk: Desk,
  challenge: Challenge,
  under: (channel: string) => string,
): Promise<void> {
  const { team, id, plan } = challenge;
  const members = new Map((await desk.challenges.members(challenge)).map((one) => [one.user, one]));
  for (const channel of plan.channels) {
    const lines: Standing[] = (await desk.celebrations.boardLines(challenge, channel)).flatMap((line) => {
      const member = members.get(line.user);
      return member?.onBoard ? [{ ...line, alias: member.alias }] : [];
    });
    const message = boardMessage(challenge, lines);
    const standing = await desk.celebrations.boardIn(challenge, channel);
    const shown = message && fingerprint(message);
    if (standing && standing.shown === shown) continue;
    const changeable = message && message.text.length <= CHANGEABLE;
    if (standing && !changeable) await takeDown(desk, challenge, channel, standing);
    if (!message || !shown) continue;
    const sent = (changeable && standing?.message) || `challenge/${id}/${channel}/board/${randomUUID()}`;
    if (sent === standing?.message) await desk.send(team, channel, message, sent);
    else await desk.sendUnder(under(channel), team, channel, message, sent);
    await desk.celebrations.putBoard(challenge, { channel, message: sent, shown });
  }
}

async function takeDown(
  desk: Desk,
  challenge: Challenge,
  channel: string,
  standing: { message: string },
): Promise<void> {
  await desk.remove(challenge.team, channel, standing.message, BOARD_GONE);
  await desk.celebrations.dropBoard(challenge, channel);
}

/** A challenge is over: its boards move below the summaries, and are gone a day later. */
export async function closeBoards(
  desk: Desk,
  challenge: Challenge,
  { now, under }: { now: number; under: (channel: string) => string },
): Promise<void> {
  const { team, id, plan } = challenge;
  if (!plan.board) return;
  await desk.clearDue({ team, kind: "challenge-board", subject: id });
  await renewBoard(desk, challenge);
  for (const channel of plan.channels) {
    const standing = await desk.celebrations.boardIn(challenge, channel);
    if (standing) await takeDown(desk, challenge, channel, standing);
  }
  await showBoards(desk, challenge, under);
  await desk.setDue({ team, kind: "challenge-board-end", subject: id, at: now + DAY });
}

/** The boards of a challenge go, with everything that stood on them. */
export async function removeBoards(desk: Desk, challenge: Challenge): Promise<void> {
  const { team, id, plan } = challenge;
  for (const kind of ["challenge-board", "challenge-board-end"] as const)
    await desk.clearDue({ team, kind, subject: id });
  for (const channel of plan.channels) {
    const standing = await desk.celebrations.boardIn(challenge, channel);
    if (standing) await takeDown(desk, challenge, channel, standing);
  }
  await desk.celebrations.forgetBoard(challenge);
}

/** Shows the boards again where they are shown already: something about who stands on them has changed. */
export async function showBoardsAgain(desk: Desk, challenge: Challenge, now: number): Promise<void> {
  if (!challenge.plan.board || (isOpen(challenge) && !isBoardTime(challenge, now))) return;
  await showBoards(desk, challenge, (channel) =>
    isOpen(challenge) ? livingIn(challenge, channel) : summaryIn(challenge, channel),
  );
}

const isBoardTime = ({ state, plan }: Challenge, now: number) =>
  state === "running" && now >= boardFrom(plan);

/** The outbox id of the summary of a challenge in a channel. */
export const summaryIn = ({ id }: Pick<Challenge, "id">, channel: string) => `challenge/${id}/${channel}/end`;

/** What the clock does for boards: it shows them, looks at them once a day, and takes them down. */
export const boardAlarms = (clock: { now: () => number }): Alarms => ({
  "challenge-board": async (desk, { team, subject }: Due) => {
    const challenge = await desk.challenges.byId(team, subject);
    if (!challenge?.plan.board) return;
    const now = clock.now();
    if (challenge.state === "running" && !isBoardTime(challenge, now)) return planBoard(desk, challenge);
    if (challenge.state === "running") {
      await renewBoard(desk, challenge);
      await desk.setDue({ team, kind: "challenge-board", subject, at: now + DAY });
    }
    await showBoardsAgain(desk, challenge, now);
  },
  "challenge-board-end": async (desk, { team, subject }: Due) => {
    const challenge = await desk.challenges.byId(team, subject);
    if (challenge) await removeBoards(desk, challenge);
  },
});
