import type { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientOf, refused } from "./client.ts";
import { type SlackDouble, startSlackDouble } from "./slack-double.ts";

describe("what an app may look up", () => {
  let slack: SlackDouble;
  let client: WebClient;

  beforeEach(async () => {
    slack = await startSlackDouble({
      scopes: ["chat:write", "im:history", "im:write", "users:read", "channels:read"],
      people: [{ id: "U1", name: "Ada Moreno", tz: "Asia/Tokyo" }],
      channels: [{ id: "C1", name: "support", bot: true }],
    });
    client = clientOf(slack);
  });
  afterEach(() => slack.close());

  it("A9: a shared file can be asked about and read with the scope, and not without", async () => {
    slack.unsent("U1").writes("", { files: [{ name: "flow.yaml", content: "id: refund" }] });
    const file = slack.dm("U1")[0]?.files?.[0] as { id: string; url_private: string };
    expect(await refused(client.files.info({ file: file.id }))).toBe("missing_scope");
    slack.workspace.scopes.push("files:read");
    expect((await client.files.info({ file: file.id })).file).toMatchObject({ name: "flow.yaml", size: 10 });
    const authorization = `Bearer ${slack.token}`;
    expect(await (await fetch(file.url_private, { headers: { authorization } })).text()).toBe("id: refund");
    const stranger = await fetch(file.url_private, { redirect: "manual" });
    expect([stranger.status, stranger.headers.get("location")]).toEqual([302, "/signin"]);
  });

  it("history of a DM comes newest first, with metadata when asked for", async () => {
    const { channel: { id: channel = "" } = {} } = await client.conversations.open({ users: "U1" });
    const metadata = { event_type: "line", event_payload: { id: "7" } };
    await client.chat.postMessage({ channel, text: "one", metadata });
    slack.unsent("U1").writes("two");
    const bare = await client.conversations.history({ channel });
    expect(bare.messages?.map(({ text, metadata }) => [text, metadata])).toEqual([
      ["two", undefined],
      ["one", undefined],
    ]);
    const full = await client.conversations.history({
      channel,
      include_all_metadata: true,
      limit: 1,
      latest: bare.messages?.[0]?.ts ?? "",
    });
    expect(full.messages).toMatchObject([{ text: "one", metadata }]);
    expect(await refused(client.conversations.history({ channel: "C1" }))).toBe("channel_not_found");
  });

  it("says whether an account is deactivated, an app or of another organisation, and opens no DM with the first two", async () => {
    const like = { name: "X", tz: "UTC", locale: "en-US" };
    slack.workspace.people.set("U7", { id: "U7", ...like, app: true });
    slack.workspace.people.set("U8", { id: "U8", ...like, deactivated: true });
    slack.workspace.people.set("U9", { id: "U9", ...like, team: "T9" });
    expect((await client.users.info({ user: "U7" })).user).toMatchObject({ is_bot: true, deleted: false });
    expect((await client.users.info({ user: "U8" })).user).toMatchObject({ is_bot: false, deleted: true });
    expect((await client.users.info({ user: "U9" })).user).toMatchObject({
      team_id: "T9",
      is_stranger: true,
    });
    expect(await refused(client.conversations.open({ users: "U7" }))).toBe("cannot_dm_bot");
    expect(await refused(client.conversations.open({ users: "U8" }))).toBe("user_disabled");
  });

  it("A9: says who a person is, in which time zone and, when asked, in which language", async () => {
    const { user } = await client.users.info({ user: "U1", include_locale: true });
    expect(user).toMatchObject({
      id: "U1",
      real_name: "Ada Moreno",
      tz: "Asia/Tokyo",
      tz_offset: 32_400,
      locale: "en-US",
    });
    expect(await refused(client.users.info({ user: "U9" }))).toBe("user_not_found");
    slack.workspace.people.set("U9", { id: "U9", name: "X", tz: "UTC", locale: "en-US", hidden: true });
    expect(await refused(client.users.info({ user: "U9" }))).toBe("user_not_visible");
    expect((await client.conversations.info({ channel: "C1" })).channel).toMatchObject({
      name: "support",
      is_member: true,
    });
  });
});
