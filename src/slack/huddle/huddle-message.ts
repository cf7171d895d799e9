import type { KnownBlock } from "@slack/types";
import { type Huddle, LETTERS } from "../../challenge/huddle.ts";
import { type NextLine, nextLines, turnsToReplay } from "../../challenge/next-lines.ts";
import { HOW_IT_GOES, tellAnswer, tellLookBack, votesInWords } from "../../challenge/tell-huddle.ts";
import { quoted } from "../challenge/quoted.ts";
import { button, context, escaped, type Message, section } from "../message.ts";
import type { Replay } from "./find-replay.ts";

/** The outbox id of a huddle's message, and of that of a turn or of its end in its thread. */
export const huddleIn = ({ id }: Pick<Huddle, "id">, part?: number | "end") =>
  part === undefined ? `huddle/${id}` : `huddle/${id}/${part}`;

/** The huddle of which a message with this outbox id is one. */
export const huddleSentAs = (outboxId: string): string | undefined => /^huddle\/([^/]+)/.exec(outboxId)?.[1];

/** The message in the channel, in whose thread everything happens. */
export function headMessage({ host, source, state }: Huddle, { title }: Replay): Message {
  const what = source.kind === "relay" ? "a relay of this channel" : "a practice of their own";
  const name = quoted(title, 300);
  const head = `<@${host}> replays ${what}: “${name}”.`;
  const how = state === "over" ? "It is over." : `Vote in the thread. ${HOW_IT_GOES}`;
  return { text: `${head}\n${how}`, blocks: [section(`*${head}*`), context(how)] };
}

// A change of a message holds 4,000 characters, and all of these stand in one.
const MOST = { said: 250, line: 400, felt: 300 };

/** A turn before it is shown: what the customer said, and three lines to vote for. */
export function votingMessage(huddle: Huddle, replay: Replay): Message {
  const { id, turn } = huddle;
  const head = `${whichTurn(huddle, replay)} What would you say next?`;
  const lines = nextLines(replay.session, turn, id).map(lettered);
  const note = "One vote each; you can change it until it is shown. Nobody sees whose it is.";
  const votes = LETTERS.slice(0, lines.length).map((letter, line) =>
    button(`Vote ${letter}`, `huddle:vote-${line}`, `${id}/${turn}/${line}`),
  );
  return told(
    [head, ...saidAt(replay, turn), ...lines, note],
    [
      { type: "actions", elements: votes },
      press(button("Show what was said", "huddle:show", `${id}/${turn}`, "primary"), endButton(huddle)),
    ],
  );
}

/** A turn once it is shown: the counts, what was said and what the customer answered; the host goes on from the newest. */
export function shownMessage(huddle: Huddle, replay: Replay, turn: number, isNewest: boolean): Message {
  const { id, counts } = huddle;
  const { votes = [], said = 0 } = counts.find((one) => one.turn === turn) ?? {};
  const lines = nextLines(replay.session, turn, id).map(
    (line, at) =>
      `${lettered(line, at)}\n${at === said ? "This was said. " : ""}${votesInWords(votes[at] ?? 0)}`,
  );
  const answer = tellAnswer(replay.session, turn);
  const { name } = replay.session.flow.persona;
  const answered = answer.said
    .slice(-3)
    .map((line) => `*${escaped(name)} answered:* ${quoted(line, MOST.said)}`);
  const felt = answer.felt ? [quoted(answer.felt, MOST.felt)] : [];
  const isLast = turnsToReplay(replay.session).at(-1) === turn;
  const next = isLast
    ? press(button("Look back", "huddle:end", id, "primary"))
    : press(button("Next turn", "huddle:next", `${id}/${turn}`, "primary"), endButton(huddle));
  const parts = [whichTurn({ turn }, replay), ...saidAt(replay, turn), ...lines, ...answered, ...felt];
  return told(parts, isNewest ? [next] : []);
}

/** A turn that was left without being shown. */
export function leftMessage({ turn }: Huddle, replay: Replay): Message {
  const words = [whichTurn({ turn }, replay), ...saidAt(replay, turn), "It ended here, before it was shown."];
  return told(words, []);
}

/** The short look back at the end. */
export function lookBackMessage({ counts }: Huddle, { session }: Replay): Message {
  return told(["A look back", ...tellLookBack(session, counts).map((line) => quoted(line, 1_500))], []);
}

/** What stands in the place of what was replayed when its practice is no longer shared. */
export function goneMessage(): Message {
  const text = "This practice is no longer shared, so what was replayed of it is gone.";
  return { text, blocks: [context(text)] };
}

function whichTurn({ turn }: Pick<Huddle, "turn">, { session }: Replay): string {
  const turns = turnsToReplay(session);
  return `Turn ${turns.filter((one) => one <= turn).length || 1} of ${turns.length}.`;
}

function saidAt({ session }: Replay, turn: number): string[] {
  const said = session.turns[turn - 1]?.customerSaid ?? [];
  return said.slice(-3).map((line) => `*${escaped(session.flow.persona.name)}:* ${quoted(line, MOST.said)}`);
}

const lettered = ({ text }: NextLine, at: number) => `*${LETTERS[at]}*  ${quoted(text, MOST.line)}`;

const endButton = ({ id }: Huddle) => button("End here", "huddle:end", id);
const press = (...elements: ReturnType<typeof button>[]): KnownBlock => ({ type: "actions", elements });

function told([head = "", ...parts]: string[], presses: KnownBlock[]): Message {
  return {
    text: [head, ...parts.map((part) => part.replaceAll(/^\*(.+?)\*/g, "$1"))].join("\n\n"),
    blocks: [section(`*${head}*`), ...parts.map(section), ...presses],
  };
}
