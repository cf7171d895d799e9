import type { WebClient } from "@slack/web-api";
import type { PicturePlace } from "./message.ts";
import { uploadBytes } from "./upload-file.ts";

/** Brings a PNG to where a message can show it, and says where that is. */
export type Upload = (client: WebClient, name: string, png: Buffer) => Promise<PicturePlace>;

/**
 * Uploads a PNG as a file of Slack's. It is shared with nobody: only the message that names it shows it.
 * @throws whatever Slack's client throws, and an Error where the upload itself does not get through.
 */
export const uploadToSlack: Upload = async (client, name, png) => {
  const id = await uploadBytes(client, name, png, "image/png");
  await client.files.completeUploadExternal({ files: [{ id, title: name }] });
  return { slack_file: { id } };
};
