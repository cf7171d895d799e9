import type { Json } from "../blocks.ts";
import type { World } from "./worlds.ts";

/** Those who are held against the double. */
export type Judge = "emulate" | "local-slack";

/** A call, what Slack's documentation says to it, and where a judge is known to say something else, and why. */
export type Case = {
  call: string;
  says: string;
  differs?: Partial<Record<Judge, readonly [says: string, because: string]>>;
  /** What it takes that not every world has. */
  needs?: "narrowToken" | "client" | "outside" | "lonely" | "trigger";
  make: (world: World) => Promise<string>;
};

const section = (text: string): Json => ({ type: "section", text: { type: "mrkdwn", text } });
const dialogue = { type: "modal", title: { type: "plain_text", text: "Set up" }, blocks: [section("Hello")] };
const home = { type: "home", blocks: [section("Hello")] };
const LONG_AGO = "1500000000.000100";
const lenient = (because: string) => ({ "local-slack": ["ok", because] as const });
const ACCEPTS_ALL = "it looks at no block, so that our own check has to";
const NO_BLOCKS = { emulate: ["ok", ACCEPTS_ALL], "local-slack": ["ok", ACCEPTS_ALL] } as const;

const posted = async ({ ask, channel }: World): Promise<string> =>
  String((await ask("chat.postMessage", { channel, text: "hello" })).ts);

