import type { ViewOutput } from "@slack/bolt";
import {
  type Named,
  RETENTION_LIMITS,
  type Retention,
  type WorkspaceSettings,
} from "../../store/workspace-settings.ts";
import type { WhoIsWho } from "../roles.ts";
import { MOST_CHOSEN, NAMED_FOR, type NamedFor } from "./settings-inputs.ts";

/** What is wrong with a dialogue, by the field it stands in. */
export type SettingsProblems = Record<string, string>;

const GROUP = /^S[A-Z0-9]+$/;
const MEMBER = /^[UW][A-Z0-9]+$/;
const NO_GROUP =
  "Write ids of user groups, such as S012ABCDEF. Slack shows one in the address of the group's page.";
const NO_MEMBER = "Choose members of this workspace.";
const TOO_MANY = `At most ${MOST_CHOSEN}. Put them into a user group, and name that.`;
const ONE_ALONE = "That needs two trainers at least, or a user group of them.";

/** What an admin decided in the dialogue, or what is wrong with it; `before` it stood as it was opened. */
export function readSettings(
  view: ViewOutput,
  { environment, before }: { environment: WhoIsWho; before: WorkspaceSettings },
): { decided: WorkspaceSettings } | { problems: SettingsProblems } {
  const problems: SettingsProblems = {};
  const named = Object.fromEntries(
    NAMED_FOR.map((role) => {
      const found = readNamed(view, role, before[role]);
      const { people, groups } = found;
      if (people.length > MOST_CHOSEN) problems[`${role}-people`] = TOO_MANY;
      if (groups.length > MOST_CHOSEN) problems[`${role}-groups`] = TOO_MANY;
      if (!people.every((id) => MEMBER.test(id))) problems[`${role}-people`] = NO_MEMBER;
      if (!groups.every((id) => GROUP.test(id))) problems[`${role}-groups`] = NO_GROUP;
      return [role, found];
    }),
  ) as Record<NamedFor, Named>;
  const second = held(view, "second")?.selected_option?.value;
  const secondTrainer = second ? second === "yes" : before.secondTrainer;
  if (secondTrainer && isOneAlone(named.trainers, environment.trainers)) problems.second = ONE_ALONE;
  const retention: Retention = {
    messagesDays: readDays(view, "messagesDays") ?? before.retention.messagesDays,
    readingsDays: readDays(view, "readingsDays") ?? before.retention.readingsDays,
  };
  if (retention.readingsDays < retention.messagesDays)
    problems.readingsDays = "What was read goes with the words, so keep it for as long at least.";
  return Object.keys(problems).length > 0
    ? { problems }
    : { decided: { ...named, secondTrainer, retention } };
}

type Held = {
  value?: string | null;
  selected_users?: string[];
  selected_option?: { value: string } | null;
  selected_options?: { value: string }[];
};

const held = ({ state: { values } }: ViewOutput, block: string): Held | undefined =>
  Object.values(values[block] ?? {})[0] as Held | undefined;

// What is not asked for in this Slack stays as it is.
function readNamed(view: ViewOutput, role: NamedFor, before: Named): Named {
  const people = held(view, `${role}-people`);
  const groups = held(view, `${role}-groups`);
  const chosen = groups?.selected_options?.map(({ value }) => value);
  const typed =
    groups && "value" in groups ? (groups.value ?? "").split(/[\s,]+/).filter(Boolean) : undefined;
  return {
    people: once(people?.selected_users ?? oneChanged(people?.selected_option?.value, before.people)),
    groups: once(chosen ?? typed ?? before.groups),
  };
}

// One person of the dialogue's own list, such as "+U012ABCDEF", or no longer.
function oneChanged(choice: string | undefined, people: readonly string[]): readonly string[] {
  const id = choice?.slice(1) ?? "";
  if (choice?.startsWith("+")) return [...people, id];
  return choice?.startsWith("-") ? people.filter((one) => one !== id) : people;
}

const once = (ids: readonly string[]) => [...new Set(ids)];

// Nothing where nothing was chosen, or what could not have been.
function readDays(view: ViewOutput, name: keyof Retention): number | undefined {
  const [least, most] = RETENTION_LIMITS[name];
  const days = Number(held(view, name)?.selected_option?.value ?? Number.NaN);
  return Number.isInteger(days) && days >= least && days <= most ? days : undefined;
}

function isOneAlone(chosen: Named, environment: Named): boolean {
  const people = new Set([...chosen.people, ...environment.people]);
  return people.size < 2 && chosen.groups.length + environment.groups.length === 0;
}
