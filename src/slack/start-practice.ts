import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Flow } from "../flow/flow.ts";
import { asksForPaths } from "../programme/tell-place.ts";
import { asksForProgress } from "../programme/tell-progress.ts";
import { type ControlWord, controlWordOf } from "../session/control-word.ts";
import type { Desk } from "../store/desk.ts";
import { beginOrAsk } from "./begin-heavy.ts";
import type { Trainee } from "./begin-practice.ts";
import { teamCommand } from "./challenge/team-command.ts";
import {
  askedDialogue,
  CHOOSE,
  CUSTOMER,
  chooseDialogue,
  chosenIn,
  startedDialogue,
} from "./choose-dialogue.ts";
import { denyAt } from "./deny.ts";
import { envelopeIn } from "./envelope.ts";
import { flowListMessage } from "./flow-list.ts";
import { helpMessage } from "./help-message.ts";
import { asksForReminders, showRhythm } from "./keep-rhythm.ts";
import { assertViewWithinLimits } from "./limits.ts";
import { asksForFlows, listFlows } from "./list-flows.ts";
import { meet } from "./meet.ts";
import { note } from "./message.ts";
import { openView } from "./open-view.ts";
import { answerAboutOwn, asksAboutOwn } from "./own-data/own-data.ts";
import { readOwn, TWO_IDS } from "./own-values.ts";
import { ASK_TRAINER } from "./role-words.ts";
import { isAnybody } from "./roles.ts";
import { ackInPrivate, sayWhere } from "./say-where.ts";
import { seemsTrainer } from "./seems-trainer.ts";
import { showPaths } from "./show-paths.ts";
import { showProgress } from "./show-progress.ts";
import { steerPractice } from "./steer-practice.ts";
import { offeredIn, once, type Surroundings } from "./surroundings.ts";
import { listShares } from "./take-back.ts";

/** Somebody types the command and chooses a customer, or presses a Start button in the list, in Home or under a debrief. */
export function startPractice(app: App, around: Surroundings): void {
  const { library, store } = around;
  const flowsOf = (context: object) =>
    store.together(envelopeIn(context).team, (desk) => library(desk, envelopeIn(context).team));

  app.command(around.command, async (typed) => {
    if (await teamCommand(typed, around)) return undefined;
    const { command, ack, client, context } = typed;
    const word = command.text.trim().toLowerCase();
    if (word === "shared") return ack().then(() => listShares(around, client, context, command.user_id));
    const { team } = envelopeIn(context);
    const user = command.user_id;
    if (word === "help") {
      const trainer = await seemsTrainer(around, { team, user });
      return ack({ response_type: "ephemeral", ...helpMessage(around.command, trainer) });
    }
    const asked = asksForFlows(word);
    if (asked && isAnybody((await around.roles.whoIsWho(team)).trainers)) {
      if (!(await around.roles.isTrainer(team, user))) {
        await ack({ response_type: "ephemeral", ...note(ASK_TRAINER) });
        return denyAt(around, context, { by: user, did: "flows-listed", about: [] });
      }
      await ackInPrivate(typed);
      return listFlows(around, typed, { user, ...asked });
    }
    const flows = await flowsOf(context);
    const flow = flows.find(({ id }) => id === word);
    const steering = controlWordOf(word);
    const own = asksForProgress(word) || asksForReminders(word) || asksForPaths(word) || asksAboutOwn(word);
    if (word && !flow && !steering && !own)
      return ack({ response_type: "ephemeral", ...unknownFlow(word, flows, around.command) });
    await (own ? ackInPrivate(typed) : ack());
    if (!word && (await openList(client, command.trigger_id, flows, around.command))) return;
    const trainee = await meet(around, client, context, command.user_id);
    if (own) await sayWhere(around, typed, trainee);
    const offered = (desk: Desk) => offeredIn(around, desk, trainee.team);
    await once(around, context, (desk) => {
      if (flow) return beginOrAsk(desk, trainee, flow, around);
      if (asksAboutOwn(word)) return answerAboutOwn(desk, trainee, word, around.now());
      if (asksForReminders(word)) return showRhythm(desk, trainee);
      if (asksForPaths(word)) return offered(desk).then((found) => showPaths(desk, trainee, found));
      if (own) return offered(desk).then((found) => showProgress(desk, trainee, found));
      return steering
        ? steer(desk, trainee, steering, around)
        : listInstead(desk, trainee, flows, around.command);
    });
  });

  app.action<BlockAction<ButtonAction>>(/^start:/, async ({ action, ack, body, client, context }) => {
    await ack();
    const trainee = await meet(around, client, context, body.user.id);
    await once(around, context, async (desk, team) => {
      const flow = (await library(desk, team)).find(({ id }) => id === action.value);
      await beginOrAsk(desk, trainee, flow, around);
    });
  });

  app.view(CHOOSE, async ({ ack, body, view, client, context }) => {
    const id = chosenIn(view);
    if (!id) return ack({ response_action: "errors", errors: { [CUSTOMER]: "Choose a customer first." } });
    const flow = (await flowsOf(context)).find((one) => one.id === id);
    const { team } = envelopeIn(context);
    const running = await around.store.together(team, (desk) => desk.running(team, body.user.id));
    const next = flow && !flow.care.heavy && !running ? startedDialogue : askedDialogue;
    await ack(flow ? { response_action: "update", view: next(flow) } : { response_action: "clear" });
    const trainee = await meet(around, client, context, body.user.id);
    await once(around, context, (desk) => beginOrAsk(desk, trainee, flow, around));
  });

  app.action<BlockAction<ButtonAction>>("practice:switch", async ({ action, ack, body, client, context }) => {
    await ack();
    const [running, wanted] = readOwn(action.value, TWO_IDS);
    const trainee = await meet(around, client, context, body.user.id);
    await once(around, context, async (desk, team) => {
      const flow = (await library(desk, team)).find(({ id }) => id === wanted);
      const practice = await desk.running(team, trainee.user);
      if (practice && practice.id === running) await steerPractice(desk, practice, "stop", around.now());
      await beginOrAsk(desk, trainee, flow, around);
    });
  });
}

async function openList(
  client: App["client"],
  trigger: string,
  flows: readonly Flow[],
  command: string,
): Promise<boolean> {
  const view = chooseDialogue(flows, command);
  assertViewWithinLimits(view);
  return openView(client, trigger, view);
}

const listInstead = (desk: Desk, { team, channel }: Trainee, flows: readonly Flow[], command: string) =>
  desk.send(team, channel, flowListMessage(flows, command));

async function steer(desk: Desk, { team, user, channel }: Trainee, word: ControlWord, { now }: Surroundings) {
  const practice = await desk.running(team, user);
  if (practice) await steerPractice(desk, practice, word, now());
  else
    await desk.send(
      team,
      channel,
      note("No practice is running, so there is nothing to do. Type practice to start one."),
    );
}

const unknownFlow = (word: string, flows: readonly Flow[], command: string) => {
  const names = flows.map(({ id }) => id);
  return note(
    `There is no customer called “${word}” here. There are: ${names.join(", ")}. Type ${command} to read about them, or ${command} help.`,
  );
};
