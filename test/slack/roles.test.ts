import { WebAPIRequestError, type WebClient } from "@slack/web-api";
import { pino } from "pino";
import { beforeEach, describe, expect, it } from "vitest";
import { askedMemberships } from "../../src/slack/memberships.ts";
import { NOBODY_NAMED, type Roles, rolesFrom, type WhoIsWho } from "../../src/slack/roles.ts";
import { AS_IT_COMES, type WorkspaceSettings } from "../../src/store/workspace-settings.ts";
import { clientOf } from "../slack-double/client.ts";
import { type SlackDouble, startSlackDouble } from "../slack-double/slack-double.ts";

const MINUTE = 60_000;
const people = (...ids: string[]) => ({ people: ids, groups: [] });
const groups = (...ids: string[]) => ({ people: [], groups: ids });

let slack: SlackDouble;
let settings: WorkspaceSettings;
let environment: WhoIsWho;
let roles: Roles;
let client: WebClient;

beforeEach(async () => {
  slack = await startSlackDouble({
    scopes: ["users:read", "usergroups:read"],
    people: [
      { id: "U1" },
      { id: "U2" },
      { id: "UOWNER", owner: true },
      { id: "UFAR", owner: true, team: "T9" },
    ],
  });
  slack.workspace.groups.set("S1", ["U1"]);
  client = clientOf(slack);
  settings = { ...AS_IT_COMES };
  environment = { ...NOBODY_NAMED };
  const { now } = slack.clock;
  const asking = askedMemberships(async () => client, now, pino({ level: "silent" }));
  roles = rolesFrom(environment, { store: { settings: async () => settings }, memberships: asking });
  return () => slack.close();
});

const of = (user: string) => roles.rolesOf("T0001", user);

describe("who has which role", () => {
  it("without anybody named: everybody leads, nobody trains, and the owner of the workspace is admin", async () => {
    expect(await of("U1")).toEqual(["lead"]);
    expect(await of("UOWNER")).toEqual(["lead", "admin"]);
  });

  it("an owner of another company's workspace, met in a shared channel, is no admin here", async () => {
    expect(await roles.isAdmin("T0001", "UFAR")).toBe(false);
  });

  it("is what the environment and the settings say together", async () => {
    Object.assign(environment, { leads: people("U1"), trainers: people("U1"), secondTrainer: true });
    settings = { ...AS_IT_COMES, trainers: people("U2"), admins: people("U2") };
    expect(await of("U1")).toEqual(["lead", "trainer"]);
    expect(await of("U2")).toEqual(["trainer", "admin"]);
    expect(await roles.whoIsWho("T0001")).toMatchObject({
      trainers: people("U1", "U2"),
      secondTrainer: true,
    });
  });

  it("is looked up in user groups, for each role", async () => {
    settings = { ...AS_IT_COMES, leads: groups("S1"), trainers: groups("S1"), admins: groups("S1") };
    expect(await of("U1")).toEqual(["lead", "trainer", "admin"]);
    expect(await of("U2")).toEqual([]);
    expect(await roles.trainersOf("T0001")).toEqual(["U1"]);
  });
});

describe("a user group", () => {
  const asked = () => slack.timesCalled("usergroups.users.list");
  const unreachable = () => {
    client.usergroups.users.list = async () => {
      throw new WebAPIRequestError(new Error("no network"));
    };
  };
  beforeEach(() => {
    settings = { ...AS_IT_COMES, trainers: groups("S1") };
  });

  it("is asked for once a minute, so who leaves it is no trainer a minute later", async () => {
    for (const _ of [1, 2, 3]) expect(await roles.isTrainer("T0001", "U1")).toBe(true);
    expect(asked()).toBe(1);
    slack.workspace.groups.set("S1", ["U2"]);
    slack.clock.advance(MINUTE);
    expect(await roles.isTrainer("T0001", "U1")).toBe(false);
    expect(await roles.isTrainer("T0001", "U2")).toBe(true);
  });

  it("counts as it was for ten minutes where Slack can't be asked, and for nobody after that", async () => {
    expect(await roles.isTrainer("T0001", "U1")).toBe(true);
    unreachable();
    slack.clock.advance(9 * MINUTE);
    expect(await roles.isTrainer("T0001", "U1")).toBe(true);
    slack.clock.advance(MINUTE);
    await expect(roles.isTrainer("T0001", "U1")).rejects.toThrow("no network");
  });

  it("that could never be asked about lets nobody in, and needs not be asked for who is named", async () => {
    unreachable();
    await expect(roles.isTrainer("T0001", "U1")).rejects.toThrow("no network");
    settings = { ...settings, trainers: { people: ["U1"], groups: ["S1"] } };
    expect(await roles.isTrainer("T0001", "U1")).toBe(true);
  });

  it("that is gone, or that the app may not read, holds nobody", async () => {
    settings = { ...AS_IT_COMES, trainers: groups("S404"), leads: groups("S1") };
    expect(await roles.isTrainer("T0001", "U1")).toBe(false);
    slack.workspace.scopes.splice(0);
    expect(await roles.mayLead("T0001", "U1")).toBe(false);
  });
});
