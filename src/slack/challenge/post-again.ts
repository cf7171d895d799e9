import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { isOpen } from "../../challenge/challenge.ts";
import { meet } from "../meet.ts";
import { note } from "../message.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { challengeSentAs, livingIn } from "./challenge-message.ts";
import { OVER_ALREADY } from "./join-message.ts";
import { showChallenge } from "./run-challenge.ts";

/** The lead has looked: the message of a challenge is not where it should be, and is posted again. */
export function postAgain(app: App, around: Surroundings): void {
  app.action<BlockAction<ButtonAction>>(
    "challenge:post-again",
    async ({ action, ack, body, client, context }) => {
      await ack();
      const person = await meet(around, client, context, body.user.id);
      await once(around, context, async (desk, team) => {
        const say = (text: string) => desk.send(team, person.channel, note(text));
        const id = action.value ?? "";
        const challenge = await desk.challenges.byId(team, challengeSentAs(id) ?? "");
        if (challenge?.lead !== body.user.id || !isOpen(challenge)) return say(OVER_ALREADY);
        if (!(await desk.makeRoom(team, id))) return say("It is there already, so nothing was posted.");
        const where = challenge.plan.channels.filter((channel) => livingIn(challenge, channel) === id);
        return showChallenge(desk, challenge, around, "first", where);
      });
    },
  );
}
