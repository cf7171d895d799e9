import type { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientOf, refused } from "./client.ts";
import { type SlackDouble, startSlackDouble } from "./slack-double.ts";

const SCOPES = [
  "chat:write",
  "chat:write.customize",
  "im:history",
  "im:write",
  "users:read",
  "channels:read",
];
const LOOK = { username: "Dana Reyes (practice customer)", icon_emoji: ":woman:" };

describe("the Web API says yes and no where Slack does", () => {
  let slack: SlackDouble;
  let client: WebClient;

  beforeEach(async () => {
    slack = await startSlackDouble({
      scopes: [...SCOPES],
      people: [{ id: "U1", name: "Ada Moreno", tz: "Asia/Tokyo" }],
      channels: [{ id: "C1", name: "support", bot: true }, { id: "C2" }, { id: "G1", kind: "private" }],
    });
    client = clientOf(slack);
  });
  afterEach(() => slack.close());

  async function openDm(): Promise<string> {
    return (await client.conversations.open({ users: "U1" })).channel?.id ?? "";
  }

  it("knows the app by its token, and nobody without one", async () => {
    expect(await client.auth.test()).toMatchObject({
      ok: true,
      user_id: "U0BOT",
      bot_id: "B0001",
      team_id: "T0001",
    });
    expect(await refused(clientOf(slack, "xoxb-other").auth.test())).toBe("invalid_auth");
    expect(await refused(clientOf(slack, "").auth.test())).toBe("not_authed");
    expect(await refused(client.apps.connections.open({}))).toBe("not_allowed_token_type");
    expect(await refused(client.apiCall("chat.nonsense"))).toBe("unknown_method");
  });

  it("a method without its scope is refused by name", async () => {
    slack.workspace.scopes = ["im:history"];
    const answer = await client.chat.postMessage({ channel: "C1", text: "hi" }).catch((error) => error.data);
    expect(answer).toMatchObject({ error: "missing_scope", needed: "chat:write", provided: "im:history" });
    slack.workspace.scopes = ["chat:write"];
    expect(await refused(client.chat.postMessage({ channel: "C1", text: "hi", ...LOOK }))).toBe(
      "missing_scope",
    );
  });

  it("A6: a persona line to a D id lands in the app's DM, to a U id in Slackbot's", async () => {
    const channel = await openDm();
    expect((await client.chat.postMessage({ channel, text: "in the DM", ...LOOK })).channel).toBe(channel);
    await client.chat.postMessage({ channel: "U1", text: "astray", ...LOOK });
    await client.chat.postMessage({ channel: "U1", text: "from the app itself" });
    expect(slack.dm("U1").map((message) => message.text)).toEqual(["in the DM", "from the app itself"]);
    expect(slack.slackbotDm("U1").map((message) => message.text)).toEqual(["astray"]);
    expect(slack.dm("U1")[0]).toMatchObject({ ...LOOK, bot: true });
  });

  it("the app posts only where it is", async () => {
    const post = (channel: string) => refused(client.chat.postMessage({ channel, text: "hi" }));
    expect(await post("C1")).toBeUndefined();
    expect(await post("C2")).toBe("not_in_channel");
    expect(await post("G1")).toBe("channel_not_found");
    expect(await post("DU1")).toBe("channel_not_found");
    expect(await post("nowhere")).toBe("channel_not_found");
  });

  it("A6: a message needs content, and an update may not be long", async () => {
    const { ts = "" } = await client.chat.postMessage({ channel: "C1", text: "x".repeat(4001) });
    expect(await refused(client.chat.postMessage({ channel: "C1", text: "" }))).toBe("no_text");
    expect(await refused(client.chat.update({ channel: "C1", ts, text: "x".repeat(4001) }))).toBe(
      "msg_too_long",
    );
    expect(await refused(client.chat.update({ channel: "C1", ts: "1.000001", text: "x" }))).toBe(
      "message_not_found",
    );
  });

  it("A7: blocks beyond the limits are refused, with every reason", async () => {
    const text = { type: "mrkdwn" as const, text: "x".repeat(3001) };
    const blocks = [{ type: "section" as const, text }];
    const answer = await client.chat
      .postMessage({ channel: "C1", text: "a", blocks })
      .catch((error) => error.data);
    expect(answer.error).toBe("invalid_blocks");
    expect(answer.response_metadata.messages).toEqual([
      "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    ]);
  });

  it("A6: an update without blocks takes them away and shows that it was edited; with blocks it does not", async () => {
    const channel = await openDm();
    const blocks = [{ type: "section", text: { type: "mrkdwn", text: "a" } }];
    const { ts = "" } = await client.chat.postMessage({ channel, text: "a", blocks });
    await client.chat.update({ channel, ts, text: "b", blocks });
    expect(slack.dm("U1")[0]).toMatchObject({ text: "b", blocks });
    expect(slack.dm("U1")[0]?.edited).toBeUndefined();
    await client.chat.update({ channel, ts, text: "c" });
    expect(slack.dm("U1")[0]?.blocks).toBeUndefined();
    expect(slack.dm("U1")[0]?.edited).toMatchObject({ user: "U0BOT" });
  });

  it("A6: the app changes and deletes only its own, and deletes nothing it said under another name", async () => {
    const channel = await openDm();
    const { ts } = slack.unsent("U1").writes("hers");
    expect(await refused(client.chat.update({ channel, ts, text: "x" }))).toBe("cant_update_message");
    expect(await refused(client.chat.delete({ channel, ts }))).toBe("cant_delete_message");
    const persona = await client.chat.postMessage({ channel, text: "as Dana", ...LOOK });
    expect(await refused(client.chat.delete({ channel, ts: persona.ts ?? "" }))).toBe("cant_delete_message");
    const own = await client.chat.postMessage({ channel, text: "as the app" });
    await client.chat.delete({ channel, ts: own.ts ?? "" });
    expect(slack.dm("U1").map((message) => message.text)).toEqual(["hers", "as Dana"]);
  });

  it("A6: an ephemeral message is for one person, and cannot be changed", async () => {
    const { message_ts = "" } = await client.chat.postEphemeral({ channel: "C1", user: "U1", text: "psst" });
    expect(slack.channel("C1", "U1").map((message) => message.text)).toEqual(["psst"]);
    expect(slack.channel("C1", "U2")).toEqual([]);
    expect(await refused(client.chat.update({ channel: "C1", ts: message_ts, text: "x" }))).toBe(
      "message_not_found",
    );
    expect(await refused(client.chat.postEphemeral({ channel: "C1", user: "U2", text: "x" }))).toBe(
      "user_not_in_channel",
    );
  });

  it("takes JSON as well as forms, and keeps every call in order", async () => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${slack.token}` };
    const body = JSON.stringify({ channel: "C1", text: "as JSON" });
    const response = await fetch(`${slack.slackApiUrl}chat.postMessage`, { method: "POST", headers, body });
    expect(await response.json()).toMatchObject({ ok: true, channel: "C1", message: { text: "as JSON" } });
    await refused(client.chat.postMessage({ channel: "C2", text: "as a form" }));
    expect(slack.calls).toMatchObject([
      { method: "chat.postMessage", args: { text: "as JSON" }, result: { ok: true } },
      { method: "chat.postMessage", args: { text: "as a form" }, result: { error: "not_in_channel" } },
    ]);
  });
});
