import { createEmulator } from "emulate";
import { startStandIn } from "../../../src/slack/stand-in.ts";
import { freePort } from "../../free-port.ts";
import type { Json } from "../blocks.ts";
import { startSlackDouble } from "../slack-double.ts";

/** A Slack of somebody's making, with the same people and places as the others, as far as it can have them. */
export type World = {
  /** What a call is answered with: "ok", an error's name, or "absent" where there is no such method. */
  call: (method: string, args: Json, token?: string) => Promise<string>;
  /** The same, with all that was answered. */
  ask: (method: string, args: Json, token?: string) => Promise<Json>;
  token: string;
  /** A token that may do next to nothing. */
  narrowToken: string;
  client: { client_id: string; client_secret: string };
  person: string;
  /** A channel that the app is in, and one that it is not in. */
  channel: string;
  outside: string;
  /** A channel that the app is in and the person is not. */
  lonely: string;
  /** What a person wrote in the channel. */
  said: () => Promise<{ channel: string; ts: string }>;
  /** What a person's act is worth: a trigger for one dialogue. */
  trigger: () => Promise<string>;
  close: () => Promise<void>;
};

function asking(api: string, good: string): Pick<World, "call" | "ask"> {
  const ask: World["ask"] = async (method, args, token = good) => {
    const answer = await fetch(`${api}${method}`, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(args),
    });
    if (answer.status === 404) return { ok: false, error: "absent" };
    return (await answer.json()) as Json;
  };
  return {
    ask,
    call: async (method, args, token) => {
      const { ok, error } = await ask(method, args, token);
      return ok ? "ok" : String(error);
    },
  };
}

/** Our own double. */
export async function doubleWorld(): Promise<World> {
  const slack = await startSlackDouble({
    people: [{ id: "U1" }, { id: "U2" }],
    scopes: [
      "chat:write",
      "commands",
      "files:read",
      "files:write",
      "im:history",
      "im:write",
      "users:read",
      "channels:read",
      "app_mentions:read",
    ],
    channels: [{ id: "C1", bot: true }, { id: "C2" }, { id: "C3", bot: true, people: ["U2"] }],
  });
  const narrow = slack.addTeam({
    team: { id: "T0002" },
    scopes: ["im:history"],
    people: [{ id: "U1" }],
    channels: [{ id: "C1", bot: true }],
  });
  return {
    ...asking(slack.slackApiUrl, slack.token),
    token: slack.token,
    narrowToken: slack.tokenOf({ team: narrow }) ?? "",
    client: { client_id: slack.clientId, client_secret: slack.clientSecret },
    person: "U1",
    channel: "C1",
    outside: "C2",
    lonely: "C3",
    said: async () => {
      const { ts } = slack.unsent("U1").mentions("C1", "hello");
      return { channel: "C1", ts };
    },
    trigger: async () => String(slack.unsent("U1").command("/practice").body.trigger_id),
    close: slack.close,
  };
}

/** The Slack of the package emulate, with scopes as strict as Slack's. */
export async function emulateWorld(): Promise<World> {
  const tokens = [
    { token: "xoxb-contract", type: "bot", user: "tightrope" },
    { token: "xoxb-narrow", type: "bot", user: "tightrope", scopes: ["im:history"] },
    { token: "xoxp-ada", type: "user", user: "ada" },
  ];
  const client = { client_id: "1111.2222", client_secret: "client-secret" };
  const emulator = await createEmulator({
    service: "slack",
    port: 0,
    seed: {
      slack: {
        users: [{ name: "tightrope" }, { name: "ada" }],
        channels: [{ name: "team" }],
        tokens,
        oauth_apps: [{ ...client, name: "Tightrope", redirect_uris: ["https://example.com"] }],
        strict_scopes: true,
      },
    },
  });
  const asked = asking(`${emulator.url}/api/`, "xoxb-contract");
  const people = (await asked.ask("users.list", {})).members as { id: string; name: string }[];
  const places = (await asked.ask("conversations.list", {})).channels as { id: string; name: string }[];
  const lonely = (await asked.ask("conversations.create", { name: "lonely" })).channel as { id: string };
  const person = people.find(({ name }) => name === "ada")?.id ?? "";
  const channel = places.find(({ name }) => name === "team")?.id ?? "";
  return {
    ...asked,
    token: "xoxb-contract",
    narrowToken: "xoxb-narrow",
    client,
    person,
    channel,
    outside: places.find(({ name }) => name === "general")?.id ?? "",
    lonely: lonely.id,
    said: async () => {
      const { ts } = await asked.ask("chat.postMessage", { channel, text: "hello" }, "xoxp-ada");
      return { channel, ts: String(ts) };
    },
    trigger: async () => String((await asked.ask("views.generateTriggerId", { user_id: person })).trigger_id),
    close: () => emulator.close(),
  };
}

/** What no case may need of the local Slack: it has one app, which is everywhere and may do everything. */
const LACKING = {
  narrowToken: "",
  client: { client_id: "", client_secret: "" },
  outside: "",
  lonely: "",
  trigger: () => Promise.reject(new Error("The local Slack lets only people press.")),
};

/** The local Slack that people try the app in. */
export async function standInWorld(): Promise<World> {
  const standIn = await startStandIn("/practice", await freePort());
  const { connection, apiUrl, url } = standIn;
  const channel = "C01TEAM";
  const person = "U01PRIYA";
  const token = connection.mode === "socket" ? connection.botToken : "";
  return {
    ...asking(apiUrl, token),
    token,
    ...LACKING,
    person,
    channel,
    said: async () => {
      const answer = await fetch(`${url}/_control/message`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ channel, user: person, text: "hello" }),
      });
      const { ts, message } = (await answer.json()) as { ts?: string; message?: { ts: string } };
      return { channel, ts: ts ?? message?.ts ?? "" };
    },
    close: standIn.stop,
  };
}
