import { isCounted } from "../../challenge/amount.ts";
import { boardWords } from "../../challenge/board.ts";
import type { Challenge, Member } from "../../challenge/challenge.ts";
import type { Desk } from "../../store/desk.ts";
import type { Practice } from "../../store/sessions.ts";

const LOOKED_BACK_ON = 60;

/** Reads anew what the board says of those who stand on it, each from their own practices alone. */
export async function renewBoard(desk: Desk, challenge: Challenge): Promise<void> {
  const members = await desk.challenges.members(challenge);
  for (const { user, channel } of members.filter(({ onBoard }) => onBoard)) {
    const lines = await desk.celebrations.boardLines(challenge, channel);
    const line = lines.find((one) => one.user === user);
    if (line)
      await desk.celebrations.keepBoardLine(challenge, channel, {
        ...line,
        words: await wordsFor(desk, challenge, { user }),
      });
  }
}

/** What the board of a challenge says of somebody at the moment. */
export async function wordsFor(
  desk: Desk,
  { team, plan }: Challenge,
  { user }: Pick<Member, "user">,
): Promise<string> {
  const past = await desk.practicesOf(team, user, LOOKED_BACK_ON);
  const whole = past.filter(({ retry, session }) => !retry && session.turns.length > 0);
  const isWithin = ({ startedAt, session }: Practice) =>
    startedAt >= plan.startsAt && isCounted(plan, session.flow.id);
  const sessions = (some: Practice[]) => some.map(({ session }) => session);
  const before = whole.filter(({ startedAt }) => startedAt < plan.startsAt);
  return boardWords(sessions(before), sessions(whole.filter(isWithin)));
}
