import type { Challenge, Plan } from "../../challenge/challenge.ts";
import type { Desk } from "../../store/desk.ts";
import type { Trainee } from "../begin-practice.ts";
import type { Stage } from "./games.ts";
import { goFirstMessage } from "./go-first-message.ts";
import { beginChallenge, showChallenge, showSoon } from "./run-challenge.ts";

/** Posts a challenge in its channels; false when one of them has another one already. */
export async function postChallenge(
  desk: Desk,
  { plan, lead, id }: { plan: Plan; lead: Trainee; id: string },
  stage: Stage,
): Promise<boolean> {
  const { team, user, channel: leadChannel } = lead;
  const now = stage.now();
  const planned: Challenge = {
    ...{ team, id, lead: user, leadChannel, plan: { ...plan, startsAt: Math.max(plan.startsAt, now) } },
    state: "planned",
    ...{ madeAt: now, shownAt: now, milestones: 0 },
  };
  if (!(await desk.challenges.add(planned))) return false;
  await desk.setDue({ team, kind: "challenge-end", subject: id, at: plan.endsAt });
  const isNow = planned.plan.startsAt <= now;
  const shown: Challenge = isNow ? { ...planned, state: "running" } : planned;
  await showChallenge(desk, shown, stage, "first");
  if (isNow) await showSoon(desk, await beginChallenge(desk, planned, stage), now);
  else await desk.setDue({ team, kind: "challenge-start", subject: id, at: planned.plan.startsAt });
  await tellLead(desk, planned, stage);
  return true;
}

async function tellLead(desk: Desk, challenge: Challenge, { library }: Stage): Promise<void> {
  const { team, leadChannel, plan } = challenge;
  const flow = (await library(desk, team)).find(({ id }) => id === plan.flows[0]);
  await desk.send(team, leadChannel, goFirstMessage(challenge, flow));
}
