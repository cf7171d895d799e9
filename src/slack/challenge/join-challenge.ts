import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { type Challenge, isOpen } from "../../challenge/challenge.ts";
import type { Desk } from "../../store/desk.ts";
import { envelopeIn } from "../envelope.ts";
import { assertViewWithinLimits } from "../limits.ts";
import { meet } from "../meet.ts";
import { note } from "../message.ts";
import { noteModal } from "../note-modal.ts";
import { openOrSay } from "../open-or-say.ts";
import { courtesy, once, type Surroundings } from "../surroundings.ts";
import { appearModal, readAppearance } from "./appear-modal.ts";
import { livingIn } from "./challenge-message.ts";
import { JOINED, joinedMessage, LEFT_LATE, OVER, OVER_ALREADY } from "./join-message.ts";
import { showSoon } from "./run-challenge.ts";
import { standOnBoard, withdraw } from "./stand-on-board.ts";

type Press = BlockAction<ButtonAction>;

const HOUR = 3_600_000;

const TITLE = "How you appear";
const ALIAS_TAKEN = "Somebody goes by that name already. Choose another one.";
const GONE = "You are not in this challenge any more.";

/** Somebody joins with a button, chooses how they appear to the others, or leaves without a word. */
export function joinChallenge(app: App, around: Surroundings): void {
  const { store, now } = around;
  const find = async (desk: Desk, team: string, id: string | undefined): Promise<Challenge | undefined> => {
    const challenge = await desk.challenges.byId(team, id ?? "");
    return challenge && isOpen(challenge) ? challenge : undefined;
  };

  app.action<Press>("challenge:join", async ({ action, ack, body, client, context }) => {
    await ack();
    const user = body.user.id;
    const person = await meet(around, client, context, user);
    let joined = false;
    await once(around, context, async (desk, team) => {
      const challenge = await find(desk, team, action.value);
      if (!challenge) return desk.send(team, person.channel, note(OVER));
      const { channels } = challenge.plan;
      const here = channels.find((channel) => channel === body.channel?.id) ?? channels[0] ?? "";
      const seenAt = body.message?.ts;
      if (seenAt && body.channel?.id === here) await desk.standsAt(team, livingIn(challenge, here), seenAt);
      joined = true;
      const isNew = await desk.challenges.join(challenge, user, here);
      // Whoever takes part already is told again how to leave, and not at every tap.
      const isFirstTap = await desk.firstTap(team, `joined/${challenge.id}/${user}`, HOUR);
      if (!isNew && !isFirstTap) return undefined;
      const flows = await around.library(desk, team);
      const flow = flows.find(({ id }) => id === challenge.plan.flows[0]);
      await desk.send(team, person.channel, joinedMessage(challenge, { flow, now: now() }));
      return showSoon(desk, challenge, now());
    });
    const channel = joined ? body.channel?.id : undefined;
    if (channel) await courtesy(around, client.chat.postEphemeral({ channel, user, ...note(JOINED) }));
  });

  app.action<Press>("challenge:leave", async ({ action, ack, body, client, context }) => {
    await ack();
    const person = await meet(around, client, context, body.user.id);
    await once(around, context, async (desk, team) => {
      const challenge = await find(desk, team, action.value);
      if (!challenge) {
        await desk.figures.withdraw({ team, id: action.value ?? "" }, body.user.id);
        return desk.send(team, person.channel, note(LEFT_LATE));
      }
      const left = await desk.challenges.leave(challenge, body.user.id);
      if (left) await withdraw(desk, challenge, body.user.id, now());
      if (left) await showSoon(desk, challenge, now());
      const words = left ? "You have left. Nobody is told, and you can join again whenever you like." : GONE;
      return desk.send(team, person.channel, note(words));
    });
  });

  app.action<Press>("challenge:appear", async ({ action, ack, body, client, context }) => {
    await ack();
    const { team } = envelopeIn(context);
    const user = body.user.id;
    const view = await store.together(team, async (desk) => {
      const challenge = await find(desk, team, action.value);
      if (!challenge) return noteModal(TITLE, OVER_ALREADY);
      const member = await desk.challenges.member(challenge, user);
      return member ? appearModal(challenge, member) : noteModal(TITLE, GONE);
    });
    assertViewWithinLimits(view);
    await openOrSay(around, { client, context, user, trigger: body.trigger_id }, view);
  });

  app.view("challenge:appeared", async ({ ack, body, view, client, context }) => {
    const { team } = envelopeIn(context);
    const user = body.user.id;
    const wish = readAppearance(view);
    const isTaken = async (desk: Desk, challenge: Challenge) => {
      const others = (await desk.challenges.members(challenge)).filter((one) => one.user !== user);
      return others.some(({ alias }) => alias && alias.toLowerCase() === wish.alias?.toLowerCase());
    };
    const taken = await store.together(team, async (desk) => {
      const challenge = await find(desk, team, view.private_metadata);
      return challenge && isTaken(desk, challenge);
    });
    if (taken) return ack({ response_action: "errors", errors: { alias: ALIAS_TAKEN } });
    await ack();
    const person = await meet(around, client, context, user);
    await once(around, context, async (desk) => {
      const challenge = await find(desk, team, view.private_metadata);
      if (!challenge) return desk.send(team, person.channel, note(OVER_ALREADY));
      if (!(await desk.challenges.member(challenge, user)))
        return desk.send(team, person.channel, note(GONE));
      // Somebody else may have chosen it at the same moment.
      if (await isTaken(desk, challenge)) return desk.send(team, person.channel, note(ALIAS_TAKEN));
      await desk.challenges.appear(challenge, user, wish);
      const member = await desk.challenges.member(challenge, user);
      if (member) await standOnBoard(desk, challenge, member, { name: person.called, now: now() });
      const name = wish.alias ? `You appear as “${wish.alias}”.` : "You appear under your own name.";
      const board = wish.onBoard ? " You stand on the board when there are five of you." : "";
      return desk.send(team, person.channel, note(`${name}${board}`));
    });
  });
}
