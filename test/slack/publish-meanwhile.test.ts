import { afterEach, describe, expect, it } from "vitest";
import { until } from "../slack-double/until.ts";
import { BOTH, buttonsOf, openPublishingRoom, type PublishingRoom, soup } from "./publishing-room.ts";

let room: PublishingRoom;
afterEach(() => room.close());

const ONE = soup(["Again.", "Once more."]);
const OTHER = soup(["Again.", "As always."]);
const MEANWHILE = "Another text of this flow was published meanwhile.";

/** A trainer drops a text and has the dialogue in front of them, with what changes. */
const opens = async (source: string, person: string) => {
  await room.drops({ name: "soup.yml", content: source }, person);
  await room.presses("flow:publish", person);
};
const sends = (person: string) =>
  room.slack.person(person).submits(room.slack.page(person), { "flow:note": "Mine." });
const told = (person: string) => room.told(person).join("\n");
const openingOfSoup = async () => {
  await room.slack.person("U1").command("/practice", "cold-soup").then(room.quiet);
  return room.customerSaid("U1").join();
};

describe("two trainers with a text of the same flow", () => {
  it("who publish at the same moment: one is live, and the other is told and has overwritten nothing", async () => {
    room = await openPublishingRoom();
    await opens(ONE, "T1");
    await opens(OTHER, "T2");
    // The store is busy until both have come, so that they go on step by step beside each other.
    const busy = room.store.together("T0001", () => new Promise((resolve) => setTimeout(resolve, 100)));
    await Promise.all([busy, sends("T1"), sends("T2")]).then(room.quiet);
    const isLive = (person: string) => told(person).includes("is version 1 of `cold-soup`");
    const [first, second] = isLive("T1") ? ["T1", "T2"] : ["T2", "T1"];
    expect([isLive(first), told(first)]).toEqual([true, expect.not.stringContaining(MEANWHILE)]);
    // Who was later by a hair is told in the dialogue, and else below it.
    expect(`${told(second)}${JSON.stringify(room.slack.openView(second)?.errors)}`).toContain(MEANWHILE);
    expect(told("T1") + told("T2")).not.toContain("version 2");
    expect(await openingOfSoup()).toContain(first === "T1" ? "Once more." : "As always.");
  });

  it("where a second has to approve: what was approved while Slack was asked is not overwritten", async () => {
    room = await openPublishingRoom({ ...BOTH, second: true });
    await opens(ONE, "T1");
    await room.publishes(OTHER, "Mine as well.", "T2");
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const before = room.slack.timesCalled("conversations.open");
    room.slack.failNext("conversations.open", { kind: "held", until: released });
    void sends("T1");
    await until(() => room.slack.timesCalled("conversations.open") > before);
    const asked = room.slack.dm("T1").findLast((one) => buttonsOf(one).includes("flow:approve"));
    if (!asked) throw new Error("T1 should be asked to approve.");
    await room.slack.person("T1").clicks(asked, "flow:approve");
    while (!told("T1").includes("is version 1 of `cold-soup`")) await room.tightrope.clockwork.turn();
    release();
    await room.slack.arrived();
    await room.quiet();
    expect(room.last("T1").text).toBe(
      `${MEANWHILE} Nothing was published; press Publish… again to see what changes now.`,
    );
    expect(room.slack.dm("T2").flatMap(buttonsOf)).not.toContain("flow:approve");
    expect(await openingOfSoup()).toContain("As always.");
  });
});
