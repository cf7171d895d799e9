import { createHash } from "node:crypto";
import type { Challenge } from "../../../src/challenge/challenge.ts";
import type { Huddle } from "../../../src/challenge/huddle.ts";
import type { Appeal } from "../../../src/feedback/appeal.ts";
import type { Flow } from "../../../src/flow/flow.ts";
import { loadFlow } from "../../../src/flow/load.ts";
import { begin, happen } from "../../../src/session/session.ts";
import { takeTurn } from "../../../src/session/take-turn.ts";
import type { KeptLine } from "../../../src/store/celebrations.ts";
import type { KeptInstallation } from "../../../src/store/installations.ts";
import type { Kudos } from "../../../src/store/kudos.ts";
import type { HeardAnswer, Quote } from "../../../src/store/listening.ts";
import type { PeerAnswer } from "../../../src/store/peer-answers.ts";
import type { Practice } from "../../../src/store/sessions.ts";
import type { Share } from "../../../src/store/shares.ts";
import type { Digest } from "../../../src/store/team-digests.ts";
import { BEV } from "../../challenge/told-story.ts";
import { COLD_SOUP, practiceOf } from "../stores.ts";

// Everything here has the same ids in every workspace, and says in its words whose it is.

export const PEOPLE = ["U1", "U2", "U3", "U4", "U5", "U6"];
export const DAY = 86_400_000;
/** When a workspace is filled. */
export const FILLED = 10 * DAY;
/** When things are asked for: all that waits is over. */
export const ASKED = 90 * DAY;

/** The same customer in other words in each workspace. */
export const flowOf = (team: string): Flow => {
  const { flow } = loadFlow(COLD_SOUP.source.replace("Again.", `Again, of ${team}.`), "cold-soup.yml");
  if (!flow) throw new Error("The flow can be read.");
  return flow;
};
export const hashOf = (team: string): string => flowOf(team).hash;

export const playing = (team: string, user = "U1"): Practice => ({
  ...practiceOf(user, `playing-${user}`, begin(flowOf(team), 1, `Ada of ${team}`)),
  team,
  pending: [{ id: "1.1", text: `Waiting of ${team}` }],
});

export const over = (team: string, user = "U1"): Practice => {
  const talked = takeTurn(begin(flowOf(team), 1, "Ada"), `Hello of ${team}, when did it come?`);
  const session = happen(talked, { type: "stop" });
  return { ...practiceOf(user, `over-${user}`, session), team, debriefedAt: FILLED };
};

/** A practice that came to its own end. */
export const ended = (team: string): Practice => {
  const fed = "I'm sending a hot soup to your desk myself, it will be there by one.";
  let session = begin(flowOf(team), 1, "Ada");
  for (const reply of ["Cold soup right before your meeting, that is a miserable lunch.", fed, fed])
    if (session.state === "playing") session = takeTurn(session, reply);
  return { ...practiceOf("U2", "ended-U2", session), team, debriefedAt: FILLED };
};

export const challenge = (team: string, id = "C"): Challenge => ({
  ...{ team, id, lead: "U1", leadChannel: "DU1", madeAt: FILLED, shownAt: 0, milestones: 0 },
  state: "running",
  plan: {
    ...{ kind: "together", channels: [`C-${id}`], flows: [], counted: "validation", goal: 9 },
    ...{ startsAt: FILLED, endsAt: FILLED + DAY, zone: "UTC", board: true, word: `Word of ${team}` },
  },
});

export const line = (team: string): KeptLine => ({
  ...{ user: "U1", channel: "C-C", practice: "over-U1", home: "DU1", quote: `Line of ${team}` },
  ...{ shownAs: "name", at: FILLED },
});

export const huddle = (team: string): Huddle => ({
  ...{ team, id: "H", channel: "C-C", host: "U1", hostChannel: "DU1", source: { kind: "relay", id: "C" } },
  ...{ turn: 1, state: "voting", counts: [], madeAt: FILLED + team.length },
});

export const share = (team: string): Share => ({
  ...{ team, id: "S", practice: "over-U1", title: `Title of ${team}`, by: "U1", home: "DU1" },
  ...{ to: { kind: "person", id: "U2" }, channel: "DU2", scope: "debrief" },
  ...{ lines: [{ turn: 1, quote: `Quote of ${team}` }], sharedAt: FILLED, until: FILLED + DAY },
  ended: undefined,
});

export const peerAnswer = (team: string): PeerAnswer => ({
  ...{ team, id: "SA", share: "S", by: "U2", skill: "validation", at: FILLED },
  ...{ quote: `Quote of ${team}`, noticed: `Noticed of ${team}` },
});

export const kudos = (team: string, from = "U1", to = "U2"): Kudos => ({
  ...{ team, id: `K-${from}-${to}`, from, fromChannel: `D${from}`, to, toChannel: `D${to}` },
  ...{ skill: "validation", reason: `Reason of ${team}`, link: undefined, givenAt: FILLED },
  ...{ shown: undefined, takenBackAt: undefined },
});

export const appeal = (team: string): { team: string; id: string; user: string; appeal: Appeal } => ({
  ...{ team, id: "A", user: "U1" },
  appeal: {
    ...{ practice: "over-U1", turn: 1, about: "validation", said: "absent", thinks: "specific" },
    ...{ language: `of ${team}`, consent: false },
  },
});

export const story = (team: string) => ({ ...BEV, title: `Story of ${team}` });

export const heard = (team: string, user = "U1"): HeardAnswer => ({
  ...{ user, channel: "C-C", heard: `Heard of ${team}`, question: `Question of ${team}?`, at: FILLED },
});

export const quote = (team: string): Quote => ({
  ...{ team, id: "Q", challenge: "C", user: "U1", channel: "DU1", line: `Line of ${team}`, state: "asked" },
});

export const digest = (team: string): Digest => ({
  ...{ team, user: "U1", channel: "C-C", dm: "DU1", zone: `Zone/of ${team}`, told: 0 },
});

export const installation = (team: string): KeptInstallation => ({
  ...{ team, keyId: "key", expiresAt: ASKED + DAY },
  sealed: createHash("sha256").update(`token of ${team}`).digest("base64"),
});
