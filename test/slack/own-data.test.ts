import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ownDataMessages } from "../../src/slack/own-data/own-data-files.ts";
import type { Message } from "../slack-double/workspace.ts";
import { fakeData } from "./own-data-room.ts";
import { GOOD_LINE, openSharingRoom, type SharingRoom, UNQUOTED } from "./sharing-room.ts";

let room: SharingRoom;
beforeEach(async () => {
  room = await openSharingRoom();
});
afterEach(() => room.close());

const DAY = 86_400_000;
const ME = { team: "T0001", user: "U1" };
/** Slack's pace is a message a second in a channel. */
const heard = async () => {
  await room.quiet();
  for (let second = 0; second < 12; second += 1) await room.pass(1_000);
};
const types = (words: string, person = "U1") =>
  room.slack.person(person).command("/practice", words).then(heard);
const writes = (words: string) => room.slack.person("U1").writes(words).then(heard);
const presses = (seen: Message, action: string) => room.slack.person("U1").clicks(seen, action).then(heard);
const given = (person = "U1") =>
  room.slack
    .dm(person)
    .flatMap(({ files = [] }) =>
      files.map(({ id }) => room.slack.workspace.files.get(String(id))?.content.toString("utf8") ?? ""),
    );
const asked = (person = "U1") =>
  room.slack.dm(person).findLast(({ text }) => text.includes("Shall I erase everything")) as Message;
const said = () =>
  room.slack
    .dm("U1")
    .filter(({ bot }) => bot)
    .map(({ text }) => text)
    .join("\n");

const namesIn = (value: unknown): string[] =>
  value === null || typeof value !== "object"
    ? []
    : Object.entries(value).flatMap(([name, held]) => [
        ...(Array.isArray(value) ? [] : [name]),
        ...namesIn(held),
      ]);

