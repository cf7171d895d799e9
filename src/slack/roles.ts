import type { Store } from "../store/store.ts";
import { type Named, NOBODY, type WorkspaceSettings } from "../store/workspace-settings.ts";
import type { Memberships } from "./memberships.ts";

/** What somebody may do beside practising; whoever has none of these is an agent. */
export const ROLES = ["lead", "trainer", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Whom the environment, or the settings of a workspace, or both together name. */
export type WhoIsWho = Pick<WorkspaceSettings, "leads" | "trainers" | "admins" | "secondTrainer">;

/** Whom it is not the admins of a workspace who name: the environment, unless said otherwise of a role. */
export type NamedElsewhere = WhoIsWho & {
  /** Where a role comes from that the environment does not give, to be read before the names. */
  otherwise?: Partial<Record<"leads" | "trainers" | "admins", string>>;
};

/** Nobody is named: everybody leads, and flows come from the folder alone. */
export const NOBODY_NAMED: WhoIsWho = {
  leads: NOBODY,
  trainers: NOBODY,
  admins: NOBODY,
  secondTrainer: false,
};

/** Answers who may do what. It is asked again at every press, since the answer can change. */
export type Roles = {
  rolesOf(team: string, user: string): Promise<readonly Role[]>;
  mayLead(team: string, user: string): Promise<boolean>;
  isTrainer(team: string, user: string): Promise<boolean>;
  isAdmin(team: string, user: string): Promise<boolean>;
  /** Whether somebody would still be an admin if the settings named these. */
  wouldBeAdmin(team: string, user: string, admins: Named): Promise<boolean>;
  /** Whom the environment alone names. */
  environment: NamedElsewhere;
  /** Whom the environment and the settings name together. */
  whoIsWho(team: string): Promise<WhoIsWho>;
  /** The trainers one by one, those of user groups as well; at most fifty, to whom something can be sent. */
  trainersOf(team: string): Promise<readonly string[]>;
};

const MOST_TRAINERS = 50;

/** Whether anybody is named. */
export const isAnybody = ({ people, groups }: Named): boolean => people.length + groups.length > 0;

/**
 * The environment and the settings add up: whom the environment names can't be locked out in a dialogue, and nobody
 * has to restart anything to name one more. Admins are, beside those who are named, the owners of the Slack workspace:
 * they may remove the app or reinstall it anyway, and so there is somebody from the first day on, in every workspace.
 * Each question is asked of the store and of Slack, and fails with what Slack's client throws where it can't be answered.
 */
export function rolesFrom(
  environment: NamedElsewhere,
  { store, memberships }: { store: Pick<Store, "settings">; memberships: Memberships },
): Roles {
  const whoIsWho = async (team: string) => together(environment, await store.settings(team));

  const isAmong = async (team: string, { people, groups }: Named, user: string): Promise<boolean> => {
    if (people.includes(user)) return true;
    for (const group of groups) if ((await memberships.membersOf(team, group)).has(user)) return true;
    return false;
  };

  const mayLead = async (team: string, user: string) => {
    const { leads } = await whoIsWho(team);
    return !isAnybody(leads) || isAmong(team, leads, user);
  };
  const isTrainer = async (team: string, user: string) =>
    isAmong(team, (await whoIsWho(team)).trainers, user);
  const wouldBeAdmin = async (team: string, user: string, admins: Named) =>
    (await isAmong(team, bothOf(environment.admins, admins), user)) || memberships.isOwner(team, user);
  const isAdmin = async (team: string, user: string) =>
    wouldBeAdmin(team, user, (await store.settings(team)).admins);

  const asked: Record<Role, (team: string, user: string) => Promise<boolean>> = {
    lead: mayLead,
    trainer: isTrainer,
    admin: isAdmin,
  };
  return {
    ...{ environment, whoIsWho, mayLead, isTrainer, isAdmin, wouldBeAdmin },
    rolesOf: async (team, user) => {
      const has = await Promise.all(ROLES.map((role) => asked[role](team, user)));
      return ROLES.filter((_, at) => has[at]);
    },
    trainersOf: async (team) => {
      const { people, groups } = (await whoIsWho(team)).trainers;
      const members = await Promise.all(groups.map((group) => memberships.membersOf(team, group)));
      return [...new Set([...people, ...members.flatMap((some) => [...some])])].slice(0, MOST_TRAINERS);
    },
  };
}

const together = (environment: WhoIsWho, settings: WhoIsWho): WhoIsWho => ({
  leads: bothOf(environment.leads, settings.leads),
  trainers: bothOf(environment.trainers, settings.trainers),
  admins: bothOf(environment.admins, settings.admins),
  secondTrainer: environment.secondTrainer || settings.secondTrainer,
});

const bothOf = (one: Named, other: Named): Named => ({
  people: [...new Set([...one.people, ...other.people])],
  groups: [...new Set([...one.groups, ...other.groups])],
});
