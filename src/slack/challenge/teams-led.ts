import type { Flow } from "../../flow/flow.ts";
import type { Desk } from "../../store/desk.ts";
import type { LookInShort } from "./team-message.ts";

const IN_HOME = 3;

/** The teams of the channels in which somebody launched challenges, the newest first and a few at most. */
export async function teamsLedBy(
  desk: Desk,
  { team, user }: { team: string; user: string },
  flows: readonly Flow[],
): Promise<LookInShort[]> {
  const channels = (await desk.figures.ledBy(team, user)).slice(0, IN_HOME);
  return Promise.all(
    channels.map(async (channel) => ({
      ...{ channel, flows, zone: "UTC" },
      view: await desk.figures.view(team, channel),
    })),
  );
}
