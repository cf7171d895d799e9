import type { App, MessageShortcut } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { A_WEEKS_KUDOS, nextKudosAt, weekBefore } from "../../challenge/weekly-kudos.ts";
import type { Desk } from "../../store/desk.ts";
import { envelopeIn } from "../envelope.ts";
import { findRecipient, type Refusals } from "../find-recipient.ts";
import { assertViewWithinLimits } from "../limits.ts";
import { meet } from "../meet.ts";
import { noteModal } from "../note-modal.ts";
import { openOrSay } from "../open-or-say.ts";
import { instant } from "../share-words.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { kudosTo, youGaveKudos, youGotKudos } from "./kudos-message.ts";
import { kudosModal, readKudos } from "./kudos-modal.ts";
import { linkTo } from "./link-to.ts";
import { personNamed } from "./read-name.ts";

const TITLE = "Recognise empathy";
const REFUSALS: Refusals = {
  unknown: "I can't find that person in this workspace. Please choose somebody else.",
  gone: "That account is deactivated, so nobody would see it. Please choose somebody else.",
  stranger: "That person belongs to another organisation. This stays within your workspace.",
  app: "That is an app. Please choose a person.",
  oneself: "That is you. Keep it for yourself with a good conscience, and choose a colleague here.",
};

const enough = (next: number) =>
  `You have recognised ${A_WEEKS_KUDOS} moments within a week, and that is the most, so that each stays worth something. You can again from ${instant(next)}.`;

type Asking = { client: WebClient; context: object; user: string; trigger: string };
type Begun = { to: string | undefined; link?: string | undefined; unknown?: string | undefined };

/** Opens the dialogue, or says when somebody can give kudos again. */
async function openKudos(around: Surroundings, asking: Asking, begun: Begun): Promise<void> {
  const { store, now, directory } = around;
  const { team } = envelopeIn(asking.context);
  const next = await store.together(team, (desk) => whenNext(desk, team, asking.user, now()));
  // Choosing oneself or an app is not begun with.
  const to = begun.to === asking.user ? undefined : begun.to;
  const { link, unknown } = begun;
  const view = next ? noteModal(TITLE, enough(next)) : kudosModal({ to, link, unknown, directory });
  assertViewWithinLimits(view);
  await openOrSay(around, asking, view);
}

const whenNext = async (desk: Desk, team: string, user: string, now: number) =>
  nextKudosAt(await desk.kudos.givenSince(team, user, weekBefore(now)), now);

/** Somebody types the command and "kudos", perhaps with a name. */
export async function askForKudos(
  around: Surroundings,
  { client, context, user, trigger }: Asking,
  words: string,
): Promise<void> {
  const to = personNamed(words, around.directory);
  const unknown = to || words === "" ? undefined : words;
  await openKudos(around, { client, context, user, trigger }, { to, unknown });
}

/** A colleague recognises a real moment of empathy at work: from the command, or from the message it is about. */
export function giveKudos(app: App, around: Surroundings): void {
  const { now } = around;

  app.shortcut<MessageShortcut>("kudos", async ({ shortcut, ack, client, context }) => {
    await ack();
    const { message, user, trigger_id } = shortcut;
    const to = message.bot_id ? undefined : message.user;
    const asking = { client, context, user: user.id, trigger: trigger_id };
    await openKudos(around, asking, { to, link: linkTo(shortcut) });
  });

  app.view("kudos:give", async ({ ack, body, view, client, context }) => {
    const read = readKudos(view);
    if ("errors" in read) return ack({ response_action: "errors", errors: read.errors });
    const { team } = envelopeIn(context);
    const { given } = read;
    const to = { kind: "person" as const, id: given.to };
    const place = await findRecipient(client, team, body.user.id, to, REFUSALS);
    if ("refused" in place) return ack({ response_action: "errors", errors: { to: place.refused } });
    await ack();
    const sender = await meet(around, client, context, body.user.id);
    await once(around, context, async (desk) => {
      // Two dialogues may have been open at once.
      const next = await whenNext(desk, team, sender.user, now());
      if (next) return desk.send(team, sender.channel, { text: enough(next) });
      const kudos = {
        ...{ team, id: view.id, from: sender.user, fromChannel: sender.channel },
        ...{ ...given, toChannel: place.channel, givenAt: now() },
        ...{ shown: undefined, takenBackAt: undefined },
      };
      if (!(await desk.kudos.give(kudos))) return undefined;
      await desk.send(team, place.channel, youGotKudos(kudos), undefined, kudosTo(kudos));
      return desk.send(team, sender.channel, youGaveKudos(kudos));
    });
  });
}
