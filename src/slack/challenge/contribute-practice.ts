import { type Challenge, isMetered } from "../../challenge/challenge.ts";
import { skillReports } from "../../feedback/skill-report.ts";
import type { Desk } from "../../store/desk.ts";
import type { Practice } from "../../store/sessions.ts";

/**
 * Lets a practice that came to its end count for the figures of one team: that of the running challenge its agent joined
 * last, where its customer counts. Never for two, since the difference of theirs could tell of one person.
 */
export async function contributePractice(desk: Desk, practice: Practice): Promise<void> {
  const { team, user, session, retry, trial } = practice;
  if (trial !== undefined || retry || session.state !== "ended" || session.turns.length === 0) return;
  const place = await placeOf(desk, practice);
  if (!place) return;
  for (const { skill, rated } of skillReports(session)) {
    if (rated === "not rated") continue;
    await desk.figures.contribute(
      { team, channel: place.channel, skill },
      { user, challenge: place.challenge, flow: session.flow.id, clear: rated === "clear" },
    );
  }
}

async function placeOf(desk: Desk, { team, user, session }: Practice) {
  for (const id of await desk.challenges.joinedBy(team, user)) {
    const challenge = await desk.challenges.byId(team, id);
    if (!challenge || !counts(challenge, session.flow.id)) continue;
    const member = await desk.challenges.member(challenge, user);
    if (member) return { channel: member.channel, challenge: id };
  }
  return undefined;
}

const counts = ({ state, plan }: Challenge, flow: string) =>
  state === "running" && isMetered(plan) && (plan.flows.length === 0 || plan.flows.includes(flow));
