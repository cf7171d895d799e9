import { type Challenge, isMetered, isOpen } from "../../challenge/challenge.ts";
import { milestonesPassed, nextTick } from "../../challenge/meter.ts";
import { tellMilestone } from "../../challenge/tell-summary.ts";
import type { Desk } from "../../store/desk.ts";
import type { Due } from "../../store/due.ts";
import type { Alarms } from "../clockwork.ts";
import { challengeMessage, livingIn } from "./challenge-message.ts";
import { GAMES, type Stage } from "./games.ts";
import { dropCelebration, giveSummary } from "./give-summary.ts";
import { planBoard } from "./show-board.ts";

// However many play, a channel is not kept busy.
const SHOWN_EVERY = 60_000;

/** Shows a challenge again soon, since something about it has changed: at most once a minute. */
export async function showSoon(desk: Desk, { team, id, shownAt }: Challenge, now: number): Promise<void> {
  await desk.setDue({ team, kind: "challenge-meter", subject: id, at: Math.max(now, shownAt + SHOWN_EVERY) });
}

/** Writes the message of a challenge down for each of its channels: the first time as a new one, then as a change. */
export async function showChallenge(
  desk: Desk,
  challenge: Challenge,
  stage: Stage,
  how: "first" | "again" = "again",
  where: readonly string[] = challenge.plan.channels,
): Promise<void> {
  const { team, plan } = challenge;
  const now = stage.now();
  const standings = await desk.challenges.standings(challenge);
  const flows = await stage.library(desk, team);
  const flowTitles = plan.flows.flatMap((id) => flows.find((flow) => flow.id === id)?.title ?? []);
  const game = GAMES[plan.kind];
  const isOn = challenge.state === "running";
  const soFar = game && isOn ? await game.soFar(desk, challenge) : [];
  const presses = game && isOn ? game.presses(challenge) : [];
  for (const channel of where) {
    const here = standings.filter((one) => one.channel === channel);
    const rest = standings.filter((one) => one.channel !== channel);
    const shown = { challenge, standings: [...here, ...rest], flowTitles, soFar, presses, now };
    const living = livingIn(challenge, channel);
    if (how === "first") await desk.send(team, channel, challengeMessage(shown), undefined, living);
    else await desk.send(team, channel, challengeMessage(shown), living);
  }
}

/** A challenge begins. */
export async function beginChallenge(desk: Desk, challenge: Challenge, stage: Stage): Promise<Challenge> {
  const begun: Challenge = { ...challenge, state: "running" };
  await desk.challenges.keep(begun);
  await planBoard(desk, begun);
  await GAMES[begun.plan.kind]?.begin(desk, begun, stage);
  return begun;
}

/** A challenge is over, or is called off; what was done stays, and there is nothing left to press. */
export async function closeChallenge(
  desk: Desk,
  challenge: Challenge,
  state: "ended" | "called-off",
  stage: Stage,
): Promise<void> {
  if (!isOpen(challenge)) return;
  const { team, id } = challenge;
  const over: Challenge = { ...challenge, state };
  await desk.challenges.keep(over);
  for (const kind of ["challenge-start", "challenge-end", "challenge-meter"] as const)
    await desk.clearDue({ team, kind, subject: id });
  await showChallenge(desk, over, stage);
  if (state === "called-off") await GAMES[over.plan.kind]?.callOff?.(desk, over);
  if (state === "called-off" || challenge.state === "planned") return dropCelebration(desk, over);
  await desk.figures.noteParticipation(over, await desk.challenges.standings(over));
  await GAMES[over.plan.kind]?.end(desk, over, stage);
  await giveSummary(desk, over, stage);
}

/** What the clock does for challenges. */
export const challengeAlarms = (stage: Stage): Alarms => {
  const on =
    (work: (desk: Desk, challenge: Challenge) => Promise<unknown>) => async (desk: Desk, due: Due) => {
      const challenge = await desk.challenges.byId(due.team, due.subject);
      if (challenge && isOpen(challenge)) await work(desk, challenge);
    };
  return {
    "challenge-start": on(async (desk, challenge) =>
      showAgain(desk, await beginChallenge(desk, challenge, stage), stage),
    ),
    "challenge-end": on((desk, challenge) => closeChallenge(desk, challenge, "ended", stage)),
    "challenge-meter": on((desk, challenge) => showAgain(desk, challenge, stage)),
  };
};

async function showAgain(desk: Desk, challenge: Challenge, stage: Stage): Promise<void> {
  const { team, id, plan } = challenge;
  const now = stage.now();
  const standings = await desk.challenges.standings(challenge);
  const passed = isMetered(plan) ? milestonesPassed(challenge, standings) : 0;
  const milestones = Math.max(passed, challenge.milestones);
  const shown: Challenge = { ...challenge, shownAt: now, milestones };
  await showChallenge(desk, shown, stage);
  for (const channel of passed > challenge.milestones ? plan.channels : []) {
    const living = livingIn(challenge, channel);
    const told = { text: tellMilestone(shown, standings, channel) };
    // Named after its challenge, so that its lead can be asked whether it arrived.
    await desk.sendUnder(living, team, channel, told, `${living}/milestone-${passed}`);
  }
  await desk.challenges.keep(shown);
  const next = challenge.state === "running" ? nextTick(plan.endsAt, now) : undefined;
  if (next !== undefined && next < plan.endsAt)
    await desk.setDue({ team, kind: "challenge-meter", subject: id, at: next });
}
