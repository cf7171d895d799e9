import { it } from "vitest";
import type { Huddle } from "../../src/challenge/huddle.ts";
import { turnsToReplay } from "../../src/challenge/next-lines.ts";
import { begin } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import {
  headMessage,
  lookBackMessage,
  shownMessage,
  votingMessage,
} from "../../src/slack/huddle/huddle-message.ts";
import { assertWithinLimits } from "../../src/slack/limits.ts";
import { projectFlows } from "../flows-of-the-project.ts";

const EXTREME = ["&".repeat(1_000), "<".repeat(1_000), "🧵".repeat(500), `${"word ".repeat(199)}end`];

it("a replay of the longest lines, full of signs that grow when they are escaped, stays within Slack's limits", () => {
  for (const flow of projectFlows) {
    const session = EXTREME.reduce(takeTurn, begin(flow, 1, "all of you"));
    const replay = { source: { kind: "relay" as const, id: "C" }, title: "&".repeat(150), session };
    const counts = turnsToReplay(session).map((turn) => ({ turn, votes: [99, 99, 99], said: 0 }));
    for (const { turn } of counts) {
      const huddle: Huddle = {
        ...{ team: "T1", id: "H", channel: "C1", host: "U1", hostChannel: "D1", source: replay.source },
        ...{ turn, state: "voting", counts, madeAt: 0 },
      };
      assertWithinLimits(votingMessage(huddle, replay), "update");
      assertWithinLimits(shownMessage(huddle, replay, turn, true), "update");
      assertWithinLimits(headMessage(huddle, replay), "update");
      assertWithinLimits(lookBackMessage(huddle, replay));
    }
  }
});
