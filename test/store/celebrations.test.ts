import { describe, expect, it } from "vitest";
import type { Challenge } from "../../src/challenge/challenge.ts";
import { begin, happen } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import type { KeptLine } from "../../src/store/celebrations.ts";
import type { Desk } from "../../src/store/desk.ts";
import { COLD_SOUP, practiceOf, STORES, taken, within } from "./stores.ts";

const DAY = 86_400_000;
const CHALLENGE: Challenge = {
  ...{
    team: "T1",
    id: "c1",
    lead: "U1",
    leadChannel: "DU1",
    state: "running",
    madeAt: 0,
    shownAt: 0,
    milestones: 0,
  },
  plan: {
    ...{ kind: "together", channels: ["C1"], flows: [], counted: "validation", goal: 9, startsAt: 0 },
    ...{ endsAt: DAY, zone: "UTC", board: true, word: "" },
  },
};
const line = (user: string, more: Partial<KeptLine> = {}): KeptLine => ({
  ...{
    user,
    channel: "C1",
    practice: `p-${user}`,
    home: `D${user}`,
    quote: "Cold soup.",
    shownAs: "name",
    at: 0,
  },
  ...more,
});
const showing = (user: string) => ({ user, channel: "C1", flow: "cold-soup", rated: {}, isFirst: true });
const everything = async (desk: Desk) => ({
  lines: (await desk.celebrations.lines(CHALLENGE)).map(({ user }) => user),
  showings: (await desk.celebrations.showings(CHALLENGE)).map(({ user }) => user),
  board: (await desk.celebrations.boardLines(CHALLENGE, "C1")).map(({ user }) => user),
  mended: await desk.celebrations.mendedIn(CHALLENGE, "C1"),
});

async function fill(desk: Desk): Promise<void> {
  await desk.challenges.add(CHALLENGE);
  for (const user of ["U1", "U2"]) {
    await desk.challenges.join(CHALLENGE, user, "C1");
    await desk.celebrations.agree(CHALLENGE, line(user));
    await desk.celebrations.showed(CHALLENGE, `p-${user}`, showing(user));
    await desk.celebrations.keepBoardLine(CHALLENGE, "C1", { user, called: user, words: "" });
    await desk.celebrations.mended(CHALLENGE, `p-${user}/1`, "C1");
  }
}

describe.each(STORES)("what is celebrated, %s", (_name, open) => {
  const stored = async (work: (desk: Desk) => Promise<unknown>) => {
    const { store, close } = await open();
    await within(store, fill);
    await within(store, work);
    const left = await within(store, everything);
    const due = await store.dueNow();
    await close();
    return { ...left, due: due.map(({ kind, subject }) => `${kind} ${subject}`) };
  };

  it("is kept once for each practice, and a line in the way that was agreed to last", async () => {
    let shownAs: string[] = [];
    const { lines, showings, mended } = await stored(async (desk) => {
      await fill({ ...desk, challenges: { ...desk.challenges, add: async () => true } });
      await desk.celebrations.agree(CHALLENGE, line("U2", { shownAs: "nobody" }));
      shownAs = (await desk.celebrations.lines(CHALLENGE)).map((one) => one.shownAs).sort();
    });
    expect([lines.sort(), showings, mended]).toEqual([["U1", "U2"], ["U1", "U2"], 2]);
    expect(shownAs).toEqual(["name", "nobody"]);
  });

  it("goes with whoever leaves, but for what names nobody", async () => {
    expect(await stored((desk) => desk.celebrations.withdraw(CHALLENGE, "U1"))).toMatchObject({
      ...{ lines: ["U2"], showings: ["U2"], board: ["U2"], mended: 2 },
    });
  });

  it("goes with whoever erases their practices, and a board they stood on is shown again", async () => {
    expect(await stored((desk) => desk.own.erase({ team: "T1", user: "U1" }))).toEqual({
      ...{ lines: ["U2"], showings: ["U2"], board: ["U2"], mended: 2 },
      due: ["challenge-board c1"],
    });
  });

  it("is gone when the challenge is over, and the board when it is taken down", async () => {
    const over = await stored((desk) => desk.celebrations.forgetShown(CHALLENGE));
    expect(over).toMatchObject({ lines: [], showings: [], board: ["U1", "U2"], mended: 0 });
    expect((await stored((desk) => desk.celebrations.forgetBoard(CHALLENGE))).board).toEqual([]);
  });

  it("knows who had practised before: not by a practice in which nothing was written, nor by a trial", async () => {
    const { store, close } = await open();
    const session = takeTurn(begin(COLD_SOUP, 1, "Ada"), "Hello.");
    const before = (user: string) =>
      within(store, (desk) => desk.celebrations.practisedBefore("T1", user, 2_000_000));
    await within(store, async (desk) => {
      await desk.keep(practiceOf("U1", "one", happen(session, { type: "stop" })));
      await desk.keep(practiceOf("U2", "two"));
      await desk.keep({ ...practiceOf("U3", "three", session), trial: "draft" });
      await desk.keep({ ...practiceOf("U4", "four", session), startedAt: 3_000_000 });
    });
    expect(await Promise.all(["U1", "U2", "U3", "U4"].map(before))).toEqual([true, false, false, false]);
    await close();
  });

  it("can still be changed in Slack when other messages are long forgotten", async () => {
    const { store, clock, close } = await open();
    for (const id of ["challenge/c1/C1", "other"]) {
      await within(store, (desk) => desk.send("T1", "C1", { text: "Hello" }, undefined, id));
      await store.sent({ team: "T1", id }, `ts of ${id}`);
    }
    const stands = async (updates: string) => {
      await within(store, (desk) => desk.send("T1", `to ${updates}`, { text: "Changed" }, updates));
      return (await taken(store, `to ${updates}`)).targetTs;
    };
    clock.now += 100 * DAY;
    await store.forgetOld();
    expect([await stands("challenge/c1/C1"), await stands("other")]).toEqual([
      "ts of challenge/c1/C1",
      undefined,
    ]);
    clock.now += 200 * DAY;
    await store.forgetOld();
    await close();
  });
});
