import { shortened } from "../../feedback/shortened.ts";
import { escaped } from "../message.ts";

/** What somebody wrote or said, on one line and escaped, in at most so many characters with its escapes. */
export function quoted(text: string, most: number): string {
  let length = most;
  let fitting = escaped(shortened(text, length));
  while (fitting.length > most && length > 1) {
    length = Math.floor(length * 0.8);
    fitting = escaped(shortened(text, length));
  }
  return fitting;
}
