import type { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientOf, refused } from "./client.ts";
import { type SlackDouble, startSlackDouble } from "./slack-double.ts";

const modal = (more = {}) => ({
  type: "modal" as const,
  title: { type: "plain_text" as const, text: "Set up" },
  blocks: [{ type: "section" as const, text: { type: "mrkdwn" as const, text: "Hello" } }],
  ...more,
});

describe("who may do what where", () => {
  let slack: SlackDouble;
  let client: WebClient;
  beforeEach(async () => {
    slack = await startSlackDouble({
      people: [{ id: "U1" }, { id: "U2" }],
      channels: [
        { id: "C1", bot: true },
        { id: "C2" },
        { id: "C3", kind: "private" },
        { id: "C4", bot: true, archived: true },
        { id: "C5", bot: true, people: ["U2"] },
      ],
    });
    client = clientOf(slack);
  });
  afterEach(() => slack.close());

  const post = (channel: string) => refused(client.chat.postMessage({ channel, text: "hello" }));

  it("chat:write.public lets it write in public channels, and an archived one is closed to everybody", async () => {
    slack.workspace.scopes.push("chat:write.public");
    expect(await Promise.all(["C2", "C3", "C4"].map(post))).toEqual([
      undefined,
      "channel_not_found",
      "is_archived",
    ]);
  });

  it("A6: only somebody who is there sees a message that is for them alone", async () => {
    const whisper = client.chat.postEphemeral({ channel: "C5", user: "U1", text: "psst" });
    expect(await refused(whisper)).toBe("user_not_in_channel");
  });

  it("A10: people have the commands and shortcuts of our manifest, and use them where they are", () => {
    const ada = slack.unsent("U1");
    expect(() => ada.command("/practise")).toThrow("no command of the app's manifest");
    expect(() => ada.command("/practice", "", "C5")).toThrow("U1 is not in C5");
    ada.writes("hello");
    const [seen] = slack.dm("U1");
    expect(() => ada.shortcut(seen as never, "praise")).toThrow("no shortcut of the app's manifest");
  });

  it("A3: the app hears what our manifest subscribes to, and mentions only where it is", () => {
    const ada = slack.unsent("U1");
    expect(() => ada.mentions("C2", "hello")).toThrow("asked whether to invite it");
    expect(() => ada.mentions("C5", "hello")).toThrow("U1 is not in C5");
    slack.workspace.events = [];
    expect(() => ada.writes("hello")).toThrow("does not subscribe to message.im");
    expect(() => ada.mentions("C1", "hello")).toThrow("does not subscribe to app_mention");
    expect(() => ada.opensHome()).toThrow("does not subscribe to app_home_opened");
  });

  it("a view has an external id of its own, and an end to its size", async () => {
    const open = (more: object, person = "U1") => {
      const trigger_id = String(slack.unsent(person).command("/practice").body.trigger_id);
      return refused(client.views.open({ trigger_id, view: modal(more) as never }));
    };
    expect(await open({ external_id: "one" })).toBeUndefined();
    expect(await open({ external_id: "one" }, "U2")).toBe("duplicate_external_id");
    const section = { type: "section", text: { type: "mrkdwn", text: "x".repeat(3_000) } };
    expect(await open({ blocks: Array(90).fill(section) })).toBe("view_too_large");
  });
});
