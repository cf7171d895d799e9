import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
} from "@slack/bolt";
import type { Act } from "../../store/audit.ts";
import { deny } from "../deny.ts";
import { envelopeIn } from "../envelope.ts";
import { meet } from "../meet.ts";
import { note } from "../message.ts";
import { ASK_ADMIN } from "../role-words.ts";
import { once, type Surroundings } from "../surroundings.ts";

export type AdminsPress = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** An admin presses a button; whoever is none (any more) is told so, and their Home tab is shown again. */
export function onAdminsPress(
  app: App,
  around: Surroundings,
  { action, did }: { action: string; did: Act },
  work: (pressed: AdminsPress, admin: { team: string; user: string }) => Promise<unknown>,
): void {
  app.action<BlockAction<ButtonAction>>(action, async (pressed) => {
    const { ack, body, client, context } = pressed;
    await ack();
    const { team } = envelopeIn(context);
    const user = body.user.id;
    if (await around.roles.isAdmin(team, user)) return void (await work(pressed, { team, user }));
    const { channel } = await meet(around, client, context, user);
    await once(around, context, async (desk) => {
      await deny(desk, { team, by: user, did, about: [] });
      await desk.outdateHome(team, user);
      await desk.send(team, channel, note(ASK_ADMIN));
    });
  });
}
