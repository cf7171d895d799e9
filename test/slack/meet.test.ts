import { afterEach, beforeEach, expect, it } from "vitest";
import { openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

const HOUR = 3_600_000;
let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom();
});
afterEach(() => room.close());

// Whether somebody has left is asked now and then as well, and for no press.
const asked = (method: string) =>
  room.slack.calls.filter((call) => call.method === method && "team_id" in call.args).length;
const types = () => room.slack.person("U1").command("/practice", "progress").then(room.quiet);

it("Slack is asked once a day who somebody is, and where they can be written to", async () => {
  for (const _ of [1, 2, 3]) await types();
  expect([asked("users.info"), asked("conversations.open")]).toEqual([1, 1]);
  await room.pass(23 * HOUR);
  await types();
  expect([asked("users.info"), asked("conversations.open")]).toEqual([1, 1]);
  await room.pass(2 * HOUR);
  await types();
  expect([asked("users.info"), asked("conversations.open")]).toEqual([2, 2]);
  expect(room.told()).toHaveLength(5);
});

it.each(["users.info", "conversations.open"])(
  "what Slack said of them yesterday will do where %s says nothing today",
  async (method) => {
    await types();
    await room.pass(25 * HOUR);
    room.slack.failNext(method, { kind: "limited", retryAfter: 60 });
    await types();
    expect(room.told()).toHaveLength(2);
  },
);

it("where Slack has yet to say who somebody is, their direct message is not asked for in vain", async () => {
  room.slack.failNext("users.info", { kind: "limited", retryAfter: 1 });
  await types();
  expect([asked("users.info"), asked("conversations.open")]).toEqual([2, 1]);
  expect(room.told()).toHaveLength(1);
});

it("whoever may not be looked at is spoken to without their name", async () => {
  const { scopes } = room.slack.workspace;
  scopes.splice(scopes.indexOf("users:read"), 1);
  await types();
  expect(room.told()).toHaveLength(1);
  expect(await room.store.acquaintances.of({ team: "T0001", user: "U1" })).toMatchObject({ zone: "UTC" });
  // One is about whether somebody has left.
  room.refusals.push("missing_scope", "missing_scope");
});

it("a new name is known a day later", async () => {
  const nameOf = () => room.store.acquaintances.of({ team: "T0001", user: "U1" });
  await types();
  expect(await nameOf()).toMatchObject({ channel: "DU1", name: "Ada", called: "Ada" });
  Object.assign(room.slack.workspace.people.get("U1") ?? {}, { name: "Grace" });
  await room.pass(25 * HOUR);
  await types();
  expect(await nameOf()).toMatchObject({ channel: "DU1", name: "Grace" });
});
