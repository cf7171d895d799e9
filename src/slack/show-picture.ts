import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from "@slack/web-api";
import { drawPicture } from "./draw-picture.ts";
import { isFinal, reasonOf } from "./is-final.ts";
import { type Message, type Pictured, withPicture, withWords } from "./message.ts";
import { upload } from "./upload-picture.ts";

/** The picture isn't there yet and nothing was posted; the message waits a little, and not for ever. */
export class PictureLate extends Error {}

/** What is written down about a message on its way, so that no picture is uploaded twice. */
export type Notes = {
  keep(message: Message): Promise<void>;
  warn(reason: string): void;
};

const MOST_WAITS = 3;

/**
 * Posts a message with its picture, or with the words in its place where the picture can't be had.
 * @throws {PictureLate} when the picture may be there in a moment; whatever Slack's client throws.
 */
export async function postWithPicture<Posted>(
  client: WebClient,
  message: Pictured,
  post: (message: Message) => Promise<Posted>,
  notes: Notes,
): Promise<Posted> {
  const file = await fileOf(client, message, notes);
  if (!file) return post(withWords(message));
  try {
    return await post(withPicture(message, file));
  } catch (error) {
    // Slack takes a moment to look through a file, and until then says this about the block that names it.
    if (!(error instanceof WebAPIPlatformError && error.data.error === "invalid_blocks")) throw error;
    await waitOnce({ ...message, picture: { ...message.picture, file } }, notes);
    throw new PictureLate("Slack does not show the picture yet");
  }
}

async function fileOf(client: WebClient, message: Pictured, notes: Notes): Promise<string | undefined> {
  const { picture } = message;
  if ((picture.waits ?? 0) >= MOST_WAITS) {
    notes.warn("it was waited for long enough");
    return undefined;
  }
  if (picture.file) return picture.file;
  const png = await drawPicture(picture.svg).catch((error: unknown) => notes.warn(reasonOf(error)));
  if (!png) return undefined;
  try {
    const file = await upload(client, picture.name, png);
    await notes.keep({ ...message, picture: { ...picture, file } });
    return file;
  } catch (error) {
    if (isFinal(error)) {
      notes.warn(reasonOf(error));
      return undefined;
    }
    await waitOnce(message, notes);
    throw error instanceof WebAPIRateLimitedError ? error : new PictureLate(reasonOf(error));
  }
}

const waitOnce = (message: Pictured, notes: Notes) =>
  notes.keep({ ...message, picture: { ...message.picture, waits: (message.picture.waits ?? 0) + 1 } });
