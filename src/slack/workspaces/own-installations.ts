import type { Installation } from "@slack/oauth";
import type { Keyring } from "../../store/keyring.ts";
import type { Store } from "../../store/store.ts";

/** An installation as the app uses it; `team` is the workspace or the organisation. */
export type OwnInstallation = {
  team: string;
  /** What Slack gave, without anybody's own token. */
  given: Installation;
  token: string;
  /** ms since 1970; nothing for a token that does not end. */
  expiresAt: number | undefined;
};

/** Nobody has installed the app there, or it was removed. */
export class NotInstalled extends Error {
  constructor(team: string) {
    super(`The app is not installed in ${team}.`);
  }
}

/** The installations in the store, opened with the key. */
export type OwnInstallations = {
  /** @throws {NotInstalled} {UnknownKey} */
  of(team: string): Promise<OwnInstallation>;
  /** Writes one down; where `instead` is given, only if that one still stands. Says whether it did. */
  keep(given: Installation, instead?: OwnInstallation): Promise<boolean>;
  /** Forgets what is remembered, so that the store is asked again. */
  forget(team: string): void;
};

// Another instance may have written a newer one, so nothing is believed for long.
const BELIEVED = 5_000;
const MOST_REMEMBERED = 10_000;

/** Whose an installation is. @throws an Error where Slack named nobody. */
export function teamOfInstallation({ isEnterpriseInstall, enterprise, team }: Installation): string {
  const id = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (!id) throw new Error("An installation names neither a workspace nor an organisation.");
  return id;
}

/** Reads installations from memory, and from the store where that is a few seconds old. */
export function ownInstallations(store: Store, keys: Keyring, now: () => number): OwnInstallations {
  const remembered = new Map<string, { at: number; found: Promise<OwnInstallation> }>();

  const read = async (team: string): Promise<OwnInstallation> => {
    const kept = await store.installation(team);
    if (!kept) throw new NotInstalled(team);
    const given = JSON.parse(keys.open(team, kept)) as Installation;
    const token = given.bot?.token;
    if (!token) throw new NotInstalled(team);
    return { team, given, token, expiresAt: kept.expiresAt };
  };

  const remember = (team: string, found: Promise<OwnInstallation>) => {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const entry = { at: now(), found };
    remembered.set(team, entry);
    // What failed is asked for again at once.
    found.catch(() => {
      if (remembered.get(team) === entry) remembered.delete(team);
    });
    return found;
  };

  return {
    of: (team) => {
      const known = remembered.get(team);
      const isFresh = known && now() - known.at < BELIEVED && now() >= known.at;
      return isFresh ? known.found : remember(team, read(team));
    },
    keep: async (given, instead) => {
      const team = teamOfInstallation(given);
      const { token: _own, refreshToken: _ownToo, ...user } = given.user;
      const { incomingWebhook: _none, ...rest } = given;
      const text = JSON.stringify({ ...rest, user });
      const expiresAt = given.bot?.expiresAt === undefined ? undefined : given.bot.expiresAt * 1_000;
      const kept = await store.together(team, async (desk) => {
        if (instead && !(await standsThere(instead))) return false;
        await desk.installations.keep({ team, ...keys.seal(team, text), expiresAt });
        return true;

        async function standsThere({ token }: OwnInstallation) {
          const there = await desk.installations.find(team);
          return there && (JSON.parse(keys.open(team, there)) as Installation).bot?.token === token;
        }
      });
      remembered.delete(team);
      return kept;
    },
    forget: (team) => void remembered.delete(team),
  };
}
