import { describe, expect, it } from "vitest";
import { type Challenge, KINDS, type Plan } from "../../../src/challenge/challenge.ts";
import { checkPlan, LONGEST_WORD } from "../../../src/challenge/check-plan.ts";
import { tellMilestone } from "../../../src/challenge/tell-summary.ts";
import { appearModal } from "../../../src/slack/challenge/appear-modal.ts";
import { challengeMessage } from "../../../src/slack/challenge/challenge-message.ts";
import { closeModal } from "../../../src/slack/challenge/close-modal.ts";
import { joinedMessage } from "../../../src/slack/challenge/join-message.ts";
import { detailsModal, kindModal, previewModal } from "../../../src/slack/challenge/launch-modal.ts";
import { assertViewWithinLimits, assertWithinLimits } from "../../../src/slack/limits.ts";
import { blockProblems } from "../../slack-double/limits.ts";
import { viewProblems } from "../../slack-double/view-limits.ts";
import { COLD_SOUP } from "../practice-room.ts";

const ID = "C0123456789";
const NOW = Date.UTC(2026, 10, 23);
// As long as the check lets a title be, and each letter grows when it is escaped.
const TITLE = "&".repeat(100);
const FLOWS = Array.from({ length: 150 }, (_, n) => ({
  ...COLD_SOUP,
  id: `${"long-name-".repeat(5)}${n}`,
  title: n % 2 ? TITLE : "👩‍👩‍👧‍👦".repeat(9),
}));
const channels = Array.from({ length: 5 }, (_, n) => `${ID}${n}`);

const planOf = (kind: Plan["kind"]): Plan => ({
  kind,
  channels: kind === "team-against-team" ? channels : channels.slice(0, 1),
  flows: FLOWS.slice(0, kind === "relay" || kind === "listening" ? 1 : 10).map(({ id }) => id),
  counted: "question",
  goal: 10_000,
  startsAt: NOW + 86_400_000,
  endsAt: NOW + 30 * 86_400_000,
  zone: "America/Argentina/ComodRivadavia",
  board: true,
  word: "&".repeat(LONGEST_WORD),
});

const challengeOf = (plan: Plan, state: Challenge["state"]): Challenge => ({
  ...{ team: "T1", id: "8f14e45f-ceea-467f-9538-1b8f4e2a1c3d", lead: "U0123456789", leadChannel: "D1" },
  ...{ plan, state, madeAt: NOW, shownAt: NOW, milestones: 0 },
});

const flowTitles = FLOWS.slice(0, 10).map(({ title }) => title);
const standings = channels.map((channel) => ({ channel, joined: 12_345, total: 9_999_999 }));

describe.each(KINDS)("a challenge of the kind %s with the longest of everything", (kind) => {
  const plan = planOf(kind);

  it("is a plan that can be posted", () => expect(checkPlan(plan, NOW)).toEqual({}));

  it.each(["planned", "running", "ended", "called-off"] as const)(
    "fits into its message when %s",
    (state) => {
      const challenge = challengeOf(plan, state);
      const here = standings.slice(0, plan.channels.length);
      const shown = { standings: here, flowTitles, soFar: ["Turn 40."], presses: [], now: NOW };
      const message = challengeMessage({ challenge, ...shown });
      expect(() => assertWithinLimits(message, "update")).not.toThrow();
      expect(blockProblems(message.blocks ?? [], "message")).toEqual([]);
      assertWithinLimits({ text: tellMilestone(challenge, here, ID) || "-" });
    },
  );

  it("fits into every page and note about it", () => {
    const challenge = challengeOf(plan, "running");
    const member = { user: "U1", channel: ID, alias: "👩‍👩‍👧‍👦".repeat(2), onBoard: true, joinedAt: NOW };
    const shown = { standings, flowTitles, soFar: [], presses: [], now: NOW };
    const choices = { channel: ID, kind, zone: plan.zone, flows: FLOWS, directory: undefined, now: NOW };
    const views = [
      kindModal(ID),
      detailsModal(choices),
      previewModal(challengeMessage({ challenge, ...shown }), plan),
      closeModal(challenge),
      appearModal(challenge, member),
    ];
    for (const view of views) {
      expect(() => assertViewWithinLimits(view)).not.toThrow();
      expect(viewProblems(view, "modal")).toEqual([]);
    }
    const joined = joinedMessage(challenge, { flow: FLOWS[1], now: NOW });
    expect(() => assertWithinLimits(joined)).not.toThrow();
    expect(blockProblems(joined.blocks ?? [], "message")).toEqual([]);
  });
});
