import { WebClient } from "@slack/web-api";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userGroups } from "../../../src/slack/admin/user-groups.ts";
import { askedMemberships, type Memberships } from "../../../src/slack/memberships.ts";
import { type Instance, type ManyRoom, openManyRoom } from "./many-room.ts";

const LOG = pino({ level: "silent" });

describe("user groups of an organisation", () => {
  let room: ManyRoom;
  let app: Instance;
  let client: WebClient;
  let memberships: Memberships;
  beforeEach(async () => {
    room = await openManyRoom();
    app = await room.start();
    await app.install({ orgWide: true });
    client = new WebClient(room.slack.tokenOf({ orgWide: true }) ?? "", {
      slackApiUrl: room.slack.slackApiUrl,
      retryConfig: { retries: 0 },
    });
    memberships = askedMemberships(async () => client, room.slack.clock.now, LOG);
    room.harbour.workspace.groups.set("S1", ["U1"]);
    room.pine.workspace.groups.set("S2", ["U2"]);
  });
  afterEach(() => room.close());

  const asked = () => room.slack.calls.filter(({ method }) => method === "usergroups.users.list").length;

  it("are found in whichever of its workspaces they are, and then asked there alone", async () => {
    expect([...(await memberships.membersOf("E0001", "S2"))]).toEqual(["U2"]);
    expect([...(await memberships.membersOf("E0001", "S1"))]).toEqual(["U1"]);
    const before = asked();
    room.pine.workspace.groups.set("S2", ["U1", "U2"]);
    room.slack.clock.advance(61_000);
    expect([...(await memberships.membersOf("E0001", "S2"))]).toEqual(["U1", "U2"]);
    expect(asked()).toBe(before + 1);
  });

  it("that are in none of them have nobody", async () => {
    expect([...(await memberships.membersOf("E0001", "S404"))]).toEqual([]);
    room.pine.workspace.groups.set("S404", ["U2"]);
    room.slack.clock.advance(61_000);
    expect([...(await memberships.membersOf("E0001", "S404"))]).toEqual(["U2"]);
  });

  it("that moved are looked for again", async () => {
    await memberships.membersOf("E0001", "S2");
    room.pine.workspace.groups.delete("S2");
    room.harbour.workspace.groups.set("S2", ["U1"]);
    room.slack.clock.advance(61_000);
    expect([...(await memberships.membersOf("E0001", "S2"))]).toEqual(["U1"]);
  });

  it("are listed of the workspace of whoever asks", async () => {
    expect(await userGroups(client, LOG, "T0002")).toEqual([{ id: "S2", name: "Group S2" }]);
    expect(await userGroups(client, LOG)).toBeUndefined();
  });
});
