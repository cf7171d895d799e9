import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { answerProblem } from "../../challenge/check-answer.ts";
import { notNow } from "../../challenge/relay.ts";
import { NOT_NOW } from "../../challenge/tell-relay.ts";
import type { Desk } from "../../store/desk.ts";
import { envelopeIn } from "../envelope.ts";
import { assertViewWithinLimits } from "../limits.ts";
import { meet } from "../meet.ts";
import { note } from "../message.ts";
import { noteModal } from "../note-modal.ts";
import { openOrSay } from "../open-or-say.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { joinedMessage } from "./join-message.ts";
import { answerPage, joinFirstPage, RELAY_TITLE, readAnswer } from "./relay-dialogue.ts";
import { returnedMessage } from "./relay-message.ts";
import { showSoon } from "./run-challenge.ts";
import { takeRelayTurn } from "./take-relay-turn.ts";

/** Somebody takes a turn of a relay: the page, joining first where they have not, and what they write. */
export function answerRelay(app: App, around: Surroundings): void {
  const { store, now } = around;

  app.action<BlockAction<ButtonAction>>("relay:answer", async ({ action, ack, body, client, context }) => {
    await ack();
    const { team } = envelopeIn(context);
    const user = body.user.id;
    const view = await store.together(team, (desk) => pageFor(desk, team, user, action.value ?? ""));
    assertViewWithinLimits(view);
    await openOrSay(around, { client, context, user, trigger: body.trigger_id }, view);
  });

  app.view("relay:join", async ({ ack, body, view, client, context }) => {
    const { team } = envelopeIn(context);
    const user = body.user.id;
    const id = view.private_metadata;
    const next = await store.together(team, (desk) => pageFor(desk, team, user, id, "as a member"));
    assertViewWithinLimits(next);
    await ack({ response_action: "update", view: next });
    const person = await meet(around, client, context, user);
    await once(around, context, async (desk) => {
      const challenge = await desk.challenges.byId(team, id);
      if (challenge?.state !== "running") return desk.send(team, person.channel, note(NOT_NOW.over));
      const isNew = await desk.challenges.join(challenge, user, challenge.plan.channels[0] ?? "");
      const flow = (await desk.relays.of(challenge))?.session.flow;
      if (isNew) await desk.send(team, person.channel, joinedMessage(challenge, { flow, now: now() }));
      return isNew ? showSoon(desk, challenge, now()) : undefined;
    });
  });

  app.view("relay:answered", async ({ ack, body, view, client, context }) => {
    const written = readAnswer(view);
    const { team } = envelopeIn(context);
    const problem = await store.together(team, async (desk) => {
      const relay = await desk.relays.of({ team, id: written.challenge });
      return answerProblem(written.text, relay?.session.flow.persona.name ?? "the customer");
    });
    if (problem) return ack({ response_action: "errors", errors: { answer: problem } });
    await ack();
    const person = await meet(around, client, context, body.user.id);
    await once(around, context, async (desk) => {
      const refused = await takeRelayTurn(desk, person, written, around);
      if (refused) await desk.send(team, person.channel, returnedMessage(refused, written.text));
    });
  });
}

// What somebody sees who wants to answer; as a member they are about to be where they just agreed to join.
async function pageFor(
  desk: Desk,
  team: string,
  user: string,
  id: string,
  as?: "as a member",
): Promise<ModalView> {
  const challenge = await desk.challenges.byId(team, id);
  if (!challenge) return noteModal(RELAY_TITLE, NOT_NOW.over);
  const relay = await desk.relays.of(challenge);
  const joining = { user, channel: "", alias: undefined, onBoard: false, joinedAt: 0 };
  const member = (await desk.challenges.member(challenge, user)) ?? (as ? joining : undefined);
  const refused = notNow(challenge, relay, member, { user });
  if (refused === "not joined") return joinFirstPage(challenge);
  return refused || !relay || !member
    ? noteModal(RELAY_TITLE, NOT_NOW[refused ?? "over"])
    : answerPage(relay, member);
}
