import type { Answer } from "../../slack-double/answers.ts";
import type { Message, View } from "../../slack-double/workspace.ts";
import { FED, openPracticeRoom, type PracticeRoom, type RoomOptions } from "../practice-room.ts";
import { expectTextToCarryBlocks } from "../text-carries-blocks.ts";

/** A room with a team in a channel; U1 is the one who leads. */
export type TeamRoom = PracticeRoom & {
  /** What stands in a channel, without what was deleted. */
  channel(id?: string): Message[];
  /** What of it the app posted outside of threads; in a thread. */
  posted(id?: string): Message[];
  threaded(id?: string): Message[];
  /** The page in front of a person. */
  page(person?: string): View;
  /** Types the command in a channel. */
  asks(words: string, person?: string, channel?: string): Promise<void>;
  /** Fills in the pages of a challenge up to the preview, or until a page objects. */
  plans(kind: string, answers?: Record<string, Answer>, person?: string, channel?: string): Promise<void>;
  /** The same, and posts it; gives its message. */
  launches(
    kind: string,
    answers?: Record<string, Answer>,
    person?: string,
    channel?: string,
  ): Promise<Message>;
  presses(seen: Message, action: string, person?: string): Promise<void>;
  joins(person: string, seen?: Message): Promise<void>;
  /** A whole practice of a person, with these messages before the last, and without the two questions after it. */
  practises(person: string, lines: readonly string[]): Promise<void>;
};

/** A line that says specifically what happened to the customer. */
export const HEARD = "Cold soup right before your meeting, that is a miserable lunch.";
export const DAY = 86_400_000;

/** Opens it, in channel C1 unless told otherwise. */
export async function openTeamRoom(options: RoomOptions = {}): Promise<TeamRoom> {
  const room = await openPracticeRoom({ people: ["U1", "U2", "U3"], ...options });
  const { slack, quiet } = room;
  const page = (person = "U1") => slack.page(person);
  const channel = (id = "C1") => slack.workspace.messages.filter((one) => one.channel === id);
  const team: TeamRoom = {
    ...room,
    channel,
    page,
    posted: (id) => channel(id).filter((one) => one.bot && !one.thread_ts && !one.for),
    threaded: (id) => channel(id).filter(({ bot, thread_ts }) => bot && thread_ts),
    asks: async (words, person = "U1", where = "C1") => {
      await slack.person(person).command("/practice", words, where);
      await quiet();
    },
    plans: async (kind, answers = {}, person = "U1", where = "C1") => {
      await team.asks("challenge", person, where);
      await slack.person(person).submits(page(person), { "challenge:kind": kind }).then(quiet);
      await slack
        .person(person)
        .submits(page(person), named({ ...TO_THE_HOUR, ...answers }))
        .then(quiet);
    },
    launches: async (kind, answers = {}, person = "U1", where = "C1") => {
      await team.plans(kind, answers, person, where);
      await slack.person(person).submits(page(person)).then(quiet);
      return team.posted(where).at(-1) ?? nothing("Nothing was posted.");
    },
    presses: async (seen, action, person = "U1") => {
      await slack.person(person).clicks(seen, action).then(quiet);
    },
    joins: (person, seen = team.posted()[0] ?? nothing("Nothing was posted.")) =>
      team.presses(seen, "challenge:join", person),
    practises: async (person, lines) => {
      await slack.person(person).command("/practice", "cold-soup").then(quiet);
      for (const line of [...lines, FED]) {
        await slack.person(person).writes(line);
        await room.pass(2_000);
      }
      await slack.person(person).writes("stop").then(quiet);
      await room.pass(20 * 60_000);
    },
    close: async () => {
      for (const one of slack.workspace.messages.filter(({ bot }) => bot)) expectTextToCarryBlocks(one);
      await room.close();
    },
  };
  return team;
}

// Slack's clock begins at 10:00 in Amsterdam, where everybody is: so it is days to the minute.
const TO_THE_HOUR = { "end-time": "10:00" };

const named = (answers: Record<string, Answer>) =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]) => [`challenge:${name}`, answer]));

function nothing(why: string): never {
  throw new Error(why);
}
