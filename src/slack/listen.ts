import type { App } from "@slack/bolt";
import { administering } from "./admin/administering.ts";
import { appeal } from "./appeal.ts";
import { answerAboutMessage } from "./ask-about-message.ts";
import { beginHeavy } from "./begin-heavy.ts";
import { bringFlow } from "./bring-flow.ts";
import { challenges } from "./challenge/challenges.ts";
import { readDirectMessage } from "./direct-message.ts";
import { envelopeIn } from "./envelope.ts";
import { goBack } from "./go-back.ts";
import { hearMessage, isForTrainers } from "./hear-message.ts";
import { helpMessage } from "./help-message.ts";
import { huddles } from "./huddle/huddles.ts";
import { keepRhythm } from "./keep-rhythm.ts";
import { giveKudos } from "./kudos/give-kudos.ts";
import { showKudos } from "./kudos/show-kudos.ts";
import { lookBack } from "./look-back.ts";
import { ownData } from "./own-data/own-data.ts";
import { pressButtons } from "./press-buttons.ts";
import { publishing } from "./publishing.ts";
import { seemsTrainer } from "./seems-trainer.ts";
import { sharing } from "./sharing.ts";
import { startPractice } from "./start-practice.ts";
import { courtesy, offeredIn, once, type Surroundings } from "./surroundings.ts";
import { walkPath } from "./walk-path.ts";

/** Translates what Slack reports into what the practice understands; decides nothing itself. */
export function listen(app: App, around: Surroundings): void {
  const { folder, command, now, homes } = around;
  startPractice(app, around);
  pressButtons(app, around);
  answerAboutMessage(app, around);
  appeal(app, around);
  lookBack(app, around);
  goBack(app, around);
  beginHeavy(app, around);
  keepRhythm(app, around);
  sharing(app, around);
  walkPath(app, around);
  publishing(app, around);
  challenges(app, around);
  giveKudos(app, around);
  showKudos(app, around);
  huddles(app, around);
  administering(app, around);
  ownData(app, around);

  app.event("message", async ({ event, client, context }) => {
    const message = readDirectMessage(event);
    if (!message || (await bringFlow(around, client, context, message))) return;
    const who = { team: envelopeIn(context).team, user: message.user };
    const trainer = isForTrainers(message) && (await seemsTrainer(around, who));
    await once(around, context, async (desk, team) =>
      hearMessage(desk, message, {
        offered: () => offeredIn(around, desk, team),
        team,
        folder: folder(),
        trainer,
        command,
        now: now(),
        receivedAt: envelopeIn(context).receivedAt ?? now(),
      }),
    );
  });

  app.event("app_home_opened", async ({ event, context }) => {
    if (event.tab !== "home") return;
    await homes.show(envelopeIn(context).team, event.user);
  });

  app.event("app_mention", async ({ event, client }) => {
    const { user, channel } = event;
    if (user) await courtesy(around, client.chat.postEphemeral({ channel, user, ...helpMessage(command) }));
  });
}
