import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EchoApp, startEchoApp } from "./echo-app.ts";
import { type SlackDouble, startSlackDouble } from "./slack-double.ts";
import { until } from "./until.ts";

const START = {
  type: "button",
  action_id: "start",
  value: "refund",
  text: { type: "plain_text", text: "Start" },
};
const CARD = [{ type: "actions", elements: [START] }];

const MODAL = {
  type: "modal" as const,
  callback_id: "setup",
  title: { type: "plain_text" as const, text: "Set up" },
  submit: { type: "plain_text" as const, text: "Go" },
  blocks: [
    {
      type: "input" as const,
      block_id: "goal",
      label: { type: "plain_text" as const, text: "Goal" },
      element: { type: "plain_text_input" as const, action_id: "goal" },
    },
    {
      type: "input" as const,
      block_id: "level",
      optional: true,
      label: { type: "plain_text" as const, text: "Level" },
      element: {
        type: "static_select" as const,
        action_id: "level",
        options: ["easy", "hard"].map((value) => ({
          text: { type: "plain_text" as const, text: value },
          value,
        })),
      },
    },
  ],
};

describe("what people press, send and fill in reaches a real Bolt app", () => {
  let slack: SlackDouble;
  let bolt: EchoApp;

  beforeEach(async () => {
    slack = await startSlackDouble({
      scopes: ["chat:write", "im:history", "commands"],
      people: [{ id: "U1", name: "Ada Moreno" }],
    });
    bolt = await startEchoApp(slack);
  });
  afterEach(async () => {
    await bolt.stop();
    await slack.close();
  });

  async function postCard() {
    await bolt.app.client.chat.postMessage({
      channel: "U1",
      text: "Practise?",
      blocks: CARD as never,
      token: slack.token,
    });
    const card = slack.dm("U1").at(-1);
    if (!card) throw new Error("The card did not arrive.");
    return card;
  }

  it("a pressed button tells who, where and what, and lets the app change the message", async () => {
    const bodies: unknown[] = [];
    bolt.app.action("start", async ({ ack, body, respond }) => {
      await ack();
      bodies.push(body);
      await respond({ text: "Started", replace_original: true });
    });
    const card = await postCard();
    expect((await slack.person("U1").clicks(card, "start")).status).toBe(200);
    await until(() => slack.dm("U1")[0]?.text === "Started");
    expect(slack.dm("U1")[0]?.blocks).toBeUndefined();
    expect(bodies[0]).toMatchObject({
      type: "block_actions",
      user: { id: "U1", username: "ada.moreno" },
      container: { type: "message", message_ts: card.ts, channel_id: "DU1", is_ephemeral: false },
      message: { ts: card.ts, text: "Practise?", bot_id: "B0001" },
      actions: [{ action_id: "start", type: "button", value: "refund" }],
    });
  });

  it("a button that a person still sees can be pressed after it is gone", async () => {
    bolt.app.action("start", async ({ ack }) => ack());
    const card = await postCard();
    await bolt.app.client.chat.update({ channel: "DU1", ts: card.ts, text: "Over", token: slack.token });
    expect((await slack.person("U1").clicks(card, "start")).status).toBe(200);
    expect(() => slack.unsent("U1").clicks(slack.dm("U1")[0] ?? card, "start")).toThrow("there is nothing");
  });

  it("A6: a trigger opens one modal, within three seconds", async () => {
    const outcomes: string[] = [];
    const open = async (trigger_id: string) =>
      bolt.app.client.views.open({ trigger_id, view: MODAL, token: slack.token }).then(
        () => outcomes.push("opened"),
        (error) => outcomes.push(error.data.error),
      );
    const trigger = () => String(slack.unsent("U1").command("/practice").body.trigger_id);
    const first = trigger();
    await open(first);
    await open(first);
    const late = trigger();
    slack.clock.advance(3000);
    await open(late);
    await open("made up");
    expect(outcomes).toEqual(["opened", "exchanged_trigger_id", "expired_trigger_id", "invalid_trigger_id"]);
  });

  it("a modal is filled in, sent back with an error, sent again and gone", async () => {
    const states: unknown[] = [];
    bolt.app.command("/practice", async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: MODAL });
    });
    bolt.app.view("setup", async ({ ack, view }) => {
      states.push(view.state.values);
      if (view.state.values.goal?.goal?.value === "?")
        return ack({ response_action: "errors", errors: { goal: "Say more" } });
      return ack();
    });
    const ada = slack.person("U1");
    await ada.command("/practice", "setup");
    const view = await until(() => slack.openView("U1"));
    expect(() => slack.unsent("U1").submits(view)).toThrow("fill in: Goal");
    await ada.submits(view, { goal: "?" });
    expect(slack.openView("U1")?.errors).toEqual({ goal: "Say more" });
    await ada.submits(view, { goal: "Stay calm", level: "hard" });
    expect(slack.openView("U1")).toBeUndefined();
    expect(states[1]).toMatchObject({
      goal: { goal: { type: "plain_text_input", value: "Stay calm" } },
      level: { level: { selected_option: { value: "hard" } } },
    });
  });

  it("a view updated against an old hash is refused", async () => {
    const { client } = bolt.app;
    const token = slack.token;
    const trigger_id = String(slack.unsent("U1").command("/practice").body.trigger_id);
    const { view } = await client.views.open({ trigger_id, view: MODAL, token });
    const stale = { view_id: view?.id ?? "", hash: view?.hash ?? "", view: MODAL, token };
    await client.views.update(stale);
    const error = await client.views.update(stale).catch((thrown) => thrown);
    expect(error.data.error).toBe("hash_conflict");
  });

  it("A9: a Home tab is published, seen and pressed", async () => {
    const pressed: unknown[] = [];
    bolt.app.event("app_home_opened", async ({ event, client }) => {
      await client.views.publish({ user_id: event.user, view: { type: "home", blocks: CARD as never } });
    });
    bolt.app.action("start", async ({ ack, body }) => {
      await ack();
      pressed.push(body);
    });
    const ada = slack.person("U1");
    await ada.opensHome();
    const home = await until(() => slack.home("U1"));
    await ada.clicks(home, "start");
    await until(() => pressed.length === 1);
    expect(pressed[0]).toMatchObject({
      container: { type: "view", view_id: home.id },
      view: { type: "home" },
    });
    expect(slack.unsent("U1").opensHome().body.event).toMatchObject({
      tab: "home",
      view: { hash: home.hash },
    });
  });

  it("A6: a response_url works five times, for half an hour", async () => {
    const url = (envelope = slack.unsent("U1").command("/practice")) => String(envelope.body.response_url);
    const post = async (to: string) => {
      const response = await fetch(to, {
        method: "POST",
        body: JSON.stringify({ text: "hi" }),
        headers: { "content-type": "application/json" },
      });
      return [response.status, ((await response.json()) as { error?: string }).error];
    };
    const used = url();
    for (let i = 0; i < 5; i++) expect(await post(used)).toEqual([200, undefined]);
    expect(await post(used)).toEqual([404, "used_url"]);
    const late = url();
    slack.clock.advance(30 * 60 * 1000);
    expect(await post(late)).toEqual([404, "expired_url"]);
    expect(slack.dm("U1").every((message) => message.for === "U1")).toBe(true);
  });
});
