import { describe, expect, it } from "vitest";
import type { Challenge } from "../../../src/challenge/challenge.ts";
import { slipParts } from "../../../src/challenge/slip.ts";
import { begin } from "../../../src/session/session.ts";
import { takeTurn } from "../../../src/session/take-turn.ts";
import { boardMessage } from "../../../src/slack/challenge/board-message.ts";
import { goFirstMessage } from "../../../src/slack/challenge/go-first-message.ts";
import { lineClosed, lineMessage } from "../../../src/slack/challenge/line-message.ts";
import { slipMessage, slipModal, slipPreview } from "../../../src/slack/challenge/slip-message.ts";
import { summaryMessage } from "../../../src/slack/challenge/summary-message.ts";
import { assertViewWithinLimits, assertWithinLimits } from "../../../src/slack/limits.ts";
import { COLD_SOUP } from "../practice-room.ts";

// Each of these is five characters for Slack.
const LONG = (length: number) => "<".repeat(length / 2) + "&".repeat(length / 2);
const FAMILY = "👩‍👩‍👧‍👦".repeat(2);
const CHALLENGE: Challenge = {
  ...{ team: "T1", id: "c".repeat(36), lead: "U1", leadChannel: "DU1", state: "running" },
  ...{ madeAt: 0, shownAt: 0, milestones: 0 },
  plan: {
    ...{ kind: "together", channels: ["C1"], flows: [], counted: "question", goal: 10_000, startsAt: 0 },
    ...{ endsAt: 1, zone: "UTC", board: true, word: "" },
  },
};
const lines = (people: number) =>
  Array.from({ length: people }, (_, index) => ({
    ...{ user: `U${index}`, called: `${index}`, alias: LONG(30) },
    words: "Validation, clarifying questions and de-escalation show clearly more often than before",
  }));

describe("with the longest names and lines, and with emoji, Slack takes", () => {
  it("a board of as many as like", () => {
    for (const people of [5, 39, 150, 600]) {
      const board = boardMessage(CHALLENGE, lines(people));
      expect(board?.text.includes("more.")).toBe(people > 150);
      if (board) assertWithinLimits(board);
    }
    expect(boardMessage(CHALLENGE, lines(4))).toBeUndefined();
  });

  it("the question about a line, and every answer to it, as a change too", () => {
    const member = { user: "U2", channel: "C1", alias: FAMILY, onBoard: false, joinedAt: 0 };
    const asked = { practice: "p".repeat(36), quote: LONG(220), skill: "question" as const };
    for (const answer of [undefined, "name", "alias", "nobody", "no"] as const)
      assertWithinLimits(lineMessage(CHALLENGE, asked, member, answer), "update");
    assertWithinLimits(lineClosed(LONG(220), "shown"), "update");
  });

  it("a summary with six lines", () => {
    const line = { user: "U2", channel: "C1", quote: LONG(220), shownAs: "alias" as const, at: 0 };
    const by = { alias: LONG(30) };
    const standings = [{ channel: "C1", joined: 9, total: 9 }];
    const summary = { challenge: CHALLENGE, channel: "C1", standings, joined: 9, showings: [], mended: 0 };
    const message = summaryMessage({ ...summary, lines: Array(6).fill({ line, by }), picture: undefined });
    assertWithinLimits(message);
    // No line is cut in the middle of an escape.
    const cut = JSON.stringify(message.blocks);
    expect(cut.match(/“/g)).toHaveLength(6);
    expect(cut.match(/”/g)).toHaveLength(6);
  });

  it("a slip, its pages and the invitation to show one", () => {
    const session = takeTurn(begin(COLD_SOUP, 1, FAMILY), LONG(3_000));
    const parts = slipParts(session, { turn: 1, now: LONG(500) }, undefined);
    const message = slipMessage("U1", parts, CHALLENGE.id);
    assertWithinLimits(message);
    const from = { challenge: CHALLENGE.id, practice: "p".repeat(36) };
    assertViewWithinLimits(slipModal(from, session, { turn: 1, written: LONG(3_000) }));
    const kept = JSON.stringify({ ...from, turn: 1, now: "\n".repeat(500), seen: "s".repeat(32) });
    assertViewWithinLimits(slipPreview(message, "C1", kept));
    assertWithinLimits(goFirstMessage(CHALLENGE, { ...COLD_SOUP, title: FAMILY.repeat(20) }));
  });
});
