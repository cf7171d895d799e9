import { randomUUID } from "node:crypto";
import type { App } from "@slack/bolt";
import type { Challenge, Plan } from "../../challenge/challenge.ts";
import { checkPlan, type PlanProblems } from "../../challenge/check-plan.ts";
import { deny } from "../deny.ts";
import { envelopeIn } from "../envelope.ts";
import { assertViewWithinLimits } from "../limits.ts";
import { meet } from "../meet.ts";
import { note } from "../message.ts";
import { noteModal } from "../note-modal.ts";
import { askALead } from "../role-words.ts";
import { once, type Surroundings } from "../surroundings.ts";
import { challengeMessage } from "./challenge-message.ts";
import { detailsModal, previewModal } from "./launch-modal.ts";
import { postChallenge } from "./post-challenge.ts";
import { launchingIn, planIn, readKind, readPlan } from "./read-launch.ts";

const TITLE = "A team challenge";
const TAKEN = "There is a challenge in this channel already. One at a time is what people can keep in mind.";

// The fields of the second page in which each problem is shown.
const FIELDS: Record<keyof PlanProblems, string> = {
  channels: "channels",
  flows: "flows",
  goal: "goal",
  start: "start-day",
  end: "end-day",
  word: "word",
};

/** A lead chooses a kind, fills in the rest, sees the message as the team will, and posts it. */
export function launchChallenge(app: App, around: Surroundings): void {
  const { store, library, roles, directory, now } = around;

  app.view("challenge:kind", async ({ ack, body, view, client, context }) => {
    const { channel } = launchingIn(view);
    const { team, zone } = await meet(around, client, context, body.user.id);
    const flows = await store.together(team, (desk) => library(desk, team));
    const details = detailsModal({ channel, kind: readKind(view), zone, flows, directory, now: now() });
    assertViewWithinLimits(details);
    await ack({ response_action: "update", view: details });
  });

  app.view("challenge:details", async ({ ack, body, view, context }) => {
    const plan = readPlan(view);
    const problems = checkPlan(plan, now());
    const named = Object.entries(problems) as [keyof PlanProblems, string][];
    if (named.length > 0) {
      const errors = Object.fromEntries(named.map(([field, words]) => [FIELDS[field], words]));
      return ack({ response_action: "errors", errors });
    }
    const { team } = envelopeIn(context);
    const { taken, titles } = await store.together(team, async (desk) => {
      const flows = await library(desk, team);
      const open = await Promise.all(plan.channels.map((channel) => desk.challenges.openIn(team, channel)));
      const titles = plan.flows.flatMap((id) => flows.find((flow) => flow.id === id)?.title ?? []);
      return { taken: open.some(Boolean), titles };
    });
    if (taken) return ack({ response_action: "update", view: noteModal(TITLE, TAKEN) });
    const preview = previewModal(previewOf(plan, team, body.user.id, titles, now()), plan);
    assertViewWithinLimits(preview);
    await ack({ response_action: "push", view: preview });
  });

  app.view("challenge:post", async ({ ack, body, view, client, context }) => {
    await ack({ response_action: "clear" });
    const plan = planIn(view);
    const lead = await meet(around, client, context, body.user.id);
    const may = await roles.mayLead(lead.team, lead.user);
    const { leads } = await roles.whoIsWho(lead.team);
    await once(around, context, async (desk, team) => {
      const say = (text: string) => desk.send(team, lead.channel, note(text));
      const id = randomUUID();
      const deed = { team, by: lead.user, did: "challenge-launched" as const, about: plan.channels };
      if (!may) {
        await deny(desk, deed);
        return desk.send(team, lead.channel, { text: askALead(leads) });
      }
      // The preview may have been open for days.
      const late = Object.values(checkPlan(plan, now()))[0];
      if (late) return say(`Nothing was posted. ${late}`);
      if (!(await postChallenge(desk, { plan, lead, id }, around)))
        return say(`Nothing was posted. ${TAKEN}`);
      return desk.audit.write({ ...deed, about: [...deed.about, id] });
    });
  });
}

function previewOf(plan: Plan, team: string, lead: string, flowTitles: readonly string[], now: number) {
  const challenge: Challenge = {
    ...{ team, id: "preview", lead, leadChannel: "", plan },
    state: plan.startsAt <= now ? "running" : "planned",
    ...{ madeAt: now, shownAt: now, milestones: 0 },
  };
  const standings = plan.channels.map((channel) => ({ channel, joined: 0, total: 0 }));
  const message = challengeMessage({ challenge, standings, flowTitles, soFar: [], presses: [], now });
  return { ...message, blocks: message.blocks?.filter(({ type }) => type !== "actions") ?? [] };
}
