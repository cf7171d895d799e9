import type { WebClient } from "@slack/web-api";
import type { PicturePlace } from "./message.ts";

/** Brings a PNG to where a message can show it, and says where that is. */
export type Upload = (client: WebClient, name: string, png: Buffer) => Promise<PicturePlace>;

const PATIENCE = 10_000;

/**
 * Uploads a PNG as a file of Slack's. It is shared with nobody: only the message that names it shows it.
 * @throws whatever Slack's client throws, and an Error where the upload itself does not get through.
 */
export const uploadToSlack: Upload = async (client, name, png) => {
  const { upload_url, file_id } = await client.files.getUploadURLExternal({
    filename: name,
    length: png.length,
  });
  if (!upload_url || !file_id) throw new Error("Slack named no place for the upload.");
  const answer = await fetch(upload_url, {
    method: "POST",
    headers: { "content-type": "image/png" },
    body: new Uint8Array(png),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`The upload was answered with ${answer.status}.`);
  await client.files.completeUploadExternal({ files: [{ id: file_id, title: name }] });
  return { slack_file: { id: file_id } };
};
