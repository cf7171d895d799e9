import { type BoardLine, boardOf } from "../../challenge/board.ts";
import type { Challenge } from "../../challenge/challenge.ts";
import { button, context, escaped, type Message, section } from "../message.ts";

/** A line of a board, and the other name that its person chose, if they did. */
export type Standing = BoardLine & { alias: string | undefined };

const HEAD = "The board of those who wanted one";
const RULE =
  "In the order of the alphabet, each beside their own practices before. It is gone a day after the end.";
const FULL_SECTION = 2_900;
// Slack takes 40,000 characters, escapes counted.
const MOST_SHOWN = 150;

/** The board as it stands; nothing where fewer than five stand on it. */
export function boardMessage({ id }: Pick<Challenge, "id">, lines: readonly Standing[]): Message | undefined {
  const board = boardOf(lines);
  if (board.length === 0) return undefined;
  const more = board.length - MOST_SHOWN;
  const told = [...board.slice(0, MOST_SHOWN).map(tell), ...(more > 0 ? [`And ${more} more.`] : [])];
  return {
    text: [HEAD, ...told, RULE].join("\n"),
    blocks: [
      section(`*${HEAD}*`),
      ...filled(told).map(section),
      context(RULE),
      { type: "actions", elements: [button("Take my line off", "challenge:off-board", id)] },
    ],
  };
}

const tell = ({ user, alias, words }: Standing) =>
  `${alias ? `${escaped(alias)} (alias)` : `<@${user}>`}: ${words}`;

function filled(lines: readonly string[]): string[] {
  const sections: string[] = [];
  for (const line of lines) {
    const last = sections.at(-1);
    if (last === undefined || last.length + line.length > FULL_SECTION) sections.push(line);
    else sections.splice(-1, 1, `${last}\n${line}`);
  }
  return sections;
}

/** What stands in its place where Slack does not let it be removed. */
export const BOARD_GONE: Message = { text: "This board is gone." };
