import type { Named } from "../../../src/store/workspace-settings.ts";
import type { Message } from "../../slack-double/workspace.ts";
import { COLD_SOUP, FED, likeColdSoup } from "../practice-room.ts";
import { DAY, HEARD, openTeamRoom, type TeamRoom } from "./team-room.ts";

/** A second customer, who is like the first. */
export const WARM_TEA = likeColdSoup({
  "flow: cold-soup": "flow: warm-tea",
  "Cold soup & no <spoon>": "Warm tea",
});
/** The first five of those who work there. */
export const FIVE = ["U1", "U2", "U3", "U4", "U5"];
/** For how long nobody is shown how a team does. */
export const MONTH = 30 * DAY;

/** A room in which a team of seven plays, and U1 leads. */
export type PlayingTeam = TeamRoom & {
  launched(channel?: string): Promise<void>;
  /** A whole practice until its debrief, in which the customer is heard or not. */
  plays(person: string, flow?: string, heard?: boolean): Promise<void>;
  /** These join and play, the first with another customer; in so many practices the customer is heard. */
  play(people: readonly string[], heard: number): Promise<void>;
  /** Asks in a channel how its team is doing; gives the last that is in their direct message then. */
  asksForTeam(person?: string, channel?: string): Promise<Message>;
  /** What stands in somebody's Home tab when they open it. */
  home(person?: string): Promise<string>;
};

/** Opens it; the workspace begins now. */
export async function openPlayingTeam(leads?: Named): Promise<PlayingTeam> {
  const people = [...FIVE, "U6", "U7"];
  const flows = [COLD_SOUP, WARM_TEA];
  const room = await openTeamRoom({ people, flows, leads, channels: ["C1", "C2"] });
  const { slack, quiet, pass } = room;
  const home = async (person = "U1") => {
    await slack.person(person).opensHome().then(quiet);
    return JSON.stringify(slack.home(person)?.blocks);
  };
  const plays = async (person: string, flow = "cold-soup", heard = true) => {
    await slack.person(person).command("/practice", flow).then(quiet);
    for (const line of [heard ? HEARD : "Hello, one moment please.", FED]) {
      await slack.person(person).writes(line);
      await pass(2_000);
    }
    await pass(16 * 60_000);
  };
  await home();
  return {
    ...room,
    home,
    plays,
    launched: async (channel = "C1") => {
      await room.launches("together", { goal: "100" }, "U1", channel);
    },
    play: async (players, heard) => {
      for (const [index, person] of players.entries()) {
        await room.joins(
          person,
          room.posted().findLast(({ text }) => text.includes("invites")),
        );
        await plays(person, index === 0 ? "warm-tea" : "cold-soup", index < heard);
      }
    },
    asksForTeam: async (person = "U1", channel = "C1") => {
      await room.asks("team", person, channel);
      return room.last(person);
    },
  };
}
