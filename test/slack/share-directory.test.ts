import { describe, expect, it } from "vitest";
import { chooseModal, type Directory, readChoice } from "../../src/slack/share-modal.ts";
import { type Answer, stateOf } from "../slack-double/answers.ts";
import { objects } from "../slack-double/blocks.ts";
import { viewProblems } from "../slack-double/view-limits.ts";

const DIRECTORY: Directory = {
  people: [{ id: "U2", name: "Tomás Lindqvist" }],
  channels: [{ id: "C1", name: "#support-team" }],
};

const chosen = (directory: Directory | undefined, answers: Record<string, Answer>) => {
  const view = chooseModal("practice", directory);
  return readChoice({ state: stateOf(objects(view.blocks), answers) } as never);
};
const kinds = (directory?: Directory) =>
  objects(chooseModal("practice", directory).blocks).map(
    ({ element }) => (element as { type?: string } | undefined)?.type,
  );

describe("whom one can share with", () => {
  it("stands in Slack's own lists", () => {
    expect(kinds()).toContain("users_select");
    expect(kinds()).toContain("conversations_select");
    expect(chosen(undefined, { "share:person": "U9" }).people).toEqual([{ kind: "person", id: "U9" }]);
  });

  it("stands in the page itself where Slack's own lists are empty", () => {
    expect(viewProblems(chooseModal("practice", DIRECTORY), "modal")).toEqual([]);
    expect(kinds(DIRECTORY)).not.toContain("users_select");
    expect(JSON.stringify(chooseModal("practice", DIRECTORY))).toContain("Tomás Lindqvist");
    expect(chosen(DIRECTORY, { "share:person": "U2" }).people).toEqual([{ kind: "person", id: "U2" }]);
    expect(chosen(DIRECTORY, { "share:channel": "C1" }).people).toEqual([{ kind: "channel", id: "C1" }]);
  });

  it.each([undefined, DIRECTORY])("may be left open, and is then told on the page", (directory) => {
    expect(chosen(directory, {})).toEqual({ people: [], scope: "debrief", days: 1 });
  });
});
