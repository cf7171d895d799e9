import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Challenge } from "../../challenge/challenge.ts";
import type { Story } from "../../challenge/story.ts";
import type { Desk } from "../../store/desk.ts";
import { envelopeIn } from "../envelope.ts";
import { assertViewWithinLimits } from "../limits.ts";
import { meet } from "../meet.ts";
import { noteModal } from "../note-modal.ts";
import { openOrSay } from "../open-or-say.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { answerKept, cameTooLate } from "./listening-message.ts";
import { listeningModal, readWritten } from "./listening-modal.ts";
import { showSoon } from "./run-challenge.ts";

const TITLE = "What you heard";
const OVER =
  "There is nothing to write here now: the game is over, or its story could not be told. What came of it stands in the channel.";

/** Somebody says what they heard in a story, unseen by the others, and changes it until the end. */
export function hearStory(app: App, around: Surroundings): void {
  const { store, now } = around;

  app.action<BlockAction<ButtonAction>>("listening:say", async ({ action, ack, body, client, context }) => {
    await ack();
    const { team } = envelopeIn(context);
    const user = body.user.id;
    const view = await store.together(team, async (desk) => {
      const game = await gameOf(desk, team, action.value);
      if (!game) return noteModal(TITLE, OVER);
      const isMember = (await desk.challenges.member(game.challenge, user)) !== undefined;
      const before = await desk.listening.answerOf(game.challenge, user);
      return listeningModal(game.challenge.id, game.story, { before, isMember });
    });
    assertViewWithinLimits(view);
    await openOrSay(around, { client, context, user, trigger: body.trigger_id }, view);
  });

  app.view("listening:heard", async ({ ack, body, view, client, context }) => {
    const read = readWritten(view);
    if ("errors" in read) return ack({ response_action: "errors", errors: read.errors });
    await ack();
    const { written } = read;
    const { user, channel } = await meet(around, client, context, body.user.id);
    await once(around, context, async (desk, team) => {
      const id = view.private_metadata;
      const game = await gameOf(desk, team, id);
      if (!game) {
        // Whoever sends off again what Slack did not say had arrived knows already that it counts.
        const before = (await desk.listening.answers({ team, id })).find((one) => one.user === user);
        const isAgain = before?.heard === written.heard && before.question === written.question;
        return isAgain ? undefined : desk.send(team, channel, cameTooLate(written));
      }
      const { challenge, story } = game;
      const { channels } = challenge.plan;
      await desk.challenges.join(challenge, user, channels[0] ?? "");
      const answer = { user, channel, ...written, at: now() };
      const isFirst = await desk.listening.keepAnswer(challenge, answer);
      await showSoon(desk, challenge, now());
      return desk.send(team, channel, answerKept(challenge, story, written, isFirst));
    });
  });
}

async function gameOf(
  desk: Desk,
  team: string,
  id: string | undefined,
): Promise<{ challenge: Challenge; story: Story } | undefined> {
  const challenge = await desk.challenges.byId(team, id ?? "");
  if (challenge?.state !== "running") return undefined;
  const story = await desk.listening.story(challenge);
  return story && { challenge, story };
}
