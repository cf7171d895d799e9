import type { Flow } from "../flow/flow.ts";
import { mapPicture } from "../workshop/map-picture.ts";
import { moodMap } from "../workshop/mood-map.ts";
import type { MessagePicture } from "./message.ts";

/** The map of a flow's moods for a message; nothing where it can't be drawn, as the message says enough without it. */
export async function flowMap(
  flow: Flow,
  warn: (reason: string) => void,
): Promise<MessagePicture | undefined> {
  try {
    return { ...(await mapPicture(moodMap(flow))), name: `map-${flow.id}.png` };
  } catch (error) {
    warn(error instanceof Error ? error.name : String(error));
    return undefined;
  }
}
