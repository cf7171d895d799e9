import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COLD_SOUP } from "../practice-room.ts";
import { type AdminRoom, openAdminRoom, TEAM, wordsOf } from "./admin-room.ts";

let room: AdminRoom;
beforeEach(async () => {
  room = await openAdminRoom();
  room.slack.workspace.groups.set("S1", ["U2"]);
});
afterEach(() => room.close());

describe("the Home tab of an admin", () => {
  it("says who may do what, what is kept and whether all is well, and nobody else's does", async () => {
    const home = wordsOf(await room.home());
    expect(home).toContain("Admins: <@U1>, and whoever owns this Slack workspace.");
    expect(home).toContain("Trainers: nobody; flows come from the folder alone.");
    expect(home).toContain("Leads: everybody");
    expect(home).toContain(
      "the words of practices for 90 days, what was read in them for 400, and the audit log for 400",
    );
    expect(home).toContain("All is well");
    expect(wordsOf(await room.home("U2"))).not.toContain("Looking after Tightrope");
  });

  it("stands apart from their own practising and from the customers", async () => {
    await room.slack.person("U1").command("/practice", "cold-soup").then(room.quiet);
    await room.slack.person("U1").writes("stop").then(room.quiet);
    await room.pass(20 * 60_000);
    const { blocks } = await room.home();
    const names = (blocks as { type: string; text?: { text: string } }[]).map(
      ({ type, text }) => text?.text.split("\n")[0] ?? type,
    );
    const at = names.findIndex((name) => name.includes("Looking after Tightrope"));
    expect(names[at - 1]).toBe("divider");
    expect(names[at - 2]).not.toBe("divider");
    expect(names.slice(at + 1, at + 4)).toEqual(["actions", "divider", "Customers"]);
  });

  it("is there from the first day on for who owns the workspace", async () => {
    await room.close();
    room = await openAdminRoom({ admins: { people: [], groups: [] } });
    const owner = room.slack.workspace.people.get("U3");
    if (owner) owner.owner = true;
    expect(wordsOf(await room.home("U1"))).not.toContain("Looking after Tightrope");
    expect(wordsOf(await room.home("U3"))).toContain("Admins: nobody is named, and whoever owns");
  });

  it.each([60, 120])("has room beside a library of %i customers", async (count) => {
    await room.close();
    const flows = Array.from({ length: count }, (_, n) => ({ ...COLD_SOUP, id: `cold-soup-${n}` }));
    room = await openAdminRoom({ flows });
    expect(wordsOf(await room.home())).toContain("Looking after Tightrope");
    for (const { id } of flows) expect(wordsOf(room.slack.home("U1"))).toContain(id);
  });

  it("says when messages wait for Slack", async () => {
    room.slack.failNext("chat.postMessage", { kind: "limited", retryAfter: 600 });
    await room.slack.person("U2").command("/practice", "cold-soup").then(room.quiet);
    await room.pass(3 * 60_000);
    expect(wordsOf(await room.home())).toMatch(
      /wait.? for Slack, the longest for 3 minutes. Nothing is lost/,
    );
  });

  it("shows the practices all the same where Slack can't say who is an admin", async () => {
    await room.home();
    room.slack.failNext("users.info", { kind: "broken" });
    const home = wordsOf(await room.home("U2"));
    expect(home).toContain("Cold soup");
    expect(home).not.toContain("Looking after Tightrope");
  });
});

