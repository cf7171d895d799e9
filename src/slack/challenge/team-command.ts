import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from "@slack/bolt";
import { isOpen } from "../../challenge/challenge.ts";
import { denyAt } from "../deny.ts";
import { envelopeIn } from "../envelope.ts";
import { askForHuddle } from "../huddle/ask-huddle.ts";
import { askForKudos } from "../kudos/give-kudos.ts";
import { assertViewWithinLimits } from "../limits.ts";
import { note } from "../message.ts";
import { openOrSay } from "../open-or-say.ts";
import { askALead } from "../role-words.ts";
import type { Surroundings } from "../surroundings.ts";
import { closeModal } from "./close-modal.ts";
import { isChannel } from "./is-channel.ts";
import { kindModal } from "./launch-modal.ts";
import { askForTeam } from "./look-at-team.ts";

type Typed = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** What a team does together, by the word that asks for it after the command. */
const WORDS: Record<string, (typed: Typed, around: Surroundings, rest: string) => Promise<unknown>> = {
  challenge: askForChallenge,
  team: askForTeamHere,
  kudos: async ({ ack, client, context, command }, around, rest) => {
    await ack();
    const asking = { client, context, user: command.user_id, trigger: command.trigger_id };
    await askForKudos(around, asking, rest);
  },
  huddle: askForHuddle,
};

/** Answers the command where its first word is about the team; false where it is not. */
export async function teamCommand(typed: Typed, around: Surroundings): Promise<boolean> {
  const [, word = "", rest = ""] = /^\s*(\S*)\s*(.*)$/s.exec(typed.command.text) ?? [];
  const work = WORDS[word.toLowerCase()];
  if (!work) return false;
  await work(typed, around, rest.trim());
  return true;
}

const ELSEWHERE =
  "A challenge happens in a channel. Go to your team's channel, make sure that I am in it (write /invite and my name), and type this again there.";

async function askForChallenge(typed: Typed, around: Surroundings): Promise<void> {
  const { ack, client, context, command } = typed;
  const { roles, store } = around;
  const ephemeral = { response_type: "ephemeral" as const };
  if (!isChannel(command)) return ack({ ...ephemeral, ...note(ELSEWHERE) });
  const { team } = envelopeIn(context);
  const { user_id: user, channel_id: channel } = command;
  if (!(await roles.mayLead(team, user))) {
    await ack({ ...ephemeral, text: askALead((await roles.whoIsWho(team)).leads) });
    return denyAt(around, context, { by: user, did: "challenge-launched", about: [channel] });
  }
  await ack();
  const open = await store.together(team, (desk) => desk.challenges.openIn(team, channel));
  const view = open && isOpen(open) ? closeModal(open) : kindModal(channel);
  assertViewWithinLimits(view);
  await openOrSay(around, { client, context, user, trigger: command.trigger_id }, view);
}

const TEAM_ELSEWHERE =
  "A team is whoever takes part in the challenges of a channel. Go to your team's channel and type this again there.";

async function askForTeamHere(typed: Typed, around: Surroundings): Promise<unknown> {
  if (isChannel(typed.command)) return askForTeam(typed, around);
  return typed.ack({ response_type: "ephemeral", ...note(TEAM_ELSEWHERE) });
}
