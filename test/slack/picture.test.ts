import type { KnownBlock } from "@slack/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { debrief } from "../../src/feedback/debrief.ts";
import { begin } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { button, type Message, section } from "../../src/slack/message.ts";
import { pictured } from "../../src/slack/picture-message.ts";
import { drawPicture } from "../../src/store/draw-picture.ts";
import { COLD_SOUP, FED, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

let room: PracticeRoom;
beforeEach(async () => {
  room = await openPracticeRoom();
  room.slack.unsent("U1").opensHome();
});
afterEach(() => room.close());

const told = debrief(takeTurn(begin(COLD_SOUP, 1, "Ada"), FED));
const PICTURE = pictured({ text: "Look.", blocks: [] }, told, COLD_SOUP.meters);

async function send(...messages: Message[]): Promise<void> {
  await room.store.once({ team: "T0001", id: crypto.randomUUID() }, async (desk) => {
    for (const message of messages) await desk.send("T0001", "DU1", message);
  });
  await room.quiet();
}

const calls = (method: string) => room.slack.timesCalled(method);
const GET_URL = "files.getUploadURLExternal";
const kinds = () => room.last().blocks?.map(({ type }) => type);
const inWords = () => room.last().blocks?.map(({ text }) => (text as { text?: string })?.text);

describe("the picture of a practice", () => {
  it("is drawn to the same bytes every time", async () => {
    const svg = PICTURE.picture?.svg ?? "";
    const [one, two] = [await drawPicture(svg), await drawPicture(svg)];
    expect(one.equals(two)).toBe(true);
    expect(one.readUInt32BE(16)).toBe(1_260);
  });

  it("is uploaded, shared with nobody, and shown in the message with its words", async () => {
    await send(PICTURE);
    const [block] = room.last().blocks ?? [];
    expect(block).toMatchObject({ type: "image", alt_text: PICTURE.picture?.alt });
    const { id } = (block?.slack_file ?? {}) as { id: string };
    expect(room.slack.workspace.files.get(id)?.json).toMatchObject({
      name: "practice-cold-soup.png",
      mimetype: "image/png",
      channels: [],
    });
    expect(room.last().text).toContain("felt before and after your message, from 0 to 100.");
  });

  it("stands above the buttons of a message", async () => {
    const actions = { type: "actions" as const, elements: [button("Again", "start:cold-soup", "cold-soup")] };
    const { blocks: _, ...words } = PICTURE;
    await send({ ...words, blocks: [actions] }, words as Message);
    expect(
      room.slack
        .dm("U1")
        .at(-2)
        ?.blocks?.map(({ type }) => type),
    ).toEqual(["image", "actions"]);
    expect(kinds()).toEqual(["section", "image"]);
    const beside = { ...section("Look."), accessory: actions.elements[0] } as KnownBlock;
    await send({ ...PICTURE, blocks: [section("Look."), beside, actions] });
    expect(kinds()).toEqual(["section", "image", "section", "actions"]);
  });

  it("is waited for while Slack looks through it, and uploaded only once", async () => {
    room.refusals = ["invalid_blocks", "invalid_blocks"];
    room.slack.workspace.fileDelay = 3_000;
    await send(PICTURE, { text: "after it" });
    expect(room.told()).toEqual([]);
    await room.pass(2_000);
    await room.pass(4_000);
    expect(room.told()).toEqual([PICTURE.text, "after it"]);
    expect(room.slack.dm("U1")[0]?.blocks?.[0]?.type).toBe("image");
    expect(calls(GET_URL)).toBe(1);
  });

  it("that never comes is told in words, and holds nothing up for long", async () => {
    room.refusals = ["invalid_blocks", "invalid_blocks", "invalid_blocks"];
    room.slack.workspace.fileDelay = 3_600_000;
    await send(PICTURE, { text: "after it" });
    for (const wait of [2_000, 4_000, 8_000]) await room.pass(wait);
    expect(room.told()).toEqual([PICTURE.text, "after it"]);
    expect(room.slack.dm("U1")[0]?.blocks).toMatchObject([{ text: { text: PICTURE.picture?.alt } }]);
    expect(calls(GET_URL)).toBe(1);
  });

  it.each(["missing_scope", "file_uploads_disabled", "file_uploads_except_images", "unknown_method"])(
    "is told in words where Slack answers %s",
    async (error) => {
      room.slack.failNext(GET_URL, { kind: "refused", error });
      await send(PICTURE);
      expect(inWords()).toEqual([PICTURE.picture?.alt]);
    },
  );

  it("is told in words where it cannot be drawn", async () => {
    await send({ text: "felt fine", picture: { svg: "<svg", alt: "felt fine", name: "a.png" } });
    expect(inWords()).toEqual(["felt fine", "felt fine"]);
    expect(room.logged.join()).toContain("without its picture");
    expect(room.logged.join()).not.toContain("felt fine");
  });

  it("waits when Slack asks for it, and is tried again when the upload breaks off", async () => {
    room.slack.failNext(GET_URL, { kind: "limited", retryAfter: 7 });
    await send(PICTURE);
    room.slack.failNext("upload", { kind: "broken", status: 503 });
    await room.pass(7_000);
    expect(room.told()).toEqual([]);
    await room.pass(4_000);
    expect(kinds()).toEqual(["image"]);
  });

  it("holds nobody's words up while Slack takes no files", async () => {
    room.slack.unsent("U2").opensHome();
    room.slack.failNext(GET_URL, { kind: "limited", retryAfter: 60 });
    await send(PICTURE);
    await room.store.together("T0001", (desk) => desk.send("T0001", "DU2", { text: "Hello" }));
    await room.quiet();
    expect(room.told("U2")).toEqual(["Hello"]);
    await room.pass(59_000);
    expect(room.told()).toEqual([]);
    await room.pass(1_000);
    expect(kinds()).toEqual(["image"]);
  });

  it("does not keep the words back through an outage of file uploads", async () => {
    room.slack.failNext(GET_URL, { kind: "broken" }, 50);
    await send(PICTURE);
    for (const wait of [2_000, 4_000, 8_000]) await room.pass(wait);
    expect(inWords()).toEqual([PICTURE.picture?.alt]);
  });

  it("a message whose answer was lost is looked up, not sent and uploaded again", async () => {
    room.slack.failNext("chat.postMessage", { kind: "lost" });
    await send(PICTURE);
    await room.pass(2_000);
    expect(room.told()).toEqual([PICTURE.text]);
    expect([calls(GET_URL), calls("chat.postMessage")]).toEqual([1, 1]);
  });

  it("is not drawn where no message was written", () => {
    const nothing = debrief(begin(COLD_SOUP, 1, "Ada"));
    expect(pictured({ text: "Look." }, nothing, COLD_SOUP.meters)).toEqual({ text: "Look." });
  });
});
