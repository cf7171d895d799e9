import { describe, expect, it } from "vitest";
import { teamOf } from "../../src/slack/team-of.ts";

const workspace = { team_id: "T1", enterprise_id: null, is_enterprise_install: false };
const organisation = { team_id: null, enterprise_id: "E1", is_enterprise_install: true };

describe("whose something from Slack is", () => {
  it.each<[string, Record<string, unknown>, string]>([
    ["an event in a workspace", { team_id: "T1", authorizations: [workspace] }, "T1"],
    [
      "an event in a workspace of an organisation, installed there alone",
      { team_id: "T1", authorizations: [{ ...workspace, enterprise_id: "E1" }] },
      "T1",
    ],
    [
      "an event in a channel shared with the company it happened in",
      { team_id: "T9", context_team_id: "T1", is_ext_shared_channel: true, authorizations: [workspace] },
      "T1",
    ],
    ["an event in an organisation", { team_id: "T1", authorizations: [organisation] }, "E1"],
    [
      "an event in another workspace of the organisation",
      {
        team_id: "T2",
        enterprise_id: "E1",
        authorizations: [{ ...organisation, team_id: "T2" }],
      },
      "E1",
    ],
    ["an event that names no installation", { team_id: "T1", context_team_id: "T2" }, "T2"],
    ["an event that was kept before", { team_id: "T1" }, "T1"],
    ["a command", { team_id: "T1", is_enterprise_install: "false", enterprise_id: "E1" }, "T1"],
    [
      "a command in an organisation",
      { team_id: "T1", is_enterprise_install: "true", enterprise_id: "E1" },
      "E1",
    ],
    [
      "a press in a workspace",
      {
        team: { id: "T1" },
        user: { id: "U1", team_id: "T1" },
        enterprise: null,
        is_enterprise_install: false,
      },
      "T1",
    ],
    [
      "a press by somebody of another company",
      { team: { id: "T1" }, user: { id: "U9", team_id: "T9" }, is_enterprise_install: false },
      "T1",
    ],
    [
      "a press in an organisation, where no workspace is named",
      {
        team: null,
        user: { id: "U1", team_id: "T1" },
        enterprise: { id: "E1" },
        is_enterprise_install: true,
      },
      "E1",
    ],
    [
      "a press in an organisation, named with the workspace only",
      { team: { id: "T1", enterprise_id: "E1" }, enterprise: null, is_enterprise_install: true },
      "E1",
    ],
    [
      "a dialogue opened through a shared channel",
      {
        team: { id: "T9" },
        user: { id: "U9", team_id: "T9" },
        view: { team_id: "T9", app_installed_team_id: "T1" },
        is_enterprise_install: false,
      },
      "T1",
    ],
    [
      "a dialogue of an organisation",
      {
        team: null,
        enterprise: { id: "E9" },
        view: { team_id: "T9", app_installed_team_id: "E1" },
        is_enterprise_install: true,
      },
      "E1",
    ],
    [
      "a dialogue of an organisation that names the workspace",
      {
        team: { id: "T1" },
        enterprise: { id: "E1" },
        view: { app_installed_team_id: "T1" },
        is_enterprise_install: true,
      },
      "E1",
    ],
    ["a press that names the person's workspace alone", { team: null, user: { team_id: "T1" } }, "T1"],
    ["nothing", {}, "none"],
    ["nonsense", { team_id: 7, team: "T1", authorizations: [null], enterprise: [] }, "none"],
  ])("%s", (_what, body, team) => {
    expect(teamOf(body)).toBe(team);
  });

  it("is the same for everything one person does in an organisation, whichever workspace they are in", () => {
    const done = [
      { team_id: "T1", authorizations: [organisation] },
      { team_id: "T2", authorizations: [organisation] },
      { team_id: "T2", enterprise_id: "E1", is_enterprise_install: "true" },
      { team: null, enterprise: { id: "E1" }, user: { team_id: "T3" }, is_enterprise_install: true },
      {
        team: null,
        enterprise: { id: "E1" },
        view: { app_installed_team_id: "T1" },
        is_enterprise_install: true,
      },
    ];
    expect(new Set(done.map(teamOf))).toEqual(new Set(["E1"]));
  });
});
