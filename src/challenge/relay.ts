import type { Session } from "../session/session.ts";
import type { Challenge, Member } from "./challenge.ts";

/** One customer who came to a channel and is answered by another colleague at each turn. */
export type Relay = {
  team: string;
  /** The id of its challenge. */
  challenge: string;
  channel: string;
  session: Session;
  /** Who answered each turn, in order; nobody where they erased it. */
  authors: readonly (string | undefined)[];
  /** The outbox id of the customer's newest line. */
  newest: string;
};

/** How the customer calls the many who answer. */
export const EVERYBODY = "all of you";

/** The turn (1-based) that waits for an answer. */
export const waitingTurn = ({ session }: Pick<Relay, "session">): number => session.turns.length + 1;

/** How many different people have answered so far; those who erased it count as one. */
export const colleaguesIn = ({ authors }: Pick<Relay, "authors">): number => new Set(authors).size;

/** Why somebody can't answer just now. */
export type NotNow =
  | "not begun"
  | "nobody came"
  | "over"
  | "not joined"
  | "answered last"
  | "another was first";

/** Why somebody can't give the answer to a turn (1-based; to whichever waits unless told); nothing when they can. */
export function notNow(
  { state }: Pick<Challenge, "state">,
  relay: Relay | undefined,
  member: Member | undefined,
  { user, turn }: { user: string; turn?: number | undefined },
): NotNow | undefined {
  if (state === "planned") return "not begun";
  if (state !== "running") return "over";
  if (!relay) return "nobody came";
  if (relay.session.state !== "playing") return "over";
  if (!member) return "not joined";
  if (relay.authors.at(-1) === user) return "answered last";
  return turn !== undefined && turn !== waitingTurn(relay) ? "another was first" : undefined;
}
