import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WorkspaceSettings } from "../../../src/store/workspace-settings.ts";
import { openPublishingRoom, type PublishingRoom, TEA } from "../publishing-room.ts";
import { TEAM, told } from "./admin-room.ts";

let room: PublishingRoom;
beforeEach(async () => {
  // Nobody is a trainer by the environment.
  room = await openPublishingRoom({ ids: [], second: false });
  room.slack.workspace.groups.set("S1", ["T1", "T2"]);
  await decide({ trainers: { people: [], groups: ["S1"] } });
});
afterEach(() => room.close());

const decide = (decided: Partial<WorkspaceSettings>) =>
  room.store.together(TEAM, (desk) => desk.settings.change(TEAM, "U9", decided));
const audited = async () =>
  (await room.store.together(TEAM, (desk) => desk.audit.read(TEAM, 50))).toReversed().map(told);
const leavesTheGroup = async () => {
  room.slack.workspace.groups.set("S1", ["T2"]);
  await room.pass(60_000);
};

describe("trainers of a user group that an admin named", () => {
  it("bring, publish and withdraw flows, and each of it stands in the audit log", async () => {
    await room.publishes(TEA);
    await room.pass(1_000);
    await room.slack.person("T1").writes("flows").then(room.quiet);
    await room.presses("flow:retire");
    expect(room.last("T1").text).toContain("Retired");
    expect(await audited()).toEqual([
      "T1 flow-brought weak-tea",
      "T1 flow-published weak-tea version 1",
      "T1 flow-withdrawn weak-tea version 1",
    ]);
  });

  it("are asked as second trainers, and who asked and who approved stands in the audit log", async () => {
    await decide({ secondTrainer: true });
    await room.publishes(TEA);
    await room.pass(1_000);
    await room.presses("flow:approve", "T2");
    expect(await audited()).toEqual([
      "T1 flow-brought weak-tea",
      "T1 approval-asked weak-tea",
      "T2 flow-approved weak-tea version 1",
    ]);
  });

  it("who left it publish nothing any more, not with an old button nor with an open dialogue", async () => {
    await room.drops({ name: "tea.yml", content: TEA });
    await room.presses("flow:publish");
    await leavesTheGroup();
    await room.submits({ "flow:note": "A tea." });
    expect(room.page()).toContain("published here by trainers");
    await room.pass(60_000);
    await room.presses("flow:publish");
    expect(room.last("T1").text).toContain("published here by trainers");
    await room.pass(60_000);
    await room.presses("flow:discard");
    expect(room.last("T1").text).toContain("published here by trainers");
    expect(await room.offered()).not.toContain("Weak tea");
    expect((await audited()).map((one) => one.replace(/ [0-9a-f-]{36}$/, ""))).toEqual([
      "T1 flow-brought weak-tea",
      "T1 DENIED flow-published",
      "T1 DENIED flow-published",
      "T1 DENIED draft-discarded weak-tea",
    ]);
  });

  it("approve nothing any more once they left it, and what waits goes on waiting for the others", async () => {
    await decide({ secondTrainer: true });
    await room.publishes(TEA, "A tea.", "T2");
    await leavesTheGroup();
    await room.presses("flow:approve", "T1");
    expect(room.last("T1").text).toContain("published here by trainers");
    expect(await room.offered()).not.toContain("Weak tea");
    expect((await audited()).at(-1)).toContain("T1 DENIED flow-approved");
  });

  it("lose no words of a practice while Slack can't say who is in it", async () => {
    await room.slack.person("U1").command("/practice", "cold-soup").then(room.quiet);
    room.slack.failNext("usergroups.users.list", { kind: "broken" }, 20);
    await room.slack.person("U1").writes("Hello").then(room.quiet);
    await room.pass(2_000);
    expect(room.customerSaid("U1")).toHaveLength(2);
  });
});
