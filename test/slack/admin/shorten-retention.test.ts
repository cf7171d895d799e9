import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AdminRoom, openAdminRoom, TEAM, wordsOf } from "./admin-room.ts";

let room: AdminRoom;
beforeEach(async () => {
  room = await openAdminRoom();
});
afterEach(() => room.close());

const DAY = 86_400_000;
const WORDS = "Cold soup right before your meeting, that is a miserable lunch.";
const shorten = (answers = {}) => room.decides({ messagesDays: "30", "leads-people": ["U3"], ...answers });
const asked = () => room.page("U1");
const confirm = () => room.slack.person("U1").submits(asked(), {}).then(room.quiet);
const kept = async () => (await room.settings()).retention.messagesDays;
/** Whether the words of U2's practice are still there. */
const hasWords = async () =>
  JSON.stringify(await room.store.ownData({ team: TEAM, user: "U2", channel: "DU2" })).includes(WORDS);
const practise = async () => {
  await room.slack.person("U2").command("/practice", "cold-soup").then(room.quiet);
  await room.slack.person("U2").writes(WORDS).then(room.quiet);
  await room.pass(10_000);
  await room.slack.person("U2").writes("stop").then(room.quiet);
  await room.pass(40 * DAY);
};

describe("an admin who shortens how long words are kept", () => {
  it("is told what goes and from when on, and saves nothing before they confirm it", async () => {
    await shorten();
    const words = wordsOf(asked());
    expect(words).toContain("Nothing is saved yet");
    expect(words).toContain("kept for 30 days in place of 90");
    // On 5 January: from tomorrow on, what is older than 30 days by then.
    expect(words).toContain("from before 7 December 2025 are erased");
    expect(words).toContain("it begins on 6 January 2026, 09:00 UTC");
    expect([await kept(), (await room.settings()).leads.people]).toEqual([90, []]);
    expect(await room.audited()).toEqual([]);
    await confirm();
    expect([await kept(), (await room.settings()).leads.people]).toEqual([30, ["U3"]]);
    expect(await room.audited()).toEqual([
      "U1 role-given lead U3",
      "U1 setting-changed words of practices: 90 days to 30 days",
    ]);
    expect(room.last().text).toMatch(
      /^Saved:.+from before 7 December 2025.+It begins on 6 January 2026, 09:00 UTC/s,
    );
  });

  it("keeps everything by going back, and loses nothing on the way", async () => {
    await practise();
    await shorten();
    await room.slack.person("U1").closes(asked()).then(room.quiet);
    await room.pass(2 * DAY);
    expect([await kept(), await hasWords()]).toEqual([90, true]);
  });

  it("has a day to undo it, in which nothing goes", async () => {
    await practise();
    await shorten().then(confirm);
    await room.pass(DAY - 600_000);
    expect(await hasWords()).toBe(true);
    await room.decides({ messagesDays: "90" });
    await room.pass(2 * DAY);
    expect([await kept(), await hasWords()]).toEqual([90, true]);
    await shorten().then(confirm);
    await room.pass(DAY + 600_000);
    expect(await hasWords()).toBe(false);
  });

  it("is told the days anew where the question was open for long", async () => {
    await shorten();
    const before = wordsOf(asked());
    room.slack.clock.advance(DAY);
    await confirm();
    expect(await kept()).toBe(90);
    expect(wordsOf(asked())).not.toBe(before);
    await confirm();
    expect(await kept()).toBe(30);
  });

  it("saves nothing when they are no admin any more, or when another admin changed something", async () => {
    await room.decides({ "admins-people": ["U2"] });
    await room.decides({ messagesDays: "30" }, "U2");
    const page = room.page("U2");
    const submit = () => room.slack.person("U2").submits(page, {}).then(room.quiet);
    const admins = (people: string[]) =>
      room.store.together(TEAM, (desk) =>
        desk.settings.change(TEAM, "U1", { admins: { people, groups: [] } }),
      );
    await admins([]);
    await submit();
    expect(wordsOf(room.slack.openView("U2"))).toContain("for those who look after Tightrope here");
    expect(await room.audited()).toContain("U2 DENIED setting-changed");
    expect(await kept()).toBe(90);
  });

  it("saves nothing that another admin has changed meanwhile", async () => {
    await shorten();
    await room.store.together(TEAM, (desk) => desk.settings.change(TEAM, "U2", { secondTrainer: true }));
    await confirm();
    expect(wordsOf(room.slack.openView("U1"))).toContain("Another admin changed something meanwhile");
    expect(await kept()).toBe(90);
  });

  it("is asked to name people first where both together are too much for one question", async () => {
    const many = (letter: string) => Array.from({ length: 50 }, (_, n) => `U${letter}0123456${100 + n}`);
    await room.opens("admin:settings");
    const answer = await room.slack.person("U1").submits(asked(), {
      "admin:admins-people": many("A"),
      "admin:trainers-people": many("B"),
      "admin:leads-people": many("C"),
      ...{
        "admin:leads-groups": many("D")
          .map((id) => id.replace("U", "S"))
          .join(" "),
      },
      "admin:messagesDays": "30",
    });
    expect(JSON.stringify(answer)).toContain("These are many people at once");
  });
});
