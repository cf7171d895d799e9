import type { WebClient } from "@slack/web-api";

const PATIENCE = 10_000;

/**
 * Brings bytes to Slack and gives the id of their file, which nobody sees until it is completed.
 * @throws whatever Slack's client throws, and an Error where the upload itself does not get through.
 */
export async function uploadBytes(
  client: WebClient,
  filename: string,
  bytes: Buffer,
  type: string,
): Promise<string> {
  const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename, length: bytes.length });
  if (!upload_url || !file_id) throw new Error("Slack named no place for the upload.");
  const answer = await fetch(upload_url, {
    method: "POST",
    headers: { "content-type": type },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`The upload was answered with ${answer.status}.`);
  return file_id;
}
