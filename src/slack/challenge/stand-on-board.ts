import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Challenge, Member } from "../../challenge/challenge.ts";
import type { Desk } from "../../store/desk.ts";
import { meet } from "../meet.ts";
import { note } from "../message.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { lineClosed, lineSentAs } from "./line-message.ts";
import { wordsFor } from "./renew-board.ts";
import { showBoardsAgain } from "./show-board.ts";

const OFF = "Your line is off the board.";
const NOT_ON_IT = "You do not stand on that board.";

/** A member has chosen how they appear: the board follows at once. */
export async function standOnBoard(
  desk: Desk,
  challenge: Challenge,
  { user, channel, alias, onBoard }: Member,
  { name, now }: { name: string; now: number },
): Promise<void> {
  if (!challenge.plan.board) return;
  if (!onBoard) await desk.celebrations.dropBoardLine(challenge, user);
  else {
    const words = await wordsFor(desk, challenge, { user });
    await desk.celebrations.keepBoardLine(challenge, channel, { user, called: alias ?? name, words });
  }
  await showBoardsAgain(desk, challenge, now);
}

/** A member has left: nothing of theirs is kept for the end, and their line leaves the board. */
export async function withdraw(desk: Desk, challenge: Challenge, user: string, now: number): Promise<void> {
  const { team, id } = challenge;
  const lines = await desk.celebrations.lines(challenge);
  for (const { practice, quote, home } of lines.filter((line) => line.user === user))
    await desk.send(team, home, lineClosed(quote, "left"), lineSentAs({ challenge: id, practice }));
  await desk.celebrations.withdraw(challenge, user);
  await showBoardsAgain(desk, challenge, now);
}

/** Somebody takes their line off a board, as long as it stands. */
export function leaveBoard(app: App, around: Surroundings): void {
  app.action<BlockAction<ButtonAction>>(
    "challenge:off-board",
    async ({ action, ack, body, client, context }) => {
      await ack();
      const user = body.user.id;
      const person = await meet(around, client, context, user);
      await once(around, context, async (desk, team) => {
        const challenge = await desk.challenges.byId(team, action.value ?? "");
        const standing = challenge && (await desk.celebrations.boardIn(challenge, body.channel?.id ?? ""));
        // Where Slack never said that it arrived, the press says where it stands.
        if (standing && body.message?.ts) await desk.standsAt(team, standing.message, body.message.ts);
        const wasOn = challenge && (await desk.celebrations.dropBoardLine(challenge, user));
        if (!challenge || !wasOn) return desk.send(team, person.channel, note(NOT_ON_IT));
        const member = await desk.challenges.member(challenge, user);
        if (member) await desk.challenges.appear(challenge, user, { alias: member.alias, onBoard: false });
        await showBoardsAgain(desk, challenge, around.now());
        return desk.send(team, person.channel, note(OFF));
      });
    },
  );
}
