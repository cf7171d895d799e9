import { describe, expect, it } from "vitest";
import { readSettings } from "../../../src/slack/admin/read-settings.ts";
import { settingsDialogue } from "../../../src/slack/admin/settings-dialogue.ts";
import type { Deciding } from "../../../src/slack/admin/settings-inputs.ts";
import { assertViewWithinLimits } from "../../../src/slack/limits.ts";
import { NOBODY_NAMED } from "../../../src/slack/roles.ts";
import { AS_IT_COMES } from "../../../src/store/workspace-settings.ts";
import { type Answer, stateOf } from "../../slack-double/answers.ts";
import { objects } from "../../slack-double/blocks.ts";
import { viewProblems } from "../../slack-double/view-limits.ts";

const plain: Deciding = {
  settings: AS_IT_COMES,
  environment: NOBODY_NAMED,
  groups: undefined,
  directory: undefined,
};
const directory = {
  people: [
    { id: "U1", name: "Ada" },
    { id: "U2", name: "Tomás" },
  ],
  channels: [],
};

const read = (deciding: Deciding, answers: Record<string, Answer> = {}) => {
  const view = settingsDialogue(deciding);
  expect(viewProblems(view, "modal")).toEqual([]);
  assertViewWithinLimits(view);
  const state = stateOf(objects(view.blocks), answers);
  const { environment, settings: before } = deciding;
  return readSettings({ ...view, state } as never, { environment, before });
};

describe("the dialogue about roles and retention", () => {
  const many = (letter: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${letter}${1000 + n}`);

  it("sent off as it stands decides nothing new, whatever was decided before", () => {
    const named = { people: many("U", 50), groups: many("S", 50) };
    const settings = {
      ...{ leads: named, trainers: named, admins: named, secondTrainer: true },
      retention: { messagesDays: 45, readingsDays: 3_000 },
    };
    const groups = many("S", 100).map((id) => ({
      id,
      name: `A user group with quite a long name, number ${id} of many`,
    }));
    for (const deciding of [
      { ...plain, settings },
      { ...plain, settings, groups },
      { ...plain, settings, environment: { ...settings } },
    ])
      expect(read(deciding)).toEqual({ decided: settings });
    expect(read(plain)).toEqual({ decided: AS_IT_COMES });
  });

  it("names one person at a time where Slack has no lists of them, and takes away one at a time", () => {
    const words = JSON.stringify(settingsDialogue({ ...plain, directory }));
    expect(words).not.toMatch(/multi_|users_select/);
    const trainers = { people: ["U1"], groups: [] };
    const decided = { ...AS_IT_COMES, trainers };
    expect(read({ ...plain, directory }, { "admin:trainers-people": "+U1" })).toEqual({ decided });
    const then = { ...plain, settings: decided, directory };
    expect(JSON.stringify(settingsDialogue(then))).toContain("As it is: Ada");
    expect(read(then)).toEqual({ decided });
    expect(read(then, { "admin:trainers-people": "-U1" })).toEqual({ decided: AS_IT_COMES });
  });

  it("says of each role whether it is the environment that gives it as well", () => {
    const one = { people: ["U1"], groups: [] };
    const environment = {
      ...NOBODY_NAMED,
      trainers: one,
      admins: one,
      otherwise: { admins: "Given here to" },
    };
    const words = JSON.stringify(settingsDialogue({ ...plain, environment }));
    expect(words).toContain("Given here to: <@U1>.");
    expect(words.match(/Named in the environment as well, and only changed there: <@U1>\./g)).toHaveLength(1);
  });

  it("leaves as it is what a client does not send", () => {
    const admins = { people: ["U1"], groups: ["S1"] };
    const settings = {
      ...AS_IT_COMES,
      admins,
      secondTrainer: true,
      retention: { messagesDays: 30, readingsDays: 60 },
    };
    const view = settingsDialogue({ ...plain, settings });
    expect(JSON.stringify(view)).toContain("As it is: 30 days");
    const empty = { ...view, state: { values: {} } };
    const environment = { ...NOBODY_NAMED, trainers: { people: [], groups: ["S9"] } };
    const answer = readSettings(empty as never, { environment, before: settings });
    expect(answer).toEqual({ decided: settings });
  });

  it("objects to what could not have been chosen in it", () => {
    const found = read(plain, { "admin:leads-people": ["<!channel>"], "admin:admins-groups": "admins" });
    expect(found).toEqual({
      problems: {
        "leads-people": expect.stringContaining("Choose members"),
        "admins-groups": expect.stringContaining("Write ids of user groups"),
      },
    });
  });

  it("counts the trainers of the environment when a second one has to approve", () => {
    const environment = { ...NOBODY_NAMED, trainers: { people: ["U1"], groups: [] } };
    const answers = { "admin:second": "yes", "admin:trainers-people": ["U2"] };
    expect(read({ ...plain, environment }, answers)).toMatchObject({ decided: { secondTrainer: true } });
    expect(read(plain, answers)).toMatchObject({ problems: { second: expect.any(String) } });
  });
});
