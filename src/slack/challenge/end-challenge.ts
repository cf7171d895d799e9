import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { isOpen } from "../../challenge/challenge.ts";
import { titleOf } from "../../challenge/tell-plan.ts";
import { note } from "../message.ts";
import { meet, once, type Surroundings } from "../surroundings.ts";
import { OVER_ALREADY } from "./join-message.ts";
import { askALead, mayLead } from "./leads.ts";
import { closeChallenge } from "./run-challenge.ts";

type Press = BlockAction<ButtonAction>;

/** A lead ends a challenge before its time, or calls it off; whoever launched it always may. */
export function endChallenge(app: App, around: Surroundings): void {
  app.action<Press>(/^challenge:(end|call-off)$/, async ({ action, ack, body, client, context }) => {
    await ack();
    const user = body.user.id;
    const [person, may] = await Promise.all([
      meet(client, context, user),
      mayLead(client, around.leads, user),
    ]);
    await once(around, context, async (desk, team) => {
      const say = (text: string) => desk.send(team, person.channel, note(text));
      const challenge = await desk.challenges.byId(team, action.value ?? "");
      if (!challenge || !isOpen(challenge)) return say(OVER_ALREADY);
      if (!may && challenge.lead !== user)
        return desk.send(team, person.channel, { text: askALead(around.leads) });
      const state = action.action_id === "challenge:end" ? "ended" : "called-off";
      await closeChallenge(desk, challenge, state, around);
      return say(`“${titleOf(challenge.plan)}” is ${state === "ended" ? "over" : "called off"}.`);
    });
  });
}