describe("the dialogue about roles and retention", () => {
  it("has the user groups to choose from, and says what the environment says", async () => {
    await room.opens("admin:settings");
    expect(wordsOf(room.page())).toContain("Group S1");
    expect(wordsOf(room.page())).toContain(
      "Named in the environment as well, and only changed there: <@U1>.",
    );
  });

  it("gives roles to people and to groups, from then on, without a restart", async () => {
    await room.decides({ "trainers-people": ["U2"], "leads-groups": ["S1"], messagesDays: "180" });
    expect(await room.settings()).toMatchObject({
      trainers: { people: ["U2"], groups: [] },
      leads: { people: [], groups: ["S1"] },
      retention: { messagesDays: 180, readingsDays: 400 },
    });
    expect(room.last().text).toBe(
      "Saved:\n• <@U2> is a trainer\n• <!subteam^S1> is a lead\n• words of practices: 90 days to 180 days",
    );
    expect(await room.audited()).toEqual([
      "U1 role-given trainer U2",
      "U1 role-given lead S1",
      "U1 setting-changed words of practices: 90 days to 180 days",
    ]);
    await room.asks("help", "U2");
    expect(room.channel("C1").findLast((one) => one.for === "U2")?.text).toContain("You are a trainer here");
    await room.asks("challenge", "U3");
    expect(room.slack.openView("U3")).toBeUndefined();
    await room.launches("together", { goal: "5" }, "U2");
    expect(room.posted()).toHaveLength(1);
  });

  it("begins with what was decided before, and takes a role away as well", async () => {
    await room.decides({ "trainers-people": ["U2", "U3"], second: "yes" });
    await room.opens("admin:settings");
    expect(wordsOf(room.page())).toContain('"initial_users":["U2","U3"]');
    await room.decides({ "trainers-people": ["U3"], second: "no" });
    expect((await room.settings()).trainers.people).toEqual(["U3"]);
    expect(room.last().text).toBe("Saved:\n• <@U2> is no longer a trainer\n• a second trainer approves: no");
  });

  it.each([
    [
      "a second trainer where there is only one",
      { second: "yes", "trainers-people": ["U2"] },
      "two trainers",
    ],
    [
      "readings that go before the words",
      { messagesDays: "365", readingsDays: "30" },
      "for as long at least",
    ],
  ])("objects to %s, where it stands", async (_what, answers, words) => {
    await room.opens("admin:settings");
    const asked = Object.fromEntries(Object.entries(answers).map(([name, one]) => [`admin:${name}`, one]));
    const answer = await room.slack.person("U1").submits(room.page(), asked);
    await room.quiet();
    expect(JSON.stringify(answer)).toContain(words);
    expect(await room.audited()).toEqual([]);
  });

  it("lets nobody take themselves out by mistake", async () => {
    await room.decides({ "admins-people": ["U2"] });
    await room.opens("admin:settings", "U2");
    const answer = await room.slack.person("U2").submits(room.page("U2"), { "admin:admins-people": ["U3"] });
    await room.quiet();
    expect(JSON.stringify(answer)).toContain("You would be no admin any more");
    expect((await room.settings()).admins.people).toEqual(["U2"]);
  });

  it("takes the ids of groups as text where they can't be listed, and says what is no id", async () => {
    room.slack.workspace.groups.clear();
    await room.opens("admin:settings");
    const page = room.page();
    const submits = (text: string) => room.slack.person("U1").submits(page, { "admin:leads-groups": text });
    expect(JSON.stringify(await submits("support, S9"))).toContain("Write ids of user groups");
    await submits("S8, S9").then(room.quiet);
    expect((await room.settings()).leads.groups).toEqual(["S8", "S9"]);
  });

  it("overwrites nothing that another admin decided meanwhile", async () => {
    await room.decides({ "admins-people": ["U2"] });
    await room.opens("admin:settings");
    await room.decides({ "leads-people": ["U3"], "admins-people": ["U2"] }, "U2");
    await room.slack
      .person("U1")
      .submits(room.page(), { "admin:trainers-people": ["U1"] })
      .then(room.quiet);
    expect(wordsOf(room.slack.openView("U1"))).toContain("Another admin changed something meanwhile");
    expect(await room.settings()).toMatchObject({
      leads: { people: ["U3"], groups: [] },
      trainers: { people: [], groups: [] },
    });
  });
});

describe("who is no admin any more", () => {
  beforeEach(async () => {
    await room.decides({ "admins-people": ["U2"] });
  });
  const takenAway = () =>
    room.store.together(TEAM, (desk) =>
      desk.settings.change(TEAM, "U1", { admins: { people: [], groups: [] } }),
    );

  it("is told so at an old button, which opens nothing, and their Home is shown again without it", async () => {
    const before = await room.home("U2");
    await takenAway();
    for (const action of ["admin:settings", "admin:audit"]) await room.opens(action, "U2", before);
    expect(room.slack.openView("U2")).toBeUndefined();
    expect(room.last("U2").text).toContain("for those who look after Tightrope here");
    expect(wordsOf(room.slack.home("U2"))).not.toContain("Looking after Tightrope");
    expect(await room.audited()).toEqual([
      "U1 role-given admin U2",
      "U2 DENIED settings-opened",
      "U2 DENIED audit-read",
    ]);
  });

  it("saves nothing with a dialogue that was open already", async () => {
    await room.opens("admin:settings", "U2");
    await takenAway();
    await room.slack
      .person("U2")
      .submits(room.page("U2"), { "admin:admins-people": ["U2", "U3"] })
      .then(room.quiet);
    expect((await room.settings()).admins.people).toEqual([]);
    expect(wordsOf(room.slack.openView("U2"))).toContain("for those who look after Tightrope here");
    expect(await room.audited()).toContain("U2 DENIED setting-changed");
  });

  it("by a user group loses it within a minute after leaving it", async () => {
    await room.decides({ "admins-people": [], "admins-groups": ["S1"] });
    const before = await room.home("U2");
    expect(wordsOf(before)).toContain("Looking after Tightrope");
    room.slack.workspace.groups.set("S1", []);
    await room.pass(60_000);
    await room.opens("admin:settings", "U2", before);
    expect(room.slack.openView("U2")).toBeUndefined();
  });
});
