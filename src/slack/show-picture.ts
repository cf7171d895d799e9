import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { drawPicture } from "../store/draw-picture.ts";
import { FileLate } from "./file-late.ts";
import { isFinal, patienceOf, reasonOf } from "./is-final.ts";
import { type Message, type Pictured, type PicturePlace, withPicture, withWords } from "./message.ts";
import type { Upload } from "./upload-picture.ts";

/** What a picture needs on its way. */
export type PictureRoad = {
  upload: Upload;
  /** Writes down what became of the message, so that no picture is uploaded twice. */
  keep(message: Message): Promise<void>;
  warn(reason: string): void;
};

const MOST_WAITS = 3;

/**
 * Posts a message with its picture, or with the words in its place where the picture can't be had.
 * @throws {FileLate} when the picture may be there in a moment; whatever Slack's client throws.
 */
export async function postWithPicture<Posted>(
  client: WebClient,
  message: Pictured,
  post: (message: Message) => Promise<Posted>,
  road: PictureRoad,
): Promise<Posted> {
  const place = await placeOf(client, message, road);
  if (!place) return post(withWords(message));
  try {
    return await post(withPicture(message, place));
  } catch (error) {
    // Slack takes a moment to look through a file, and until then says this about the block that names it.
    if (!(error instanceof WebAPIPlatformError && error.data.error === "invalid_blocks")) throw error;
    await waitOnce({ ...message, picture: { ...message.picture, place } }, road);
    throw new FileLate("Slack does not show the picture yet");
  }
}

async function placeOf(
  client: WebClient,
  message: Pictured,
  road: PictureRoad,
): Promise<PicturePlace | undefined> {
  const { picture } = message;
  if ((picture.waits ?? 0) >= MOST_WAITS) {
    road.warn("it was waited for long enough");
    return undefined;
  }
  if (picture.place) return picture.place;
  // The renderer's own words could quote the picture, so only the kind of error is told.
  const png = await drawPicture(picture.svg).catch((error: NodeJS.ErrnoException) =>
    road.warn(`it could not be drawn (${error.code ?? error.name})`),
  );
  if (!png) return undefined;
  try {
    const place = await road.upload(client, picture.name, png);
    await road.keep({ ...message, picture: { ...picture, place } });
    return place;
  } catch (error) {
    if (isFinal(error)) {
      road.warn(reasonOf(error));
      return undefined;
    }
    await waitOnce(message, road);
    throw new FileLate(reasonOf(error), patienceOf(error));
  }
}

const waitOnce = (message: Pictured, road: PictureRoad) =>
  road.keep({ ...message, picture: { ...message.picture, waits: (message.picture.waits ?? 0) + 1 } });
