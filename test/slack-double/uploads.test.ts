import type { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { drawPicture } from "../../src/store/draw-picture.ts";
import { clientOf, refused } from "./client.ts";
import { type SlackDouble, startSlackDouble } from "./slack-double.ts";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="5" height="5"/></svg>';

describe("an upload goes in three steps, as in Slack", () => {
  let slack: SlackDouble;
  let client: WebClient;
  beforeEach(async () => {
    slack = await startSlackDouble({
      scopes: ["chat:write", "files:write"],
      people: [{ id: "U1" }],
      channels: [{ id: "C1", bot: true }],
    });
    client = clientOf(slack);
  });
  afterEach(() => slack.close());

  const announced = async (length: number) => {
    const { upload_url = "", file_id = "" } = await client.files.getUploadURLExternal({
      filename: "a.png",
      length,
    });
    return { url: upload_url, id: file_id };
  };
  const put = (url: string, bytes: Buffer) => fetch(url, { method: "POST", body: new Uint8Array(bytes) });
  const complete = (id: string) => client.files.completeUploadExternal({ files: [{ id, title: "a" }] });
  const show = (id: string) =>
    refused(
      client.chat.postMessage({
        channel: "C1",
        text: "look",
        blocks: [{ type: "image", slack_file: { id }, alt_text: "look" }],
      }),
    );

  it("a picture may stand in a message once it was looked through, and not before", async () => {
    slack.workspace.fileDelay = 1_500;
    const png = await drawPicture(SVG);
    const { url, id } = await announced(png.length);
    expect((await put(url, png)).status).toBe(200);
    expect(await show(id)).toBe("invalid_blocks");
    await complete(id);
    expect(await show(id)).toBe("invalid_blocks");
    slack.clock.advance(1_500);
    expect(await show(id)).toBeUndefined();
  });

  it("bytes of another length, unknown files and what is no picture are refused", async () => {
    const { url, id } = await announced(5);
    expect((await put(url, Buffer.from("four"))).status).toBe(404);
    expect(await refused(complete(id))).toBe("file_not_found");
    expect((await put(url, Buffer.from("hello"))).status).toBe(200);
    await complete(id);
    expect(await show(id)).toBe("invalid_blocks");
    expect(await show("F0NOWHERE1")).toBe("invalid_blocks");
    expect(await show("nowhere")).toBe("invalid_blocks");
  });

  it("needs its scope", async () => {
    slack.workspace.scopes = ["chat:write"];
    expect(await refused(announced(5).then(() => ({ ok: true })))).toBe("missing_scope");
  });
});
