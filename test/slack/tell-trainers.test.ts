import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadFlow } from "../../src/flow/load.ts";
import type { ToTell } from "../../src/slack/tell-trainers.ts";
import type { Broken } from "../../src/store/follow-folder.ts";
import { openPublishingRoom, type PublishingRoom, TEA } from "./publishing-room.ts";

let room: PublishingRoom;
beforeEach(async () => {
  room = await openPublishingRoom();
});
afterEach(() => room.close());

const broken = (file: string, plays: boolean, wrong = "start: crossed"): Broken => {
  const source = TEA.replace("start: cross", wrong);
  return { file, kind: "flow", source, ...loadFlow(source, file), plays };
};
const saved = (what: Partial<ToTell>) =>
  room.tightrope.tellTrainers({ broken: [], mended: [], gone: [], ...what }).then(room.quiet);
const saves = (...files: Broken[]) => saved({ broken: files });
const mends = (file: string) =>
  saved({ mended: [{ file, kind: "flow", source: TEA, ...loadFlow(TEA, file) }] });

// A text that is no flow at all, and so has problems of another kind.
const UNREADABLE = "start: [cross";
const DAY = 86_400_000;

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

  it("is told once while it keeps failing in the same way, however often and long", async () => {
    for (const wait of [0, 60_000, 20 * 60_000, DAY]) {
      await room.pass(wait);
      await saves(broken("flows/tea.yml", true));
    }
    expect(room.told("T1")).toHaveLength(1);
    expect(room.told("T1")[0]).toContain("I'll write again when it can be played");
  });

  it("is told again when a problem of another kind has come in, and not when that one has gone", async () => {
    await saves(broken("flows/tea.yml", true));
    await saves(broken("flows/tea.yml", true, UNREADABLE));
    const [, other] = room.told("T1");
    expect(other).toContain("*flows/tea.yml* was saved again, and has a problem of another kind");
    await room.pass(DAY);
    await saves(broken("flows/tea.yml", true));
    await saves(broken("flows/tea.yml", true, UNREADABLE));
    expect(room.told("T1")).toHaveLength(2);
  });

  it("is told of when it is mended, and anew when it fails after that", async () => {
    await saves(broken("flows/tea.yml", true));
    await mends("flows/tea.yml");
    expect(room.told("T1").at(-1)).toContain("*flows/tea.yml* is mended.");
    await room.pass(DAY);
    await saves(broken("flows/tea.yml", true));
    expect(room.told("T1")).toHaveLength(3);
    expect(room.told("T1").at(-1)).toContain("was saved in the folder and can't be played");
  });

  it("is not told of as mended where nobody was told that it failed, nor when it is gone", async () => {
    await mends("flows/milk.yml");
    await saves(broken("flows/tea.yml", true));
    await saved({ gone: ["flows/tea.yml"] });
    await mends("flows/tea.yml");
    expect(room.told("T1")).toHaveLength(1);
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
