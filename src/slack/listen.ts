import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { Flow } from "../flow/flow.ts";
import { CONTROL_WORDS } from "../session/control-word.ts";
import type { Desk, Store } from "../store/store.ts";
import { beginPractice, type Trainee } from "./begin-practice.ts";
import { readDirectMessage } from "./direct-message.ts";
import { flowListMessage, flowListModal, homeView, startedModal } from "./flow-list.ts";
import { hearMessage, helpMessage } from "./hear-message.ts";
import { envelopeIn } from "./hear-once.ts";
import { assertViewWithinLimits } from "./limits.ts";
import { note } from "./message.ts";
import { steerPractice } from "./steer-practice.ts";

/** What the listeners need besides Bolt: the store, the flows as they are now, time, chance, and a wake-up. */
export type Surroundings = {
  store: Store;
  flows: () => readonly Flow[];
  command: string;
  now: () => number;
  seed: () => number;
  /** Something was written down that can be sent. */
  wake: () => void;
};

/** Translates what Slack reports into what the practice understands; decides nothing itself. */
export function listen(app: App, around: Surroundings): void {
  listenToMessages(app, around);
  listenToCommand(app, around);
  listenToButtons(app, around);
  app.event("app_home_opened", async ({ event, client }) => {
    if (event.tab !== "home") return;
    const view = homeView(around.flows(), around.command);
    assertViewWithinLimits(view);
    await client.views.publish({ user_id: event.user, view });
  });
  app.event("app_mention", async ({ event, client }) => {
    if (!event.user) return;
    await client.chat.postEphemeral({
      channel: event.channel,
      user: event.user,
      ...helpMessage(around.command),
    });
  });
}

async function once(
  around: Surroundings,
  context: object,
  work: (desk: Desk, team: string) => Promise<unknown>,
) {
  const envelope = envelopeIn(context);
  await around.store.once(envelope, async (desk) => {
    await work(desk, envelope.team);
  });
  around.wake();
}

function listenToMessages(app: App, around: Surroundings) {
  app.event("message", async ({ event, context }) => {
    const message = readDirectMessage(event);
    if (!message) return;
    await once(around, context, (desk, team) =>
      hearMessage(desk, message, { team, flows: around.flows(), command: around.command, now: around.now() }),
    );
  });
}

function listenToCommand(app: App, around: Surroundings) {
  app.command(around.command, async ({ command, ack, client, context }) => {
    const word = command.text.trim().toLowerCase();
    if (word === "help") return ack({ response_type: "ephemeral", ...helpMessage(around.command) });
    const flow = around.flows().find(({ id }) => id === word);
    if (word && !flow && word !== "stop")
      return ack({
        response_type: "ephemeral",
        ...note(
          `There is no customer called “${word}” here. Type ${around.command} to see them all, or ${around.command} help.`,
        ),
      });
    await ack();
    if (!word) {
      const view = flowListModal(around.flows(), command.channel_id);
      assertViewWithinLimits(view);
      await client.views.open({ trigger_id: command.trigger_id, view });
      return;
    }
    const trainee = await meet(client, envelopeIn(context).team, command.user_id);
    await once(around, context, (desk) =>
      flow ? start(desk, trainee, flow, around) : stopRunning(desk, trainee, around),
    );
  });
}

function listenToButtons(app: App, around: Surroundings) {
  app.action<BlockAction<ButtonAction>>(/^start:/, async ({ action, ack, body, client, context }) => {
    await ack();
    const flow = around.flows().find(({ id }) => id === action.value);
    const trainee = await meet(client, envelopeIn(context).team, body.user.id);
    await once(around, context, (desk) =>
      flow ? start(desk, trainee, flow, around) : missing(desk, trainee),
    );
    if (flow && body.view?.type === "modal")
      await client.views.update({ view_id: body.view.id, view: startedModal(flow) });
  });

  for (const word of CONTROL_WORDS)
    app.action<BlockAction<ButtonAction>>(`practice:${word}`, async ({ action, ack, body, context }) => {
      await ack();
      await once(around, context, async (desk, team) => {
        const practice = await desk.practice(team, action.value ?? "");
        if (practice?.session.state === "playing" || practice?.session.state === "paused")
          await steerPractice(desk, practice, word, around.now());
        else
          await desk.send(
            team,
            body.channel?.id ?? "",
            note("That practice has ended. Type practice to start another."),
          );
      });
    });

  app.action("practice:go-on", async ({ ack, body, context }) => {
    await ack();
    await once(around, context, async (desk, team) => {
      const practice = await desk.running(team, body.user.id);
      const channel = "channel" in body ? body.channel?.id : undefined;
      if (practice)
        await desk.send(
          team,
          practice.channel,
          note(
            `Go on. ${practice.session.flow.persona.name}'s last words were: “${practice.session.said.at(-1)}”`,
          ),
        );
      else if (channel)
        await desk.send(team, channel, note("That practice has ended. Type practice to start another."));
    });
  });

  app.action<BlockAction<ButtonAction>>("practice:switch", async ({ action, ack, body, client, context }) => {
    await ack();
    const [running, wanted] = JSON.parse(action.value ?? "[]") as string[];
    const flow = around.flows().find(({ id }) => id === wanted);
    const trainee = await meet(client, envelopeIn(context).team, body.user.id);
    await once(around, context, async (desk, team) => {
      const practice = await desk.running(team, trainee.user);
      if (practice && practice.id === running) await steerPractice(desk, practice, "stop", around.now());
      await (flow ? start(desk, trainee, flow, around) : missing(desk, trainee));
    });
  });

  app.action("practice:choose", async ({ ack, body, context }) => {
    await ack();
    const channel = "channel" in body ? body.channel?.id : undefined;
    await once(around, context, async (desk, team) => {
      if (channel) await desk.send(team, channel, flowListMessage(around.flows(), around.command));
    });
  });
}

const start = (desk: Desk, trainee: Trainee, flow: Flow, { seed, now }: Surroundings) =>
  beginPractice(desk, trainee, flow, { seed: seed(), now: now() });

const missing = (desk: Desk, { team, channel }: Trainee) =>
  desk.send(team, channel, note("That customer is no longer available. Type practice to see who is."));

async function stopRunning(desk: Desk, { team, user, channel }: Trainee, { now }: Surroundings) {
  const practice = await desk.running(team, user);
  if (practice) await steerPractice(desk, practice, "stop", now());
  else await desk.send(team, channel, note("No practice is running, so there is nothing to stop."));
}

// Their direct message with the app (a D… id; with a U… id Slack would post elsewhere) and what to call them.
async function meet(client: WebClient, team: string, user: string): Promise<Trainee> {
  const [opened, info] = await Promise.all([
    client.conversations.open({ users: user }),
    client.users.info({ user }),
  ]);
  const profile = info.user?.profile;
  const name = profile?.first_name || profile?.display_name || info.user?.real_name?.split(" ")[0] || "there";
  const channel = opened.channel?.id;
  if (!channel) throw new Error("conversations.open gave no channel");
  return { team, user, channel, name };
}
