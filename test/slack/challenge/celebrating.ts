import type { Challenge } from "../../../src/challenge/challenge.ts";
import type { KeptLine } from "../../../src/store/celebrations.ts";
import type { Desk } from "../../../src/store/desk.ts";
import type { Message } from "../../slack-double/workspace.ts";
import { COLD_SOUP, FED, likeColdSoup } from "../practice-room.ts";
import { openTeamRoom, type TeamRoom } from "./team-room.ts";

/** The same customer under another name, so that two stand behind a figure. */
export const COLD_TEA = likeColdSoup({
  "flow: cold-soup": "flow: cold-tea",
  "title: Cold soup": "title: Cold tea",
});

/** Another specific line. */
export const ALSO_HEARD = "No spoon and cold soup again, and your meeting is at one.";

/** Opens a team room with so many people (U1 leads) and two customers. */
export const openParty = (people = 8, channels = ["C1"]): Promise<TeamRoom> =>
  openTeamRoom({
    people: Array.from({ length: people }, (_, index) => `U${index + 1}`),
    flows: [COLD_SOUP, COLD_TEA],
    channels,
  });

/** A whole practice with a customer, debrief and all. */
export async function plays(room: TeamRoom, person: string, line: string, flow = "cold-soup"): Promise<void> {
  await room.slack.person(person).command("/practice", flow).then(room.quiet);
  for (const words of [line, FED]) {
    await room.slack.person(person).writes(words);
    await room.pass(2_000);
  }
  await room.pass(20 * 60_000);
}

/** What a person was asked about lines of theirs, the latest last, as it stands now. */
export const asks = (room: TeamRoom, person: string): Message[] =>
  room.slack
    .dm(person)
    .filter(
      ({ text, blocks }) =>
        /A line worth keeping|It is shown|It stays yours|no longer keep/.test(text) && blocks,
    );

/** Something read from the store. */
export function reading<Found>(room: TeamRoom, work: (desk: Desk) => Promise<Found>): Promise<Found> {
  return room.store.together("T0001", work);
}

/** The newest challenge that a channel has or had. */
export async function challengeIn(room: TeamRoom, channel = "C1"): Promise<Challenge> {
  const found = await reading(room, async (desk) => {
    const [past] = await desk.challenges.pastIn("T0001", channel, 1);
    return (await desk.challenges.openIn("T0001", channel)) ?? past;
  });
  if (!found) throw new Error("There is no challenge.");
  return found;
}

/** The lines that are kept of a challenge, the newest unless told. */
export async function keptLines(room: TeamRoom, challenge?: Challenge): Promise<KeptLine[]> {
  const of = challenge ?? (await challengeIn(room));
  return reading(room, (desk) => desk.celebrations.lines(of));
}

/** A person chooses how they appear. */
export async function appears(room: TeamRoom, person: string, alias: string, board = true): Promise<void> {
  const joined = room.slack.dm(person).findLast(({ text }) => text.includes("You take part"));
  if (!joined) throw new Error("They have not joined.");
  await room.presses(joined, "challenge:appear", person);
  const answers = { "challenge:alias": alias, "challenge:board": board ? ["board"] : [] };
  await room.slack.person(person).submits(room.page(person), answers).then(room.quiet);
}
