import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AdminRoom, openAdminRoom, TEAM, wordsOf } from "./admin-room.ts";

let room: AdminRoom;
beforeEach(async () => {
  room = await openAdminRoom({ leads: { people: ["U2"], groups: [] } });
});
afterEach(() => room.close());

const audited = async () => (await room.audited()).filter((one) => !/audit-|role-/.test(one));

describe("the audit log", () => {
  it("holds what leads did with challenges and teams, and what others were not let do", async () => {
    const asks = (words: string, who: string) => room.pass(1_000).then(() => room.asks(words, who));
    await asks("challenge", "U3");
    await room.pass(1_000);
    await room.launches("together", { goal: "5" }, "U2");
    await asks("team", "U2");
    await asks("team", "U3");
    await asks("challenge", "U2");
    await room.slack.person("U2").submits(room.page("U2"), {}).then(room.quiet);
    expect(await audited()).toEqual([
      "U3 DENIED challenge-launched C1",
      "U2 challenge-launched C1",
      "U2 team-looked-at C1",
      "U3 DENIED team-looked-at C1",
      "U2 challenge-ended C1",
    ]);
  });

  it("holds a launch that was previewed before the role was taken away, as refused", async () => {
    await room.decides({ "leads-people": ["U3"] });
    await room.plans("together", { goal: "5" }, "U3");
    await room.decides({ "leads-people": [] });
    await room.slack.person("U3").submits(room.page("U3")).then(room.quiet);
    expect(room.posted()).toEqual([]);
    expect(room.last("U3").text).toContain("launched here by <@U2>");
    expect(await audited()).toEqual(["U3 DENIED challenge-launched C1"]);
  });

  it("holds one line for what Slack delivers twice, and for what somebody tries again and again", async () => {
    const asked = room.slack.person("U3");
    for (const _ of [1, 2, 3]) await asked.command("/practice", "team", "C1").then(room.quiet);
    expect(await audited()).toEqual(["U3 DENIED team-looked-at C1"]);
    await room.pass(1_000);
    const { plans, page, slack, quiet } = room;
    await plans("together", { goal: "5" }, "U2");
    const posting = slack.unsent("U2").submits(page("U2"));
    await Promise.all([slack.deliver(posting), slack.deliver(posting)]);
    await slack.deliver(posting);
    await quiet();
    expect(room.posted()).toHaveLength(1);
    expect(await audited()).toEqual(["U3 DENIED team-looked-at C1", "U2 challenge-launched C1"]);
  });

  it("holds no words that anybody wrote", async () => {
    await room.launches("together", { goal: "5", word: "For Marmalade." }, "U2");
    const entries = await room.store.together(TEAM, (desk) => desk.audit.read(TEAM, 100));
    expect(JSON.stringify(entries)).not.toContain("Marmalade");
  });
});

describe("an admin who reads it", () => {
  const happened = (many: number) =>
    room.store.together(TEAM, async (desk) => {
      for (let n = 1; n <= many; n++)
        await desk.audit.write({ team: TEAM, by: "U2", did: "flow-published", about: [`soup-${n}`] });
    });
  const turns = (action: string) => room.opens(action, "U1", room.page());

  it("sees the newest first, in words, page by page, and comes back to the newest", async () => {
    await happened(45);
    await room.opens("admin:audit");
    expect(wordsOf(room.page())).toMatch(/2026-01-05 10:00 · <@U2> published a flow · soup-45".+soup-26"/);
    expect(wordsOf(room.page())).toContain("Times are in your own time zone, Europe/Amsterdam.");
    expect(wordsOf(room.page())).not.toContain("soup-25");
    await turns("admin:audit-older");
    expect(wordsOf(room.page())).toMatch(/soup-25".+soup-6"/);
    await turns("admin:audit-older");
    expect(wordsOf(room.page())).toMatch(/soup-5".+soup-1"/);
    expect(wordsOf(room.page())).not.toContain("admin:audit-older");
    await turns("admin:audit-newest");
    expect(wordsOf(room.page())).toContain("soup-45");
    expect((await room.audited()).at(-1)).toBe("U1 audit-read");
  });

  it("is told when nothing has happened yet", async () => {
    await room.opens("admin:audit");
    expect(wordsOf(room.page())).toContain("Nothing has happened yet that belongs here.");
  });

  it("sees what was not let, and nothing in it is taken for a mention or a link", async () => {
    await room.store.together(TEAM, (desk) =>
      desk.audit.write({
        ...{ team: TEAM, by: "U3", did: "flow-published", denied: true },
        about: ["<!channel>", "C1", "S1", "U2"],
      }),
    );
    await room.opens("admin:audit");
    expect(wordsOf(room.page())).toContain(
      "<@U3> *was not let* publish a flow · &lt;!channel&gt; · <#C1> · <!subteam^S1> · <@U2>",
    );
  });

  it("gets it as one file in their direct message, also when they press twice", async () => {
    await happened(2);
    const home = await room.home();
    await room.opens("admin:audit-file", "U1", home);
    await room.slack.person("U1").clicks(home, "admin:audit-file").then(room.quiet);
    const files = room.slack.dm("U1").flatMap((one) => one.files ?? []) as { id: string; name: string }[];
    expect(files.map(({ name }) => name)).toEqual(["tightrope-audit-2026-01-05.csv"]);
    const table = room.slack.workspace.files.get(files[0]?.id ?? "")?.content.toString();
    expect(table).toMatch(/^when \(UTC\),who,what,about,let\r\n\S+U2,published a flow,soup-2,yes\r\n/);
    expect(table).toMatch(/\S+,U2,published a flow,soup-1,yes\r\n$/);
    expect((await room.audited()).at(-1)).toBe("U1 audit-exported 2 lines");
  });

  it("can't turn a page or take a file any more once the role was taken away", async () => {
    await room.decides({ "admins-people": ["U3"] });
    await happened(25);
    const home = await room.home("U3");
    await room.opens("admin:audit", "U3", home);
    const page = room.page("U3");
    await room.store.together(TEAM, (desk) =>
      desk.settings.change(TEAM, "U1", { admins: { people: [], groups: [] } }),
    );
    await room.opens("admin:audit-older", "U3", page);
    await room.opens("admin:audit-file", "U3", home);
    expect(wordsOf(room.page("U3"))).not.toContain('soup-1"');
    expect(room.slack.dm("U3").flatMap((one) => one.files ?? [])).toEqual([]);
    expect((await room.audited()).slice(-2)).toEqual(["U3 DENIED audit-read", "U3 DENIED audit-exported"]);
  });
});
