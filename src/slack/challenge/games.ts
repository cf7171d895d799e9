import type { Challenge, Kind } from "../../challenge/challenge.ts";
import type { Desk } from "../../store/desk.ts";
import type { Library } from "../library.ts";
import type { button } from "../message.ts";
import { listeningGame } from "./listening-game.ts";
import { relayGame } from "./relay.ts";

/** What a challenge is played with, besides the store. */
export type Stage = { library: Library; command: string; now: () => number; seed: () => number };

/** What a kind brings that is played in the channel itself. */
export type Game = {
  begin(desk: Desk, challenge: Challenge, stage: Stage): Promise<unknown>;
  /** What the challenge's message says of how far it is. */
  soFar(desk: Desk, challenge: Challenge): Promise<string[]>;
  /** What can be pressed under it while it goes on. */
  presses(challenge: Challenge): ReturnType<typeof button>[];
  end(desk: Desk, challenge: Challenge, stage: Stage): Promise<unknown>;
  /** Puts away what could still be pressed when it is called off. */
  callOff?(desk: Desk, challenge: Challenge): Promise<unknown>;
};

/** The kinds that are played in the channel. */
export const GAMES: Partial<Record<Kind, Game>> = {
  relay: relayGame,
  listening: listeningGame,
};
