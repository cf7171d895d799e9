import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { CONTROL_WORDS } from "../session/control-word.ts";
import { tellLastWords } from "../session/steer.ts";
import type { Desk } from "../store/desk.ts";
import { flowListMessage } from "./flow-list.ts";
import { note } from "./message.ts";
import { steerPractice } from "./steer-practice.ts";
import { once, type Surroundings } from "./surroundings.ts";

type Pressed = BlockAction<ButtonAction>;

/** Somebody presses a button in a message of a practice; the message may be older than what it is about. */
export function pressButtons(app: App, around: Surroundings): void {
  for (const word of CONTROL_WORDS)
    app.action<Pressed>(`practice:${word}`, async ({ action, ack, body, context }) => {
      await ack();
      await once(around, context, async (desk, team) => {
        const practice = await desk.practice(team, action.value ?? "");
        const isTheirs = practice?.user === body.user.id;
        if (isTheirs && (practice.session.state === "playing" || practice.session.state === "paused"))
          await steerPractice(desk, practice, word, around.now());
        else await sayEnded(desk, team, body);
      });
    });

  app.action<Pressed>("practice:go-on", async ({ action, ack, body, context }) => {
    await ack();
    await once(around, context, async (desk, team) => {
      const practice = await desk.running(team, body.user.id);
      if (practice && practice.id === action.value)
        await desk.send(team, practice.channel, note(tellLastWords(practice.session)));
      else await sayEnded(desk, team, body);
    });
  });

  app.action<Pressed>("practice:choose", async ({ ack, body, context }) => {
    await ack();
    const { library, command } = around;
    await once(around, context, async (desk, team) => {
      if (!body.channel) return;
      await desk.send(team, body.channel.id, flowListMessage(await library(desk, team), command));
    });
  });
}

async function sayEnded(desk: Desk, team: string, { channel }: Pressed): Promise<void> {
  if (channel)
    await desk.send(team, channel.id, note("That practice has ended. Type practice to start another."));
}
