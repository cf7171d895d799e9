import type { Act, Deed } from "../../store/audit.ts";
import type { Retention, WorkspaceSettings } from "../../store/workspace-settings.ts";
import type { Role } from "../roles.ts";
import { NAMED_FOR, type NamedFor } from "./settings-inputs.ts";

/** One thing that is different: what is written to the audit log of it. */
export type Changed = Pick<Deed, "about"> & {
  did: Extract<Act, "role-given" | "role-taken" | "setting-changed">;
};

const ROLE: Record<NamedFor, Role> = { admins: "admin", trainers: "trainer", leads: "lead" };

/** What is different between two settings, each person and each group by itself. */
export function settingsChanged(before: WorkspaceSettings, after: WorkspaceSettings): Changed[] {
  const roles = NAMED_FOR.flatMap((name) => {
    const [old, next] = [idsOf(before[name]), idsOf(after[name])];
    const given = next.filter((id) => !old.includes(id));
    const taken = old.filter((id) => !next.includes(id));
    return [
      ...given.map((id): Changed => ({ did: "role-given", about: [ROLE[name], id] })),
      ...taken.map((id): Changed => ({ did: "role-taken", about: [ROLE[name], id] })),
    ];
  });
  const second: Changed[] =
    before.secondTrainer === after.secondTrainer
      ? []
      : [
          {
            did: "setting-changed",
            about: [`a second trainer approves: ${after.secondTrainer ? "yes" : "no"}`],
          },
        ];
  return [...roles, ...second, ...retentionChanged(before.retention, after.retention)];
}

const idsOf = ({ people, groups }: WorkspaceSettings["leads"]) => [...people, ...groups];

const KEPT: Record<keyof Retention, string> = {
  messagesDays: "words of practices",
  readingsDays: "what was read in them",
};

const retentionChanged = (before: Retention, after: Retention): Changed[] =>
  (Object.keys(KEPT) as (keyof Retention)[])
    .filter((name) => before[name] !== after[name])
    .map((name) => ({
      did: "setting-changed",
      about: [`${KEPT[name]}: ${before[name]} days to ${after[name]} days`],
    }));