/** The calls that Tightrope makes, good and bad. */
export const CASES: Case[] = [
  { call: "auth.test", says: "ok", make: ({ call }) => call("auth.test", {}) },
  {
    call: "auth.test without a token",
    says: "not_authed",
    differs: lenient("it takes whoever comes for its first app"),
    make: ({ call }) => call("auth.test", {}, ""),
  },
  {
    call: "auth.test with a made-up token",
    says: "invalid_auth",
    differs: {
      ...lenient("it takes whoever comes for its first app"),
      emulate: ["ok", "it takes unknown tokens for its administrator"],
    },
    make: ({ call }) => call("auth.test", {}, "xoxb-made-up"),
  },
  {
    call: "a method that is none",
    says: "unknown_method",
    differs: { emulate: ["absent", "it answers 404 to what it does not know"] },
    make: ({ call }) => call("chat.sing", {}),
  },
  {
    call: "chat.postMessage with a token that may not",
    says: "missing_scope",
    needs: "narrowToken",
    make: ({ call, channel, narrowToken }) =>
      call("chat.postMessage", { channel, text: "hello" }, narrowToken),
  },
  {
    call: "chat.postMessage in a channel",
    says: "ok",
    make: ({ call, channel }) => call("chat.postMessage", { channel, text: "hello" }),
  },
  {
    call: "chat.postMessage without a word",
    says: "no_text",
    differs: lenient("it stores whatever comes"),
    make: ({ call, channel }) => call("chat.postMessage", { channel }),
  },
  {
    call: "chat.postMessage nowhere",
    says: "channel_not_found",
    make: ({ call }) => call("chat.postMessage", { channel: "C0NOWHERE", text: "hello" }),
  },
  {
    call: "chat.postMessage where the app is not",
    says: "not_in_channel",
    differs: { emulate: ["ok", "it lets every bot write in public channels, as chat:write.public would"] },
    needs: "outside",
    make: ({ call, outside }) => call("chat.postMessage", { channel: outside, text: "hello" }),
  },
  {
    call: "chat.postMessage with 51 blocks",
    says: "invalid_blocks",
    differs: NO_BLOCKS,
    make: ({ call, channel }) =>
      call("chat.postMessage", { channel, text: "x", blocks: Array(51).fill(section("x")) }),
  },
  {
    call: "chat.postMessage with a section too long",
    says: "invalid_blocks",
    differs: NO_BLOCKS,
    make: ({ call, channel }) =>
      call("chat.postMessage", { channel, text: "x", blocks: [section("x".repeat(3001))] }),
  },
  {
    call: "chat.update of a message of one's own",
    says: "ok",
    make: async (world) =>
      world.call("chat.update", { channel: world.channel, ts: await posted(world), text: "changed" }),
  },
  {
    call: "chat.update of a message that is none",
    says: "message_not_found",
    make: ({ call, channel }) => call("chat.update", { channel, ts: LONG_AGO, text: "x" }),
  },
  {
    call: "chat.update of what a person wrote",
    says: "cant_update_message",
    differs: lenient("it asks nobody whose message it is"),
    make: async (world) => world.call("chat.update", { ...(await world.said()), text: "x" }),
  },
  {
    call: "chat.update with 4,001 characters",
    says: "msg_too_long",
    differs: {
      ...lenient("it has no limits"),
      emulate: ["ok", "it cuts at 40,000 and knows no other limit"],
    },
    make: async (world) =>
      world.call("chat.update", {
        channel: world.channel,
        ts: await posted(world),
        text: "x".repeat(4001),
      }),
  },
  {
    call: "chat.delete of a message of one's own",
    says: "ok",
    make: async (world) => world.call("chat.delete", { channel: world.channel, ts: await posted(world) }),
  },
  {
    call: "chat.delete of a message that is none",
    says: "message_not_found",
    make: ({ call, channel }) => call("chat.delete", { channel, ts: LONG_AGO }),
  },
  {
    call: "chat.delete of what a person wrote",
    says: "cant_delete_message",
    differs: lenient("it asks nobody whose message it is"),
    make: async (world) => world.call("chat.delete", await world.said()),
  },
  {
    call: "chat.postEphemeral to somebody who is there",
    says: "ok",
    make: ({ call, channel, person }) => call("chat.postEphemeral", { channel, user: person, text: "psst" }),
  },
  {
    call: "chat.postEphemeral to somebody who is not",
    says: "user_not_in_channel",
    needs: "lonely",
    make: ({ call, lonely, person }) =>
      call("chat.postEphemeral", { channel: lonely, user: person, text: "psst" }),
  },
  {
    call: "conversations.open with a person",
    says: "ok",
    make: ({ call, person }) => call("conversations.open", { users: person }),
  },
  {
    call: "conversations.open with nobody there is",
    says: "user_not_found",
    differs: lenient("it opens whatever it is asked for"),
    make: ({ call }) => call("conversations.open", { users: "U0NOBODY" }),
  },
  {
    call: "conversations.open without anybody",
    says: "users_list_not_supplied",
    differs: lenient("it opens whatever it is asked for"),
    make: ({ call }) => call("conversations.open", {}),
  },
  {
    call: "conversations.history of a direct message",
    says: "ok",
    make: async ({ ask, call, person }) => {
      const { channel } = await ask("conversations.open", { users: person });
      return call("conversations.history", { channel: (channel as Json).id, include_all_metadata: true });
    },
  },
  {
    call: "conversations.history of nowhere",
    says: "channel_not_found",
    differs: lenient("it finds nothing there, and says so"),
    make: ({ call }) => call("conversations.history", { channel: "C0NOWHERE" }),
  },
  {
    call: "conversations.info of nowhere",
    says: "channel_not_found",
    make: ({ call }) => call("conversations.info", { channel: "C0NOWHERE" }),
  },
  {
    call: "users.info of a person",
    says: "ok",
    make: ({ call, person }) => call("users.info", { user: person }),
  },
  {
    call: "users.info of nobody there is",
    says: "user_not_found",
    make: ({ call }) => call("users.info", { user: "U0NOBODY" }),
  },
  {
    call: "views.publish for a person",
    says: "ok",
    make: ({ call, person }) => call("views.publish", { user_id: person, view: home }),
  },
  {
    call: "views.publish over what was published since",
    says: "hash_conflict",
    differs: lenient("it keeps no hash"),
    make: async ({ call, person }) => {
      await call("views.publish", { user_id: person, view: home });
      return call("views.publish", { user_id: person, view: home, hash: "1500000000.stale" });
    },
  },
  {
    call: "views.publish of a dialogue",
    says: "invalid_arguments",
    differs: {
      ...lenient("it looks at no view"),
      emulate: ["invalid_view", "a name of its own, which Slack's page of the method does not have"],
    },
    make: ({ call, person }) => call("views.publish", { user_id: person, view: dialogue }),
  },
  {
    call: "views.open for what a person did",
    says: "ok",
    needs: "trigger",
    make: async ({ call, trigger }) => call("views.open", { trigger_id: await trigger(), view: dialogue }),
  },
  {
    call: "views.open twice for one act",
    says: "exchanged_trigger_id",
    needs: "trigger",
    make: async ({ call, trigger }) => {
      const trigger_id = await trigger();
      await call("views.open", { trigger_id, view: dialogue });
      return call("views.open", { trigger_id, view: dialogue });
    },
  },
  {
    call: "views.open for an act that never was",
    says: "invalid_trigger_id",
    make: ({ call }) => call("views.open", { trigger_id: "1.2.made-up", view: dialogue }),
  },
  {
    call: "views.update of a view that is none",
    says: "not_found",
    differs: lenient("it looks for no view"),
    make: ({ call }) => call("views.update", { view_id: "V0NOTHING", view: dialogue }),
  },
  {
    call: "files.info of a file that is none",
    says: "file_not_found",
    make: ({ call }) => call("files.info", { file: "F0NOTHING" }),
  },
  {
    call: "files.getUploadURLExternal",
    says: "ok",
    make: ({ call }) => call("files.getUploadURLExternal", { filename: "a.png", length: 4 }),
  },
  {
    call: "files.getUploadURLExternal without a length",
    says: "invalid_arguments",
    make: ({ call }) => call("files.getUploadURLExternal", { filename: "a.png" }),
  },
  {
    call: "files.completeUploadExternal of a file that is none",
    says: "file_not_found",
    make: ({ call }) => call("files.completeUploadExternal", { files: [{ id: "F0NOTHING" }] }),
  },
  {
    call: "oauth.v2.access with a made-up code",
    says: "invalid_code",
    needs: "client",
    make: ({ call, client }) => call("oauth.v2.access", { ...client, code: "made-up" }, ""),
  },
  {
    call: "oauth.v2.access with a made-up secret",
    says: "bad_client_secret",
    differs: {
      emulate: ["invalid_client_id", "it tells a wrong secret from a wrong app as little as it can"],
    },
    needs: "client",
    make: ({ call, client }) =>
      call("oauth.v2.access", { ...client, client_secret: "made-up", code: "x" }, ""),
  },
  {
    call: "oauth.v2.access of an app that is none",
    says: "invalid_client_id",
    needs: "client",
    make: ({ call, client }) => call("oauth.v2.access", { ...client, client_id: "0.0", code: "x" }, ""),
  },
];
