import type { WebClient } from "@slack/web-api";

const PATIENCE = 10_000;

/**
 * Uploads a PNG and says under which id Slack keeps it. It is shared with nobody: only a message shows it.
 * @throws whatever Slack's client throws, and an Error where the upload itself does not get through.
 */
export async function upload(client: WebClient, name: string, png: Buffer): Promise<string> {
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
  return file_id;
}
