import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NOT_OURS } from "../../src/slack/own-values.ts";
import { openPracticeRoom, type PracticeRoom } from "../slack/practice-room.ts";
import type { Json } from "../slack-double/blocks.ts";
import type { Envelope } from "../slack-double/envelope.ts";

const SRC = join(import.meta.dirname, "../../src/slack");
/** Whatever is called like one of our buttons, fields or dialogues. */
const NAMES = [
  ...new Set(
    readdirSync(SRC, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => [...readFileSync(join(SRC, file), "utf8").matchAll(/["`]([a-z-]+:[a-z-]+)["`]/g)])
      .map(([, name = ""]) => name)
      .filter((name) => !name.startsWith("node:")),
  ),
  ...["appeal", "appeal:1", "retry:1", "start:cold-soup", "you-first:helped", "challenge:line:name"],
  ...["huddle:vote-0", "constructor", "__proto__"],
];

let room: PracticeRoom;
let theirs: string;
beforeEach(async () => {
  room = await openPracticeRoom({
    people: ["U1", "U2"],
    trainers: { ids: ["U1"], second: false },
    admins: { people: ["U1"], groups: [] },
  });
  await room.begin("U2");
  await room.slack.person("U2").writes("That is a miserable lunch.");
  await room.pass(10_000);
  await room.begin("U1");
  theirs = (await room.practice("U2"))?.id ?? "";
});
afterEach(async () => {
  // People and channels that nobody ever heard of are refused by Slack itself.
  room.refusals = room.slack.calls.flatMap(({ result, fault }) =>
    result.ok === false && !fault ? [String(result.error)] : [],
  );
  expect(room.refusals.filter((error) => !REFUSED_BY_SLACK.includes(error))).toEqual([]);
  await room.close();
});
const REFUSED_BY_SLACK = [
  ...["user_not_found", "channel_not_found", "users_not_found", "invalid_trigger_id", "exchanged_trigger_id"],
  ...["expired_trigger_id", "message_not_found", "not_in_channel", "invalid_users"],
];

let told = 0;
const base = (type: string): Json => ({
  type,
  user: { id: "U1", name: "ada", team_id: "T0001" },
  team: { id: "T0001", domain: "double" },
  enterprise: null,
  is_enterprise_install: false,
  api_app_id: "A0001",
  token: "verification-token",
  trigger_id: `made.up.${++told}`,
});
const press = (action_id: string, value: unknown): Envelope => ({
  kind: "interaction",
  person: "U1",
  ts: "1.1",
  body: {
    ...base("block_actions"),
    container: { type: "message", message_ts: "1.1", channel_id: "DU1" },
    channel: { id: "DU1", name: "directmessage" },
    message: { ts: "1.1", text: "A message." },
    actions: [{ type: "button", action_id, block_id: "b1", value, action_ts: "1.1" }],
  },
});
const submission = (callback_id: string, private_metadata: unknown, values: unknown = {}): Envelope => ({
  kind: "interaction",
  person: "U1",
  ts: "1.1",
  body: {
    ...base("view_submission"),
    view: { id: `V${++told}`, type: "modal", callback_id, private_metadata, state: { values }, hash: "1.x" },
    response_urls: [],
  },
});

const bring = async (envelope: Envelope) => {
  const { status } = await room.slack.deliver(envelope).catch((error: Error) => {
    // The double has nowhere to show the answer to somebody who is nowhere.
    if (error.message.startsWith("Slack refuses")) return { status: 200 };
    throw error;
  });
  await room.quiet();
  return status;
};
/** What was logged as our own mistake. */
const mistakes = () =>
  room.logged.filter((line) => /"(TypeError|SyntaxError|ReferenceError|SqliteError|error)"/.test(line));
// Time passes meanwhile, and the customer asks after a silence: that is nobody's doing.
const stateOf = async () => {
  const practice = await room.store.practice("T0001", theirs);
  const { session, ownView, pending } = practice ?? {};
  const said = room.slack.dm("U2").filter(({ username }) => !username);
  return JSON.stringify([session?.state, session?.turns, ownView, pending, said]);
};

const HUGE = "x".repeat(100_000);
const ODD = [
  ...["", "x", "{", "{}", "[]", "null", "5", '"x"', '["a"]', "[1,2,3]", "[null,null]", '["a",{}]', "a/b/c"],
  ...['{"__proto__":{"practice":"x"}}', '{"practice":5,"turn":"x"}', '{"id":{},"base":[],"round":1}'],
  ...["constructor", "__proto__", "toString", "U2", "T9999", "C9999", "relay:__proto__", "\u0000", "\ud800"],
];

describe("what comes back from a button or a dialogue", () => {
  it("can be anything at all: nothing breaks, and nothing of anybody else changes", async () => {
    const before = await stateOf();
    const value = fc.oneof(
      fc.constantFrom(...ODD, HUGE),
      fc.string(),
      fc.json(),
      fc.constant(undefined),
      fc.constant("theirs"),
    );
    const field = fc.oneof(
      fc.record({ type: fc.constant("plain_text_input"), value: fc.oneof(fc.string(), fc.constant(null)) }),
      fc.record({ selected_option: fc.record({ value: fc.constantFrom(...ODD) }) }),
      fc.record({ selected_options: fc.array(fc.record({ value: fc.string() })) }),
      fc.anything(),
    );
    const values = fc.dictionary(
      fc.constantFrom(...NAMES, "why", "note"),
      fc.dictionary(fc.constantFrom(...NAMES), field),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        value,
        values,
        fc.boolean(),
        async (name, odd, state, isPress) => {
          const held = odd === "theirs" ? theirs : odd;
          const envelope = isPress ? press(name, held) : submission(name, held, state);
          expect(await bring(envelope)).toBe(200);
          expect(mistakes()).toEqual([]);
          expect(await stateOf()).toBe(before);
        },
      ),
      { numRuns: 400, seed: 7 },
    );
  }, 120_000);

  it("of another version is answered kindly, and noted without what it held", async () => {
    await bring(press("practice:switch", "no-json-of-ours"));
    expect(room.last("U1").text).toBe(NOT_OURS);
    expect(room.logged.join("\n")).toContain("a value of ours came back otherwise");
    expect(room.logged.join("\n")).not.toContain("no-json-of-ours");
    expect(await bring(submission("share:confirm", "no-json-of-ours"))).toBe(200);
    expect(room.told("U1").filter((text) => text === NOT_OURS)).toHaveLength(2);
  });

  it.each(["practice:stop", "practice:pause", "debrief:show", "debrief:talk", "share:open"])(
    "%s with somebody else's practice does nothing to it and shows nothing of it",
    async (action) => {
      const before = await stateOf();
      const shown = room.slack.calls.length;
      await bring(press(action, theirs));
      expect(await stateOf()).toBe(before);
      expect(JSON.stringify(room.slack.calls.slice(shown))).not.toContain("miserable lunch");
    },
  );

  it("cannot choose for somebody else which of their messages helped", async () => {
    await room.slack.person("U2").writes("stop").then(room.quiet);
    const before = await room.store.practice("T0001", theirs);
    const choice = press("you-first:helped", undefined);
    const [action] = choice.body.actions as Json[];
    Object.assign(action ?? {}, {
      type: "static_select",
      block_id: `helped:${theirs}`,
      selected_option: { value: "1" },
    });
    await bring(choice);
    expect(await room.store.practice("T0001", theirs)).toEqual(before);
  });
});

describe("what has not the shape of what Slack sends", () => {
  // Every path in a body down to its leaves, so that each of them is broken in turn.
  const paths = (part: unknown, here: string[] = []): string[][] =>
    typeof part === "object" && part !== null
      ? [
          ...(here.length > 0 ? [here] : []),
          ...Object.entries(part).flatMap(([name, value]) => paths(value, [...here, name])),
        ]
      : [here];
  const broken = (body: Json, [name = "", ...rest]: string[], value: unknown): Json => {
    const copy = (Array.isArray(body) ? [...body] : { ...body }) as Json;
    if (rest.length > 0) copy[name] = broken(copy[name] as Json, rest, value);
    else if (value === undefined) delete copy[name];
    else copy[name] = value;
    return copy;
  };
  const values = fc.constantFrom<unknown[]>(
    ...[
      undefined,
      null,
      5,
      -1,
      true,
      [],
      {},
      [[]],
      { id: 5 },
      "",
      HUGE,
      "__proto__",
      "constructor",
      "T9999",
      "../../etc",
    ],
  );

  it("is left out, changes nothing, and breaks nothing, whichever part of it is wrong", async () => {
    const { slack } = room;
    const me = slack.unsent("U1");
    const samples = [
      () => me.command("/practice", "progress"),
      () => me.command("/practice", "kudos <@U2>"),
      () => me.command("/practice", "team", "C1"),
      () => me.writes("Hello there"),
      () => me.mentions("C1", "help"),
      () => me.opensHome(),
      () => press("practice:pause", "x"),
      () => submission("kudos:give", "{}", { to: { "kudos:to": { selected_user: "U2" } } }),
      () =>
        submission("challenge:details", '{"channel":"C1"}', { goal: { "challenge:goal": { value: "5" } } }),
    ];
    const before = await stateOf();
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), values, async (which, where, value) => {
        const envelope = (samples[which % samples.length] as () => Envelope)();
        const places = paths(envelope.body);
        const body = broken(envelope.body, places[where % places.length] ?? [], value);
        // Slack sends forms as forms: what is no text becomes one on the way.
        const status = await bring({ ...envelope, body });
        expect([200, 401]).toContain(status);
        expect(mistakes()).toEqual([]);
        expect(await stateOf()).toBe(before);
      }),
      { numRuns: 200, seed: 11 },
    );
    await room.slack.person("U1").writes("paths").then(room.quiet);
    expect(room.logged.join("\n")).not.toContain(HUGE);
  }, 120_000);

  it("is noted by its part alone", async () => {
    const bad = press("practice:pause", "x");
    Object.assign(bad.body, { user: { id: "<@U2> & pineapple" } });
    await bring(bad);
    const line = room.logged.find((one) => one.includes("Slack would not send"));
    expect(line).toContain('"part":"user.id"');
    expect(line).not.toContain("pineapple");
  });

  it("such as ids of another workspace reaches nothing of this one", async () => {
    const before = await stateOf();
    for (const action of ["practice:stop", "debrief:show"]) {
      const { body, ...envelope } = press(action, theirs);
      await bring({
        ...envelope,
        body: { ...body, team: { id: "T9999" }, user: { id: "U2", team_id: "T9999" } },
      });
    }
    expect(await stateOf()).toBe(before);
  });
});
