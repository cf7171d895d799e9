import { pino } from "pino";
import { weeklyDigests } from "../../../src/slack/challenge/weekly-digest.ts";
import { onlyWorkspace } from "../../../src/slack/clients.ts";
import { type Clockwork, createClockwork } from "../../../src/slack/clockwork.ts";
import { askedMemberships } from "../../../src/slack/memberships.ts";
import { NOBODY_NAMED, rolesFrom } from "../../../src/slack/roles.ts";
import { clientOf } from "../../slack-double/client.ts";
import { COLD_SOUP, type PracticeRoom } from "../practice-room.ts";

const nothing = async () => {};

/** The clock of another instance on the same store, whose outbox sends nothing. */
export function secondClock({ slack, store }: PracticeRoom): Clockwork {
  const log = pino({ level: "silent" });
  const { now } = slack.clock;
  const asking = onlyWorkspace(clientOf(slack)).clientOf;
  const roles = rolesFrom(NOBODY_NAMED, { store, memberships: askedMemberships(asking, now, log) });
  const ingredients = { store, log, now, roles, library: async () => [COLD_SOUP] };
  const digests = weeklyDigests(asking, ingredients);
  const sender = { look: nothing, settled: async () => false, stop: nothing };
  return createClockwork(store, sender, log, now, {
    alarms: { "team-digest": digests.fallDue },
    errands: [digests],
  });
}
