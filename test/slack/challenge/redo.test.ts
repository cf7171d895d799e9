import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../slack-double/workspace.ts";
import { HEARD, openTeamRoom, type TeamRoom } from "./team-room.ts";

let room: TeamRoom;
beforeEach(async () => {
  room = await openTeamRoom();
  await room.launches("redo", { goal: "3" });
  await room.joins("U2");
});
afterEach(() => room.close());

const meter = () => /\d+ of 3 mended turns/.exec(room.posted()[0]?.text ?? "")?.[0];
const debrief = (): Message => {
  const found = room.slack
    .dm("U2")
    .findLast(({ blocks }) => JSON.stringify(blocks ?? []).includes('"retry:'));
  if (!found) throw new Error("There is no debrief.");
  return found;
};

/** Goes back to a message and answers it in another way, to the end of that practice. */
async function redo(seen: Message, turn: number, line: string) {
  await room.presses(seen, `retry:${turn}`, "U2");
  await room.slack.person("U2").writes(line);
  await room.pass(2_000);
  await room.slack.person("U2").writes("stop");
  await room.pass(20 * 60_000);
}

describe("a week in which mended turns count", () => {
  it("counts a bad turn that became a good one, and each only once", async () => {
    await room.practises("U2", ["What is your order number?", "The policy is the policy."]);
    const first = structuredClone(debrief());
    const turn = Number(/"retry:(\d)"/.exec(JSON.stringify(first.blocks))?.[1]);
    await room.pass(60_000);
    expect(meter()).toBe("0 of 3 mended turns");
    await redo(first, turn, HEARD);
    await room.pass(60_000);
    expect(meter()).toBe("1 of 3 mended turns");
    await redo(first, turn, HEARD);
    await room.pass(60_000);
    expect(meter()).toBe("1 of 3 mended turns");
  });

  it("counts no turn that was not mended, and no practice that took none again", async () => {
    await room.practises("U2", ["What is your order number?", "The policy is the policy."]);
    const first = structuredClone(debrief());
    const turn = Number(/"retry:(\d)"/.exec(JSON.stringify(first.blocks))?.[1]);
    await redo(first, turn, "Please hold.");
    await room.pass(60_000);
    expect(meter()).toBe("0 of 3 mended turns");
  });
});