describe("my data", () => {
  it.each([
    ["typed as a command", () => types("my data")],
    ["written to the app", () => writes("My data, please?").then(() => writes("my data."))],
  ])("%s comes as a file with every word, and to nobody else", async (_how, ask) => {
    await ask();
    await room.quiet();
    const [file = "", ...others] = given();
    expect(others).toEqual([]);
    const data = JSON.parse(file) as Record<string, unknown>;
    expect(data["about this file"]).toMatchObject({
      what: expect.stringContaining("Everything that Tightrope keeps about you"),
      "about whom": { member: "U1", "slack workspace": "T0001" },
      made: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    expect(data.practices).toMatchObject([
      {
        flow: "cold-soup",
        state: "over",
        messages: [
          {
            "you wrote": GOOD_LINE,
            "it showed": expect.arrayContaining([
              expect.objectContaining({ "how sure": expect.any(String) }),
            ]),
          },
          { "you wrote": UNQUOTED },
          {},
        ],
      },
    ]);
    expect(given("U2")).toEqual([]);
    expect(room.logged.join()).not.toContain("pineapple");
  });

  it("asked for twice at once comes once", async () => {
    const ask = () => room.slack.person("U1").command("/practice", "my data");
    await Promise.all([ask(), ask()]);
    await heard();
    await room.quiet();
    expect(given()).toHaveLength(1);
    expect(said()).toContain("I'm at it already.");
  });

  it("holds what others answered to them, and not what others keep for themselves", async () => {
    await room.share({ "share:to": "person", "share:person": "U2", "share:scope": "debrief" });
    await types("my data", "U2");
    await room.quiet();
    const [file = "{}"] = given("U2");
    const data = JSON.parse(file) as Record<string, Record<string, unknown[]>>;
    expect(data.shares?.["what was shared with you"]).toMatchObject([{ by: "U1" }]);
    expect(file).not.toContain("pineapple");
  });

  it("names everything in words, says when in dates, and shows nothing of how it is kept", async () => {
    await room.share({ "share:to": "person", "share:person": "U2", "share:scope": "debrief" });
    await writes("reminders");
    await room.slack.person("U1").command("/practice", "cold-soup").then(heard);
    await types("my data");
    await room.quiet();
    const [file = "{}"] = given();
    const data = JSON.parse(file) as Record<string, unknown>;
    // What was just said may be on its way still, or have arrived.
    const parts = Object.keys(data).filter((part) => part !== "messages on their way to you");
    expect(parts).toEqual([
      "about this file",
      "practices",
      "reminders",
      "shares",
      "what is planned for you",
      "small notes",
      "nothing is kept of",
    ]);
    const names = namesIn(data);
    expect(names.filter((name) => !/^[a-z]+(?:[ ,-]+[A-Z]?[a-z]+)*$/.test(name))).toEqual([]);
    expect(file).not.toMatch(/1970|held|outbox|team_id|"seed"|"hash"|\b1\d{9,12}\b/);
  });

  it("that is long comes in several files, none of them large, and nothing is missing", () => {
    const messages = ownDataMessages(fakeData(100, 20_000), ME, 0);
    expect(messages.length).toBeGreaterThan(4);
    const files = messages.map(({ file }) => file?.content ?? "");
    expect(Math.max(...files.map(({ length }) => length))).toBeLessThan(500_000);
    const found = files.flatMap((file) => (JSON.parse(file) as { practices: { id: number }[] }).practices);
    expect(found.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });

  it("is explained where the workspace lets nobody upload files and it is too long for a message", async () => {
    room.slack.failNext("files.getUploadURLExternal", { kind: "refused", error: "file_uploads_disabled" });
    const [message] = ownDataMessages(fakeData(1, 50_000), ME, 0);
    await room.store.together("T0001", (desk) => desk.send("T0001", "DU1", message));
    await room.quiet();
    expect(room.last().text).toContain("does not let me upload files");
  });
});

describe("forget me", () => {
  it("asks first, and keeps everything where that is wished", async () => {
    await types("forget me");
    expect(asked().text).toContain("your practice, with every word");
    expect(asked().text).toMatch(
      /This stays:.*Files that I gave you.* stay in Slack until somebody who runs/s,
    );
    await presses(asked(), "own:keep");
    expect(room.last().text).toBe("Nothing was erased.");
    expect((await room.store.ownData({ team: "T0001", user: "U1", channel: "DU1" })).practices).toHaveLength(
      1,
    );
  });

  it("erases everything once it is confirmed, with the app's own messages, and is done after that", async () => {
    await writes("reminders");
    await writes("forget me");
    await room.pass(1_000);
    const ask = asked();
    await presses(ask, "own:forget");
    expect(room.last().text).toContain("It is done. Your practice and everything else");
    await presses(ask, "own:forget");
    expect(room.last().text).toBe("It is done already: there is nothing more of you to erase.");
    for (let left = 0; left < 6; left += 1) await room.pass(20_000);
    expect(said()).not.toContain("Cold soup right before");
    expect(said()).not.toContain("Shall I erase");
    expect(said()).toContain("It is done.");
    await room.pass(11 * 60_000);
    const { practices, rest } = await room.store.ownData({ team: "T0001", user: "U1", channel: "DU1" });
    expect([practices, ...Object.values(rest)].flat()).toEqual([]);
    await types("progress");
    expect(room.last().text).not.toContain("Validation: clear");
  });

  it("says once that it is done to whoever presses twice, also with the Home tab open", async () => {
    await room.slack.person("U1").opensHome().then(room.quiet);
    await types("forget me");
    const ask = asked();
    const press = () => room.slack.person("U1").clicks(ask, "own:forget");
    await Promise.all([press(), press()]).then(heard);
    expect(said().match(/It is done\./g)).toHaveLength(1);
    expect(said()).toContain("It is done already");
  });

  it("ends a practice that is running, without a debrief, and lets another begin", async () => {
    await room.slack.person("U1").command("/practice", "cold-soup").then(room.quiet);
    await writes("forget me");
    expect(asked().text).toContain("the practice with");
    await presses(asked(), "own:forget");
    expect(await room.practice()).toBeUndefined();
    await room.pass(20 * 60_000);
    expect(said()).not.toContain("how the three skills");
    await room.slack.person("U1").command("/practice", "cold-soup").then(room.quiet);
    expect(await room.practice()).toBeDefined();
  });

  it.each([
    ["own:forget-back", 0],
    ["own:forget", 1],
  ])("takes back what is shared only where that is pressed (%s)", async (action, left) => {
    await room.share({ "share:to": "person", "share:person": "U2", "share:scope": "debrief" });
    expect(room.sharedWith()).toHaveLength(1);
    await types("forget me");
    expect(asked().text).toContain("a practice that you share");
    await presses(asked(), action);
    await room.pass(2_000);
    expect(room.sharedWith()).toHaveLength(left);
    await room.pass(32 * DAY);
    expect(room.sharedWith()).toEqual([]);
  });

  it("empties a Home tab that is open", async () => {
    await room.slack.person("U1").opensHome().then(room.quiet);
    await types("forget me");
    await presses(asked(), "own:forget");
    await room.pass(1_000);
    expect(JSON.stringify(room.slack.workspace.homes.get("U1"))).not.toContain("Validation");
  });
});
