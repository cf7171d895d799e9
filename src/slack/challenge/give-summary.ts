import { type Challenge, isMetered } from "../../challenge/challenge.ts";
import { linesToShow } from "../../challenge/lines-to-show.ts";
import { meterCourse } from "../../challenge/meter-course.ts";
import { summaryPicture } from "../../challenge/summary-picture.ts";
import { lastSince } from "../../challenge/team-view.ts";
import type { KeptLine } from "../../store/celebrations.ts";
import type { Desk } from "../../store/desk.ts";
import type { Stage } from "./games.ts";
import { lineClosed, lineSentAs } from "./line-message.ts";
import { closeBoards, removeBoards, summaryIn } from "./show-board.ts";
import { type Summary, summaryMessage } from "./summary-message.ts";

/** Tells each channel what its challenge came to; what was noted for it is kept no longer. */
export async function giveSummary(desk: Desk, challenge: Challenge, stage: Stage): Promise<void> {
  if (!isMetered(challenge.plan)) return;
  const { team, plan } = challenge;
  const now = stage.now();
  const members = await desk.challenges.members(challenge);
  const aliases = new Map(members.map(({ user, alias }) => [user, alias]));
  const standings = await desk.challenges.standings(challenge);
  const counted = await desk.challenges.counted(challenge);
  const [showings, agreed] = [
    await desk.celebrations.showings(challenge),
    await desk.celebrations.lines(challenge),
  ];
  const shown: KeptLine[] = [];
  for (const channel of plan.channels) {
    const here = standings.find((one) => one.channel === channel) ?? { channel, joined: 0, total: 0 };
    const own = showings.filter((one) => one.channel === channel);
    const practised = new Set(own.map(({ user }) => user));
    const lines = linesToShow(
      agreed.filter((one) => one.channel === channel),
      aliases,
      practised,
    );
    // The very figures that leads see: others beside them, over the same practices, could tell of one person.
    const bands = lastSince(await desk.figures.view(team, channel), plan.startsAt);
    const course = meterCourse(challenge, here, counted, Math.min(now, plan.endsAt));
    const summary: Summary = {
      ...{ challenge, channel, standings, joined: here.joined, showings: own, lines },
      mended: await desk.celebrations.mendedIn(challenge, channel),
      picture: here.total > 0 ? summaryPicture(plan, course, bands) : undefined,
    };
    await desk.send(team, channel, summaryMessage(summary), undefined, summaryIn(challenge, channel));
    const about = [channel, challenge.id];
    if (lines.length > 0) await desk.audit.write({ team, by: undefined, did: "lines-shown", about });
    shown.push(...lines.map(({ line }) => line));
  }
  await closeLines(desk, challenge, agreed, shown);
  await desk.celebrations.forgetShown(challenge);
  await closeBoards(desk, challenge, { now, under: (channel) => summaryIn(challenge, channel) });
}

/** A challenge is called off: nothing that was noted for its end is kept or shown. */
export async function dropCelebration(desk: Desk, challenge: Challenge): Promise<void> {
  await closeLines(desk, challenge, await desk.celebrations.lines(challenge), []);
  await desk.celebrations.forgetShown(challenge);
  await removeBoards(desk, challenge);
}

// Everybody who agreed is told, where they did, what became of their line.
async function closeLines(
  desk: Desk,
  { team, id }: Challenge,
  agreed: readonly KeptLine[],
  shown: readonly KeptLine[],
): Promise<void> {
  for (const line of agreed) {
    const isShown = shown.some(({ user, quote }) => user === line.user && quote === line.quote);
    const closed = lineClosed(line.quote, isShown ? "shown" : "not-shown");
    await desk.send(team, line.home, closed, lineSentAs({ challenge: id, practice: line.practice }));
  }
}
