import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { isOpen } from "../../challenge/challenge.ts";
import { titleOf } from "../../challenge/tell-plan.ts";
import type { Deed } from "../../store/audit.ts";
import { deny } from "../deny.ts";
import { meet } from "../meet.ts";
import { escaped } from "../message.ts";
import { askALead } from "../role-words.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { readClosing } from "./close-modal.ts";
import { OVER_ALREADY } from "./join-message.ts";
import { closeChallenge } from "./run-challenge.ts";

/** A lead ends a challenge before its time, or calls it off; whoever launched it always may. */
export function endChallenge(app: App, around: Surroundings): void {
  const close = async (
    { client, context, user }: { client: WebClient; context: object; user: string },
    id: string,
    state: "ended" | "called-off",
  ) => {
    const person = await meet(around, client, context, user);
    const may = await around.roles.mayLead(person.team, user);
    const { leads } = await around.roles.whoIsWho(person.team);
    await once(around, context, async (desk, team) => {
      const say = (text: string) => desk.send(team, person.channel, { text });
      const challenge = await desk.challenges.byId(team, id);
      if (!challenge || !isOpen(challenge)) return say(OVER_ALREADY);
      const deed: Deed = {
        ...{ team, by: user, did: state === "ended" ? "challenge-ended" : "challenge-called-off" },
        about: [...challenge.plan.channels, id],
      };
      if (!may && challenge.lead !== user) {
        await deny(desk, deed);
        return say(askALead(leads));
      }
      await desk.audit.write(deed);
      await closeChallenge(desk, challenge, state, around);
      return say(`“${escaped(titleOf(challenge.plan))}” is ${state === "ended" ? "over" : "called off"}.`);
    });
  };

  app.action<BlockAction<ButtonAction>>(
    "challenge:call-off",
    async ({ action, ack, body, client, context }) => {
      await ack();
      await close({ client, context, user: body.user.id }, action.value ?? "", "called-off");
    },
  );

  app.view("challenge:close", async ({ ack, body, view, client, context }) => {
    await ack();
    await close({ client, context, user: body.user.id }, view.private_metadata, readClosing(view));
  });
}
