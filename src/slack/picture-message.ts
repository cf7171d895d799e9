import type { Debrief } from "../feedback/debrief.ts";
import { picture } from "../feedback/picture.ts";
import type { Flow } from "../flow/flow.ts";
import { escaped, type Message } from "./message.ts";

/** The picture of a practice as a message of its own; nothing where no message was written. */
export function pictureMessage(
  told: Pick<Debrief, "flow" | "customer" | "view" | "turning">,
  meters: Flow["meters"],
): Message | undefined {
  const drawn = picture(told, meters);
  return (
    drawn && {
      text: escaped(drawn.alt),
      blocks: [],
      picture: { ...drawn, name: `practice-${told.flow}.png` },
    }
  );
}
