import type { Logger } from "pino";
import type { ClientOf } from "./clients.ts";
import { groupMembers } from "./group-members.ts";
import { isFinal, reasonOf } from "./is-final.ts";

/** What Slack says of people: who is in a user group, and who owns the workspace. */
export type Memberships = {
  /** The members of a user group; nobody where there is no such group, or the app may not look. */
  membersOf(team: string, group: string): Promise<ReadonlySet<string>>;
  /** Whether somebody owns the workspace, or the organisation it belongs to. */
  isOwner(team: string, user: string): Promise<boolean>;
};

/** So long, in ms, an answer of Slack's counts: whoever leaves a group loses its role within a minute. */
const FRESH = 60_000;
/** So long it counts where Slack can't be asked just now; after that nobody is let on the word of an old answer. */
const IN_NEED = 10 * 60_000;
const MOST_KEPT = 10_000;

type Kept<Answer> = { answer: Answer; at: number };

/**
 * Asks Slack, and remembers for a minute. Where Slack can't be asked just now, an answer of the last ten minutes
 * counts; without one, asking fails and whatever depends on it is tried again later. A refusal for good, such as a
 * group that is gone or a scope that is missing, counts as "nobody".
 * @param now ms since 1970.
 */
export function askedMemberships(clientOf: ClientOf, now: () => number, log: Logger): Memberships {
  const remembering = <Answer>(
    ask: (team: string, id: string) => Promise<Answer>,
    otherwise: Answer,
    what: string,
  ) => {
    const kept = new Map<string, Kept<Answer>>();
    const keep = (key: string, answer: Answer): Answer => {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, { answer, at: now() });
      return answer;
    };
    return async (team: string, id: string): Promise<Answer> => {
      const key = `${team}/${id}`;
      const before = kept.get(key);
      const age = before ? now() - before.at : Number.POSITIVE_INFINITY;
      if (before && age < FRESH) return before.answer;
      try {
        return keep(key, await ask(team, id));
      } catch (error) {
        log.warn({ team, id, reason: reasonOf(error) }, what);
        if (isFinal(error)) return keep(key, otherwise);
        if (before && age < IN_NEED) return before.answer;
        throw error;
      }
    };
  };

  const membersOf = groupMembers(clientOf);
  return {
    membersOf: remembering<ReadonlySet<string>>(
      async (team, group) => new Set(await membersOf(team, group)),
      new Set(),
      "the members of a user group could not be looked up",
    ),
    isOwner: remembering(
      async (team, user) => {
        const client = await clientOf(team);
        const found = (await client.users.info({ user })).user;
        if (!found || found.deleted) return false;
        // Somebody of another company may own theirs, and be met in a shared channel.
        const { enterprise_user: organised } = found;
        const isOurs = found.team_id === team || organised?.teams?.includes(team) === true;
        return isOurs && (found.is_owner === true || organised?.is_owner === true);
      },
      false,
      "whether somebody owns the workspace could not be looked up",
    ),
  };
}
