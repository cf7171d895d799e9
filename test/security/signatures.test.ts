import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPracticeRoom, type PracticeRoom } from "../slack/practice-room.ts";
import type { DeliveryOptions } from "../slack-double/delivery.ts";

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom();
});
afterEach(() => room.close());

const posted = () => room.slack.timesCalled("chat.postMessage");
const address = () => String(room.slack.deliveringTo()[0]);

describe("a request over HTTP that Slack did not sign just now", () => {
  it.each<[string, DeliveryOptions]>([
    ["with a wrong signature", { headers: { "x-slack-signature": `v0=${"0".repeat(64)}` } }],
    ["with an empty signature", { headers: { "x-slack-signature": "" } }],
    ["with no timestamp that is one", { headers: { "x-slack-request-timestamp": "yesterday" } }],
    ["signed more than five minutes ago", { age: 5 * 60 + 2 }],
    ["signed a day ago", { age: 86_400 }],
  ])("%s is refused, and not even written down", async (_how, options) => {
    for (const envelope of [
      room.slack.unsent("U1").command("/practice", "cold-soup"),
      room.slack.unsent("U1").writes("practice"),
    ]) {
      const { status } = await room.slack.deliver(envelope, options);
      expect(status).toBe(401);
    }
    await room.quiet();
    expect(await room.store.undone()).toEqual([]);
    expect(posted()).toBe(0);
  });

  it("without any signature is refused as well", async () => {
    const { body } = room.slack.unsent("U1").writes("practice");
    const headers = { "content-type": "application/json" };
    const bare = await fetch(address(), { method: "POST", headers, body: JSON.stringify(body) });
    expect(bare.status).toBe(401);
    await room.quiet();
    expect(posted()).toBe(0);
  });

  it("whose body was changed after it was signed is refused", async () => {
    const { body } = room.slack.unsent("U1").writes("practice");
    const sent = await signed(JSON.stringify(body), JSON.stringify({ ...body, event_id: "EvOTHER" }));
    expect(sent.status).toBe(401);
  });

  it.each([
    "",
    "5",
    "[]",
    '"words"',
    "{",
    '{"__proto__":{"admin":true}}',
    `{"a":"${"x".repeat(5_000_000)}"}`,
  ])(
    "that is signed and no payload at all (case %#) changes nothing, and the next one is heard",
    async (words) => {
      await signed(words);
      await room.slack.person("U1").writes("help").then(room.quiet);
      expect(room.told()).toHaveLength(1);
    },
  );
});

describe("a request that holds nothing", () => {
  it.each([
    ["as JSON", "null", "application/json"],
    ["with room around it", " null\n", "application/json"],
    ["as a form", "payload=null", "application/x-www-form-urlencoded"],
  ])("is answered with 400, %s, and nobody waits", async (_how, words, type) => {
    expect((await signed(words, words, undefined, type)).status).toBe(400);
    expect((await signed(words, `${words} `, undefined, type)).status).toBe(400);
    await room.slack.person("U1").writes("help").then(room.quiet);
    expect(room.told()).toHaveLength(1);
  });

  it("is no way around the limit of what is read, nor around the signature of anything else", async () => {
    expect((await signed("null", "{}")).status).toBe(401);
    expect((await signed("5")).status).toBe(200);
    expect((await fetch(address(), { method: "GET" })).status).toBe(404);
    expect((await fetch(new URL("/elsewhere", address()), { method: "POST", body: "null" })).status).toBe(
      404,
    );
    expect((await signed(`{"a":"${"x".repeat(5_000_000)}"}`)).status).toBe(413);
  });
});

describe("a request that was signed rightly and comes again within five minutes", () => {
  it("has no second effect if it was a message, whoever sends it again", async () => {
    const heard = await room.slack.person("U1").writes("practice");
    await room.quiet();
    const before = posted();
    expect(before).toBe(1);
    for (let again = 0; again < 3; again++)
      expect((await room.slack.deliver(heard.envelope)).status).toBe(200);
    await room.quiet();
    expect(posted()).toBe(before);
  });

  it("has no second effect if it was a command", async () => {
    const typed = await room.slack.person("U1").command("/practice", "cold-soup");
    await room.quiet();
    const before = posted();
    const practice = await room.practice();
    expect((await room.slack.deliver(typed.envelope)).status).toBe(200);
    await room.quiet();
    expect(posted()).toBe(before);
    expect((await room.practice())?.id).toBe(practice?.id);
  });

  it("has no second effect if it was a press, to the last byte and with the same signature", async () => {
    await room.begin();
    const seen = room.slack
      .dm("U1")
      .findLast(({ blocks }) => JSON.stringify(blocks ?? []).includes("practice:pause"));
    if (!seen) throw new Error("Nothing can be paused.");
    const press = room.slack.unsent("U1").clicks(seen, "practice:pause");
    const before = room.told().length;
    const form = new URLSearchParams({ payload: JSON.stringify(press.body) }).toString();
    const stamp = Math.floor(Date.now() / 1_000);
    for (let sent = 0; sent < 3; sent++) {
      const { status } = await signed(form, form, stamp, "application/x-www-form-urlencoded");
      expect(status).toBe(200);
      await room.quiet();
    }
    expect((await room.practice())?.session.state).toBe("paused");
    expect(room.told()).toHaveLength(before + 1);
  });
});

/** Posts words with the signature that Slack would give to those. */
function signed(of: string, body = of, stamp = Math.floor(Date.now() / 1_000), type = "application/json") {
  const signature = createHmac("sha256", room.slack.signingSecret).update(`v0:${stamp}:${of}`).digest("hex");
  const headers = {
    "content-type": type,
    "x-slack-request-timestamp": String(stamp),
    "x-slack-signature": `v0=${signature}`,
  };
  return fetch(address(), { method: "POST", headers, body });
}
