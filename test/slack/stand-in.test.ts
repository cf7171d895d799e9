import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { debrief } from "../../src/feedback/debrief.ts";
import { begin } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { pictured } from "../../src/slack/picture-message.ts";
import { NOBODY_NAMED } from "../../src/slack/roles.ts";
import { type StandIn, startStandIn } from "../../src/slack/stand-in.ts";
import { createTightrope, type Tightrope } from "../../src/slack/tightrope.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { freePort } from "../free-port.ts";
import { COLD_SOUP, GONE } from "./practice-room.ts";
import { TEA } from "./publishing-room.ts";

const binary = new URL("../../node_modules/local-slack-linux-x64/bin/local-slack", import.meta.url);
const missing = existsSync(fileURLToPath(binary)) ? "" : " (skipped: it has no build for this machine)";

type Shown = { ts: string; text: string; user?: string; username?: string; blocks?: unknown[] };

describe.skipIf(missing)(`a practice in the local stand-in, over Socket Mode${missing}`, () => {
  let standIn: StandIn;
  let store: Store;
  let tightrope: Tightrope;

  beforeAll(async () => {
    standIn = await startStandIn("/practice", await freePort());
    store = await openStore(":memory:");
    tightrope = createTightrope({
      connection: standIn.connection,
      apiUrl: standIn.apiUrl,
      upload: standIn.upload,
      store,
      flows: () => [COLD_SOUP],
      whoIsWho: standIn.whoIsWho(NOBODY_NAMED),
      command: "/practice",
      log: pino({ level: "silent" }),
      seed: () => 1,
    });
    await tightrope.start();
  });
  afterAll(async () => {
    await tightrope?.stop();
    await store?.close();
    await standIn?.stop();
  });

  it("makes its newcomer a trainer and an admin, unless the environment names others", () => {
    const newcomer = { people: ["U01PRIYA"], groups: [] };
    const otherwise = expect.stringContaining("In this local Slack as well");
    expect(standIn.whoIsWho(NOBODY_NAMED)).toEqual({
      ...{ ...NOBODY_NAMED, trainers: newcomer, admins: newcomer },
      otherwise: { trainers: otherwise, admins: otherwise },
    });
    const others = { ...NOBODY_NAMED, trainers: { people: ["U02TOMAS"], groups: [] } };
    expect(standIn.whoIsWho(others)).toEqual({
      ...{ ...others, admins: newcomer },
      otherwise: { admins: otherwise },
    });
  });

  const does = async (what: string, body: object) => {
    const answer = await fetch(`${standIn.url}/_control/${what}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(answer.ok, `${what}: ${answer.status} ${await answer.text()}`).toBe(true);
  };
  const seen = async (): Promise<Shown[]> => {
    const answer = await fetch(`${standIn.url}/_control/messages/${await dm()}`);
    const told = (await answer.json()) as { messages?: Shown[] } | Shown[];
    return Array.isArray(told) ? told : (told.messages ?? []);
  };
  const dm = async (): Promise<string> => {
    const user = "U01PRIYA";
    const headers = { "content-type": "application/json", authorization: "Bearer xoxb-stand-in" };
    const answer = await fetch(`${standIn.apiUrl}conversations.open`, {
      method: "POST",
      headers,
      body: JSON.stringify({ users: user }),
    });
    return ((await answer.json()) as { channel: { id: string } }).channel.id;
  };
  const saying = async (words: string): Promise<Shown> => {
    for (let tries = 0; tries < 100; tries++) {
      const found = (await seen()).find(({ text }) => text.includes(words));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`Nobody said "${words}", but: ${JSON.stringify(await seen(), null, 1)}`);
  };

  it("goes from the word to the list, the customer and the debrief", async () => {
    const user = "U01PRIYA";
    const channel = await dm();
    await does("message", { channel, user, text: "practice" });
    const list = await saying("Choose a customer");
    const action = { type: "button", action_id: "start:cold-soup", value: "cold-soup" };
    await does("interact", { channel, messageTs: list.ts, user, action });
    expect((await saying("My soup is cold")).username).toBe("Robin Ashdown (practice customer)");
    await does("message", { channel, user, text: GONE });
    await saying("Your debrief");
    const lines = (await seen()).filter(({ username }) => username?.startsWith("Robin"));
    expect(lines.map(({ text }) => text)).toHaveLength(3);
  });

  it("takes a flow that is dropped, and publishes nothing without being asked to", async () => {
    const form = new FormData();
    form.set("channel", await dm());
    form.set("user", "U01PRIYA");
    form.set("file", new File([TEA], "tea.yml"));
    expect((await fetch(`${standIn.url}/_control/upload`, { method: "POST", body: form })).ok).toBe(true);
    const { blocks } = await saying("*tea.yml* can be played.");
    expect(JSON.stringify(blocks)).toContain("flow:try");
    expect(JSON.stringify(blocks)).toContain("data:image/png");
  });

  it("shows a picture within its message", async () => {
    const channel = await dm();
    const told = debrief(takeTurn(begin(COLD_SOUP, 1, "Priya"), GONE));
    await store.once({ team: "T01HARBOUR", id: "a picture" }, async (desk) => {
      await desk.send("T01HARBOUR", channel, pictured({ text: "Look.", blocks: [] }, told, COLD_SOUP.meters));
    });
    const { blocks } = await saying("felt before and after your message");
    expect(JSON.stringify(blocks)).toContain('"image_url":"data:image/png;base64,');
  });
});
