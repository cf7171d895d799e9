import type { Json } from "./blocks.ts";
import type { Clock } from "./clock.ts";
import { refusal } from "./refusal.ts";
import type { Team } from "./team.ts";

/** How long a rotated token lives, in ms, as Slack has it: twelve hours. */
export const TOKEN_LIFE_MS = 12 * 60 * 60 * 1000;

/** Where the app is installed: in one workspace, or in all of an organisation at once. */
export type Place = { teams: Team[]; orgWide: boolean };

/** A bot token, and what became of it. Without an end it lives for ever. */
export type Token = {
  token: string;
  place: Place;
  expiresAt?: number;
  refresh?: string;
  spent?: boolean;
  ended?: "token_revoked" | "account_inactive";
};

/** Every token that was ever given out. */
export type Installations = {
  /** Gives a token out; one with an end and a refresh token if the app rotates its tokens. */
  issue: (place: Place, rotating: boolean, token?: string) => Token;
  /** Gives the next token for a refresh token, which works once. */
  refresh: (refresh: unknown) => Token;
  /** The token if it is good, else Slack's refusal. */
  good: (token: string) => Token;
  /** Ends every token of a place that still lives, and says which. */
  end: (place: Place, ended: "token_revoked" | "account_inactive", only?: string) => Token[];
  /** The token the app got last for a place. */
  latest: (place: Place) => Token | undefined;
};

/** Nothing is installed anywhere yet. */
export function createInstallations(clock: Clock): Installations {
  const tokens: Token[] = [];
  let count = 0;
  const isAlive = (one: Token) => !one.ended && !(one.expiresAt && clock.now() >= one.expiresAt);

  function issue(place: Place, rotating: boolean, token?: string): Token {
    count += 1;
    const given = token ?? (rotating ? `xoxe.xoxb-1-double-${count}` : `xoxb-double-${count}`);
    const end = rotating ? { expiresAt: clock.now() + TOKEN_LIFE_MS, refresh: `xoxe-1-double-${count}` } : {};
    const made: Token = { token: given, place, ...end };
    tokens.push(made);
    return made;
  }

  return {
    issue,
    refresh(refresh) {
      const old = tokens.find((one) => one.refresh !== undefined && one.refresh === refresh);
      if (!old || old.spent || old.ended) throw refusal("invalid_refresh_token");
      old.spent = true;
      return issue(old.place, true);
    },
    good(token) {
      const known = tokens.find((one) => one.token === token);
      if (!known) throw refusal("invalid_auth");
      if (known.ended) throw refusal(known.ended);
      if (!isAlive(known)) throw refusal("token_expired");
      return known;
    },
    end(place, ended, only) {
      const ending = tokens.filter(
        (one) => isSame(one.place, place) && !one.ended && (!only || one.token === only),
      );
      const alive = ending.filter(isAlive);
      for (const one of ending) one.ended = ended;
      return alive;
    },
    latest: (place) => tokens.findLast((one) => isSame(one.place, place)),
  };
}

/** The workspace of an organisation that a call with its one token is about. */
export function teamMeant({ teams }: Place, args: Json): Team {
  const [first] = teams;
  if (!first) throw refusal("team_not_found");
  if (teams.length === 1) return first;
  // In an organisation people and channels have the same id everywhere; a named workspace settles it.
  const told = teams.find(({ workspace }) => workspace.team.id === args.team_id);
  if (told) return told;
  const named = (value: unknown) => String(value ?? "").split(",")[0] ?? "";
  const ids = [args.channel, args.channel_id, args.users, args.user, args.user_id].map(named);
  const knows = ({ workspace, tickets }: Team) =>
    ids.some((id) => workspace.channels.has(id) || workspace.people.has(id)) ||
    tickets.knows(args.trigger_id) ||
    workspace.files.has(named(args.file)) ||
    [...workspace.modals.values()].flat().some(({ id }) => id === args.view_id);
  return teams.find(knows) ?? first;
}

const isSame = (one: Place, other: Place) =>
  one.orgWide === other.orgWide && one.teams[0]?.workspace === other.teams[0]?.workspace;
