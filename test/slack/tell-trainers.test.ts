import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import type { Broken } from "../../src/store/follow-folder.ts";
import { openPublishingRoom, type PublishingRoom, TEA } from "./publishing-room.ts";

let room: PublishingRoom;
beforeEach(async () => {
  room = await openPublishingRoom();
});
afterEach(() => room.close());

const broken = (file: string, plays: boolean): Broken => {
  const source = TEA.replace("start: cross", "start: crossed");
  return { file, kind: "flow", source, ...loadFlow(source, file), plays };
};
const saves = (...files: Broken[]) => room.tightrope.tellTrainers(files).then(room.quiet);

describe("a file of the folder that was saved and can't be played", () => {
  it("is told to all trainers with its problems, and whether the one from before plays on", async () => {
    await saves(broken("flows/tea.yml", true), broken("flows/milk.yml", false));
    for (const trainer of ["T1", "T2"]) {
      const [tea, milk] = room.told(trainer);
      expect(tea).toContain(
        "*flows/tea.yml* was saved in the folder and can't be played: 1 thing has to change,",
      );
      expect(tea).toContain("The one from before goes on being played.");
      expect(tea).toMatch(/start: crossed/);
      expect(milk).toContain("Nothing of it is offered until that is done.");
    }
    expect(room.told("U1")).toEqual([]);
  });

  it("is told once in ten minutes, however often it is saved", async () => {
    await saves(broken("flows/tea.yml", true));
    await saves(broken("flows/tea.yml", true));
    await room.pass(9 * 60_000);
    await saves(broken("flows/tea.yml", true));
    expect(room.told("T1")).toHaveLength(1);
    await room.pass(2 * 60_000);
    await saves(broken("flows/tea.yml", true));
    expect(room.told("T1")).toHaveLength(2);
  });

  it("is told to the others where one trainer has left, and to nobody where Slack can't be reached", async () => {
    const gone = room.slack.workspace.people.get("T1");
    if (gone) gone.deactivated = true;
    room.refusals.push("user_disabled");
    await saves(broken("flows/tea.yml", true));
    expect(room.told("T2")).toHaveLength(1);
    room.slack.failNext("auth.test", { kind: "broken" });
    await saves(broken("flows/milk.yml", true));
    expect(room.told("T2")).toHaveLength(1);
    expect(room.logged.join("\n")).toContain("could not be told");
  });
});
