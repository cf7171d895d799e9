import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../slack-double/workspace.ts";
import { DAY, openTeamRoom, type TeamRoom } from "../challenge/team-room.ts";

let room: TeamRoom;
beforeEach(async () => {
  room = await openTeamRoom({ channels: ["C1", "C2"] });
  await room.asks("kudos <@U2>");
  await submits("U1", { "kudos:skill": "validation", "kudos:reason": "You said back how long it was." });
  await room.presses(got(), "kudos:show", "U2");
  await submits("U2", { "kudos:channel": "C2" });
});
afterEach(() => room.close());

const heard = async () => {
  for (let second = 0; second < 8; second += 1) await room.pass(1_000);
};
const submits = (person: string, answers: Record<string, string>) =>
  room.slack.person(person).submits(room.page(person), answers).then(heard);
const got = () => room.slack.dm("U2").find(({ text }) => text.includes("noticed something you")) as Message;
const asked = (person: string) =>
  room.slack.dm(person).findLast(({ text }) => text.includes("Shall I erase everything")) as Message;
const forget = async (person: string, action: string) => {
  await room.asks("forget me", person);
  await heard();
  await room.presses(asked(person), action, person);
  await heard();
};

describe("kudos, when somebody is forgotten", () => {
  it("that they show in a channel are taken back where that is wished", async () => {
    expect(room.posted("C2")).toHaveLength(1);
    await forget("U2", "own:forget-back");
    expect(room.posted("C2")).toEqual([]);
    expect(room.last("U2").text).toContain("taken back: one thing");
  });

  it("that they show are left where that is wished, and nothing of them is kept here", async () => {
    await forget("U2", "own:forget");
    expect(room.posted("C2")).toHaveLength(1);
    const { rest } = await room.store.ownData({ team: "T0001", user: "U2", channel: "DU2" });
    expect(rest["kudos: you got"]).toEqual([]);
  });

  it("that they gave stay with whoever got them, which is said before", async () => {
    await room.asks("forget me");
    await heard();
    expect(asked("U1").text).toContain("Kudos that you gave: they belong to whoever got them.");
    await room.presses(asked("U1"), "own:forget");
    await heard();
    expect(room.posted("C2")).toHaveLength(1);
  });

  it("have no words any more when message text has had its time, and can still be hidden", async () => {
    for (let day = 0; day < 4; day += 1) await room.pass(31 * DAY);
    await room.pass(DAY);
    const { rest } = await room.store.ownData({ team: "T0001", user: "U2", channel: "DU2" });
    expect(rest["kudos: you got"]).toEqual([expect.not.objectContaining({ "what for": expect.anything() })]);
    await room.presses(got(), "kudos:show", "U2");
    expect(JSON.stringify(room.page("U2").blocks)).toContain("its words are no longer kept");
  });
});
