import { describe, expect, it } from "vitest";
import { FED, OPENING } from "../practice-room.ts";
import { livelyRoom } from "./lively-room.ts";
import { begin, controlIn, customerSaid, running, told } from "./many-room.ts";

const linkIn = (html: string) =>
  (/href="(https:[^"]+)"/.exec(html)?.[1] ?? "").replaceAll(/&#(\d+);/g, (_, code) =>
    String.fromCodePoint(Number(code)),
  );

describe("installing the app", () => {
  const room = livelyRoom();

  it("takes a press on a page, and people can practise", async () => {
    const page = await room.app.install();
    expect([page.status, page.text]).toEqual([200, expect.stringContaining("Thank you")]);
    await begin(room.app, room.harbour);
    expect(customerSaid(room.harbour)).toEqual([OPENING]);
    expect(await room.store.installed()).toMatchObject([{ team: "T0001" }]);
  });

  it("asks for what the manifest lists", async () => {
    const { text } = await room.app.page("/slack/install");
    const scopes = /[?&]scope=([^&"]+)/.exec(text)?.[1] ?? "";
    expect(decodeURIComponent(scopes).split(",").sort()).toEqual([...room.slack.workspace.scopes].sort());
  });

  it("says on its page what is installed, and in words what each scope is for", async () => {
    const { text } = await room.app.page("/slack/install");
    expect(text).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(text.match(/<h1>/g)).toHaveLength(1);
    for (const scope of room.slack.workspace.scopes) expect(text).toContain(`<code>${scope}</code>`);
    expect(text).toMatch(/What it can do without.*files:read.*usergroups:read/s);
    const leaving = [...text.matchAll(/(?:src|href)="?([^" >]+)|url\(|@import|<script/g)];
    expect(leaving.map(([, to]) => new URL(to ?? "").pathname)).toEqual(["/oauth/v2/authorize"]);
  });

  it("says afterwards where it is installed and what to do first, whatever the workspace is called", async () => {
    room.harbour.workspace.team.name = 'Harbour <b>&"Pine"';
    const { text } = await room.app.install();
    expect(text).toContain("in Harbour &#60;b&#62;&#38;&#34;Pine&#34;.");
    expect(text).toContain('href="slack://app?team=T0001&amp;id=A0001"');
    expect(text).toContain("What to do first");
  });

  it("says that it was our side where Slack could not be asked", async () => {
    room.slack.failNext("oauth.v2.access", { kind: "broken" });
    const page = await room.app.install();
    expect([page.status, page.text]).toEqual([500, expect.stringContaining("its log says why")]);
    expect(await room.store.installed()).toEqual([]);
  });

  it("gives each of two workspaces its own practices, though people and channels have the same ids", async () => {
    await room.app.install();
    await room.app.install({ team: room.pine });
    await begin(room.app, room.harbour);
    await begin(room.app, room.pine);
    await room.pine.person("U1").writes(FED);
    await room.app.quiet();
    await room.pass(3_000);
    expect(customerSaid(room.harbour)).toEqual([OPENING]);
    expect(customerSaid(room.pine).length).toBeGreaterThan(1);
    // Each call was made with the token of the workspace it is about, or the double would have refused it.
    expect(room.slack.calls.filter(({ result }) => result.ok === false)).toEqual([]);
  });

  it("is declined kindly when the person declines, or when the page is opened by somebody else", async () => {
    const first = await room.app.page("/slack/install");
    const leadsTo = linkIn(first.text);
    const declined = new URL(room.slack.decline(leadsTo));
    const page = await room.app.page(`/slack/oauth_redirect${declined.search}`, first.cookie);
    expect([page.status, page.text]).toEqual([400, expect.stringMatching(/did not let it in.*Begin again/s)]);
    const agreed = new URL(room.slack.agree(leadsTo));
    const elsewhere = await room.app.page(`/slack/oauth_redirect${agreed.search}`);
    expect([elsewhere.status, elsewhere.text]).toEqual([400, expect.stringContaining("another browser")]);
    expect(await room.store.installed()).toEqual([]);
  });

  it("leaves nothing of a token in the log or in the open in the store", async () => {
    await room.app.install();
    await begin(room.app, room.harbour);
    const token = room.slack.tokenOf() ?? "";
    expect(token).toMatch(/^xoxb-/);
    expect(room.logged.join("\n")).not.toContain(token);
    expect(room.logged.join("\n")).not.toContain(room.slack.clientSecret);
    expect(JSON.stringify(await room.store.installation("T0001"))).not.toContain(token);
  });

  it("is needed before anything is answered", async () => {
    await room.app.install();
    const { status } = await room.pine.person("U1").command("/practice", "cold-soup");
    await room.app.quiet();
    expect(status).toBe(200);
    expect(told(room.pine)).toEqual([]);
    expect(room.logged.join()).toContain("not installed in T0002");
  });
});

describe("an organisation", () => {
  const room = livelyRoom(({ app }) => app.install({ orgWide: true }));

  it("is one installation for all its workspaces", async () => {
    await begin(room.app, room.pine, "U2");
    expect(customerSaid(room.pine, "U2")).toEqual([OPENING]);
    expect(await room.store.installed()).toMatchObject([{ team: "E0001" }]);
    expect((await running(room, "E0001", "U2"))?.user).toBe("U2");
  });

  it("hears a press that names no workspace where the message came from that did", async () => {
    await begin(room.app, room.harbour);
    const press = room.harbour.unsent("U1").clicks(controlIn(room.harbour), "practice:stop");
    await room.slack.deliver({ ...press, body: { ...press.body, team: null } });
    await room.app.quiet();
    expect(await running(room, "E0001")).toBeUndefined();
  });

  it("is gone as a whole when it removes the app", async () => {
    await begin(room.app, room.harbour);
    await room.slack.uninstall({ orgWide: true });
    await room.app.quiet();
    expect(await room.store.installed()).toEqual([]);
    await room.pass(24 * 3_600_000);
    expect(await room.store.together("E0001", (desk) => desk.practicesOf("E0001", "U1"))).toEqual([]);
  });
});
