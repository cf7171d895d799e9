import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Desk } from "../store/desk.ts";
import type { Outgoing } from "../store/outbox.ts";
import { challengeSentAs } from "./challenge/challenge-message.ts";
import { isDirect } from "./is-direct.ts";
import { button, type Message, note, section } from "./message.ts";
import { once, type Surroundings } from "./surroundings.ts";

const MOST_QUOTED = 200;
const ASKED = "asked/";

/**
 * Asks a person whether a message arrived, where Slack lets nobody look: those in whose direct message it may stand, or
 * the lead of its challenge. What nobody can be asked about, and the question itself, goes out once more.
 */
export async function askAboutMessage(desk: Desk, outgoing: Outgoing): Promise<void> {
  const { team, id } = outgoing;
  const asked = id.startsWith(ASKED) ? undefined : await whomToAsk(desk, outgoing);
  if (!asked) return desk.sendAgain(outgoing);
  await desk.send(team, asked, question(outgoing, asked), undefined, `${ASKED}${askingOf(outgoing)}`);
}

// What was sent again may be asked about again, and each question stands by itself.
const askingOf = ({ tries, id }: Pick<Outgoing, "tries" | "id">) => `${tries}/${id}`;

async function whomToAsk(desk: Desk, { team, id, channel }: Outgoing): Promise<string | undefined> {
  const challenge = await desk.challenges.byId(team, challengeSentAs(id) ?? "");
  return challenge?.leadChannel ?? (isDirect(channel) ? channel : undefined);
}

function question(outgoing: Outgoing, asked: string): Message {
  const { channel, message } = outgoing;
  const asking = askingOf(outgoing);
  const where = asked === channel ? "here" : `in <#${channel}>`;
  const { text } = message as Message;
  // What was written for Slack is quoted as it stands; only a mark cut in half is taken off.
  const words =
    text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED).replace(/[<&][^>;]*$/, "")} …` : text;
  const told = `Slack did not say whether this message of mine arrived ${where}, so I did not send it twice:`;
  const quoted = words.split("\n").map((line) => `> ${line}`);
  const full = [told, ...quoted, "Can you see it there?"].join("\n");
  return {
    text: full,
    blocks: [
      section(full),
      {
        type: "actions",
        elements: [
          button("No, send it again", "asked:again", asking),
          button("Yes, it is there", "asked:there", asking),
        ],
      },
    ],
  };
}

/** Somebody answers whether a message of ours arrived. */
export function answerAboutMessage(app: App, around: Surroundings): void {
  app.action<BlockAction<ButtonAction>>(/^asked:/, async ({ action, ack, body, context }) => {
    await ack();
    await once(around, context, async (desk, team) => {
      const asking = action.value ?? "";
      const id = asking.replace(/^\d+\//, "");
      const here = body.channel?.id ?? "";
      const message = await desk.askedAbout(team, id);
      if (!message || askingOf(message) !== asking) return void (await desk.send(team, here, note(SETTLED)));
      if ((await whomToAsk(desk, message)) !== here) return;
      const again = action.action_id === "asked:again";
      await (again ? desk.sendAgain(message) : desk.hasArrived(team, id));
      await desk.send(team, here, note(again ? AGAIN : THERE), `${ASKED}${asking}`);
    });
  });
}

const AGAIN = "Thank you. I'm sending it again.";
const THERE = "Thank you. Then all is well, and it was not sent again.";
const SETTLED = "That is settled already, so nothing was sent.";
