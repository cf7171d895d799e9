import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../src/slack/message.ts";
import { openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom();
  room.slack.unsent("U1").opensHome();
});
afterEach(() => room.close());

const TABLE: Message = { text: "Here it is.", file: { name: "team.csv", content: "what,how\r\n<a>,b\r\n" } };
const COMPLETE = "files.completeUploadExternal";

async function send(...messages: Message[]): Promise<void> {
  await room.store.once({ team: "T0001", id: crypto.randomUUID() }, async (desk) => {
    for (const message of messages) await desk.send("T0001", "DU1", message);
  });
  await room.quiet();
}
const calls = (method: string) => room.slack.timesCalled(method);
const contentOf = (id: unknown) => room.slack.workspace.files.get(String(id))?.content.toString("utf8");

describe("a file that comes with a message", () => {
  it("stands in the direct message, byte for byte, before what is said next", async () => {
    await send(TABLE, { text: "after it" });
    expect(room.told()).toEqual(["Here it is.", "after it"]);
    const [file] = room.slack.dm("U1")[0]?.files ?? [];
    expect(file).toMatchObject({ name: "team.csv" });
    expect(contentOf(file?.id)).toBe("what,how\r\n<a>,b\r\n");
  });

  it("is looked up and not given again when the answer to it was lost", async () => {
    room.slack.failNext(COMPLETE, { kind: "lost" });
    await send(TABLE);
    await room.pass(4_000);
    expect(room.told()).toEqual(["Here it is."]);
    expect([calls("upload"), calls(COMPLETE)]).toEqual([1, 1]);
  });

  it.each([
    ["files.getUploadURLExternal", { kind: "broken" } as const],
    ["upload", { kind: "broken", status: 503 } as const],
    [COMPLETE, { kind: "broken" } as const],
    [COMPLETE, { kind: "limited", retryAfter: 3 } as const],
  ])("comes later where %s does not get through (%o), and once", async (method, fault) => {
    room.slack.failNext(method, fault);
    await send(TABLE);
    await room.pass(4_000);
    expect(room.slack.dm("U1").map(({ files }) => files?.length)).toEqual([1]);
  });

  it("is told in words where files can't be had", async () => {
    room.slack.failNext("files.getUploadURLExternal", { kind: "refused", error: "file_uploads_disabled" });
    await send(TABLE);
    expect(room.told()).toEqual(["Here it is.\n```\nwhat,how\r\n&lt;a&gt;,b\r\n```"]);
    expect(room.logged.join()).not.toContain("what,how");
  });
});
