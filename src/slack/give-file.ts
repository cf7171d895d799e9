import type { WebClient } from "@slack/web-api";
import { FileLate } from "./file-late.ts";
import { isFinal, patienceOf, reasonOf } from "./is-final.ts";
import { escaped, type Message, type MessageFile, type WithFile } from "./message.ts";
import type { PictureRoad } from "./show-picture.ts";
import { uploadBytes } from "./upload-file.ts";

/**
 * Posts a message with its file, or with what the file says where files can't be had. Uploaded once; whether the message
 * with it arrived can be looked up by its id.
 * @throws {FileLate} when Slack takes no more files just now; whatever Slack's client throws, and an Error where the upload does not get through.
 */
export async function postWithFile<Posted>(
  client: WebClient,
  channel: string,
  message: WithFile,
  post: (message: Message) => Promise<Posted>,
  road: Pick<PictureRoad, "keep" | "warn">,
): Promise<Posted | undefined> {
  const { file, ...words } = message;
  try {
    const id =
      file.id ?? (await uploadBytes(client, file.name, Buffer.from(file.content), typeOf(file.name)));
    if (!file.id) await road.keep({ ...message, file: { ...file, id } });
    await client.files.completeUploadExternal({
      files: [{ id, title: file.name }],
      channel_id: channel,
      initial_comment: words.text,
    });
    return undefined;
  } catch (error) {
    // Files are counted apart: whoever only writes goes on.
    if (patienceOf(error) > 0) throw new FileLate(reasonOf(error), patienceOf(error));
    if (!isFinal(error)) throw error;
    road.warn(reasonOf(error));
    return post({ text: inWords(words.text, file) });
  }
}

const TYPES: Record<string, string> = { csv: "text/csv", json: "application/json" };
const typeOf = (name: string) => TYPES[name.split(".").at(-1) ?? ""] ?? "text/plain";

// Slack shows 40,000 characters of a message, escapes counted.
const LONGEST = 35_000;

function inWords(text: string, { content, instead }: MessageFile): string {
  const told = escaped(content);
  return told.length > LONGEST && instead ? instead : `${text}\n\`\`\`\n${told}\`\`\``;
}
