import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appears, challengeIn, openParty, plays, reading } from "./celebrating.ts";
import { DAY, HEARD, type TeamRoom } from "./team-room.ts";

let room: TeamRoom;
beforeEach(async () => {
  room = await openParty(8);
});
afterEach(() => room.close());

const BOARD = { goal: "9", board: ["board"] };
const NAMES = ["Heron", "adder", "Fern", "Moss", "Birch", "Wren"];
const boards = () => room.threaded().filter(({ text }) => text.startsWith("The board"));
const rows = () =>
  boards()
    .at(-1)
    ?.text.split("\n")
    .slice(1, -1)
    .map((line) => line.split(":")[0]?.replace(" (alias)", ""));
const board = () => boards().at(-1) ?? nothing();

async function optIn(people = 5): Promise<void> {
  for (const [index, name] of NAMES.slice(0, people).entries()) {
    await room.joins(`U${index + 2}`);
    await appears(room, `U${index + 2}`, name);
  }
}

describe("a board", () => {
  it("appears in the thread in the last third of the time, in the order of the alphabet and without places", async () => {
    await room.launches("together", BOARD);
    await optIn();
    await room.pass(3 * DAY);
    expect(boards()).toEqual([]);
    await room.pass(DAY / 2);
    expect(rows()).toEqual(["adder", "Birch", "Fern", "Heron", "Moss"]);
    expect(board().thread_ts).toBe(room.posted()[0]?.ts);
    expect(board().text).not.toMatch(/\d|first|last/i);
    expect(board().text.match(/is on the way/g)).toHaveLength(5);
  });

  it("does not appear for four people, nor where the lead offered none", async () => {
    await room.launches("together", BOARD);
    await optIn(4);
    await room.pass(4 * DAY);
    expect(boards()).toEqual([]);
    await room.pass(2 * DAY);
    expect(boards()).toEqual([]);
  });

  it("says what went well, and is looked at anew once a day", async () => {
    await room.launches("together", BOARD);
    await optIn();
    for (const flow of ["cold-soup", "cold-tea"]) await plays(room, "U2", HEARD, flow);
    await room.pass(3.5 * DAY);
    expect(board().text).toContain("Heron (alias): Validation");
    expect(board().text).toContain("clear in most practices");
    for (const flow of ["cold-soup", "cold-tea"]) await plays(room, "U3", HEARD, flow);
    expect(board().text).toContain("adder (alias): is on the way");
    await room.pass(DAY);
    expect(board().text).toContain("adder (alias): Validation");
    expect(boards()).toHaveLength(1);
  });

  it("names those who chose no other name by their own", async () => {
    await room.launches("together", BOARD);
    await optIn();
    await appears(room, "U2", "");
    await room.pass(3.5 * DAY);
    expect(board().text).toContain("<@U2>: is on the way");
  });

  it("loses a line at once when its person opts out, and goes when fewer than five are left", async () => {
    await room.launches("together", BOARD);
    await optIn(6);
    await room.pass(3.5 * DAY);
    await room.presses(board(), "challenge:off-board", "U2");
    expect(rows()).toEqual(["adder", "Birch", "Fern", "Moss", "Wren"]);
    expect(room.told("U2").at(-1)).toBe("Your line is off the board.");
    await appears(room, "U3", "adder", false);
    expect(boards()).toEqual([]);
    await appears(room, "U2", "Heron");
    expect(rows()).toEqual(["Birch", "Fern", "Heron", "Moss", "Wren"]);
  });

  it("loses the line of whoever leaves, and of whoever erases their practices", async () => {
    await room.launches("together", BOARD);
    await optIn(6);
    await room.pass(3.5 * DAY);
    const joined = room.slack.dm("U2").find(({ text }) => text.includes("You take part"));
    if (joined) await room.presses(joined, "challenge:leave", "U2");
    expect(rows()).toEqual(["adder", "Birch", "Fern", "Moss", "Wren"]);
    await room.store.together("T0001", (desk) => desk.own.erase({ team: "T0001", user: "U3" }));
    await room.pass(1_000);
    expect(boards()).toEqual([]);
  });

  it("stands below the summary for a day, where lines can still be taken off, and is gone after it", async () => {
    await room.launches("together", BOARD);
    await optIn(6);
    await room.pass(5 * DAY);
    expect(boards()).toHaveLength(1);
    expect(board().thread_ts).toBe(room.posted().at(-1)?.ts);
    const seen = structuredClone(board());
    await room.presses(board(), "challenge:off-board", "U2");
    expect(rows()).not.toContain("Heron");
    await room.pass(DAY);
    expect(boards()).toEqual([]);
    await room.presses(seen, "challenge:off-board", "U3");
    expect(room.told("U3").at(-1)).toBe("You do not stand on that board.");
    expect(boards()).toEqual([]);
    const challenge = await challengeIn(room);
    expect(await reading(room, (desk) => desk.celebrations.boardLines(challenge, "C1"))).toEqual([]);
  });

  it("is gone at once when the challenge is called off", async () => {
    await room.launches("together", BOARD);
    await optIn();
    await room.pass(3.5 * DAY);
    const posted = room.slack.dm("U1").find(({ text }) => text.includes("is posted in"));
    if (posted) await room.presses(posted, "challenge:call-off");
    expect(boards()).toEqual([]);
    await room.pass(3 * DAY);
    expect(boards()).toEqual([]);
  });

  it("answers whoever does not stand on it kindly, and a press that is repeated once", async () => {
    await room.launches("together", BOARD);
    await optIn(6);
    await room.pass(3.5 * DAY);
    await room.presses(board(), "challenge:off-board", "U8");
    expect(room.told("U8").at(-1)).toBe("You do not stand on that board.");
    const delivery = await room.slack.person("U2").clicks(board(), "challenge:off-board");
    await room.slack.redeliver(delivery);
    await room.quiet();
    expect(room.told("U2").filter((text) => text.includes("off the board"))).toHaveLength(1);
  });

  it("comes in a challenge that was posted a hundred days before it begins, and lasts two months", async () => {
    const [start, end] = ["2026-04-15", "2026-06-10"];
    await room.launches("together", { ...BOARD, "start-day": start, "end-day": end });
    await optIn();
    for (const days of [110, 30, 10]) await room.pass(days * DAY);
    expect(boards()).toHaveLength(1);
    expect(room.posted()[0]?.text).toContain("days left");
    for (const days of [10, 1]) await room.pass(days * DAY);
    expect(boards()).toEqual([]);
  });
});

function nothing(): never {
  throw new Error("There is no board.");
}
