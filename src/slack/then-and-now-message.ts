import type { KnownBlock } from "@slack/types";
import { tellThenAndNow, thenAndNowParts } from "../feedback/tell-talk.ts";
import type { ThenAndNow } from "../feedback/then-and-now.ts";
import { escaped, flush, type Message, section } from "./message.ts";

/** The same moment answered twice, a paragraph for each. */
export function thenAndNowBlocks(compared: ThenAndNow): KnownBlock[] {
  const [title = "", ...parts] = thenAndNowParts(compared).map((part) => escaped(flush(part)));
  return [section(`*${title}*`), ...parts.map(section)];
}

/** The same as a message of its own. */
export const thenAndNowMessage = (compared: ThenAndNow): Message => ({
  text: escaped(tellThenAndNow(compared)),
  blocks: thenAndNowBlocks(compared),
});
