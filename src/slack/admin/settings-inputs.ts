import type { KnownBlock } from "@slack/types";
import type { Named, Retention, WorkspaceSettings } from "../../store/workspace-settings.ts";
import { context } from "../message.ts";
import { plainText } from "../plain-text.ts";
import { mentionsOf } from "../role-words.ts";
import type { NamedElsewhere } from "../roles.ts";
import type { Directory } from "../share-modal.ts";
import type { UserGroup } from "./user-groups.ts";

/** Whom one can name for what, in the order of the dialogue. */
export const NAMED_FOR = ["admins", "trainers", "leads"] as const;
export type NamedFor = (typeof NAMED_FOR)[number];

const LABELS: Record<NamedFor, { people: string; groups: string; hint: string }> = {
  admins: {
    people: "Admins",
    groups: "Admins by user group",
    hint: "They see this and the audit log. Whoever owns this Slack workspace always does.",
  },
  trainers: {
    people: "Trainers",
    groups: "Trainers by user group",
    hint: "They publish flows. Without any, flows come from the folder alone.",
  },
  leads: {
    people: "Leads",
    groups: "Leads by user group",
    hint: "They launch challenges and see how a team is doing. Without any, everybody may.",
  },
};

/** How many people, and how many groups, can be chosen for a role; more belong into a group. */
export const MOST_CHOSEN = 50;

/** How long things can be kept, in days, for who chooses. */
const DAYS: Record<keyof Retention, readonly number[]> = {
  messagesDays: [7, 14, 30, 60, 90, 180, 365],
  readingsDays: [30, 60, 90, 180, 400, 800],
};
const RETENTION_LABELS: Record<keyof Retention, [label: string, hint: string]> = {
  messagesDays: [
    "Keep the words of practices for",
    "Afterwards the words are erased for good. You are asked before a shorter time erases anything.",
  ],
  readingsDays: [
    "Keep what was read in practices for",
    "The skills somebody showed, for their own progress.",
  ],
};

/** What stands in the dialogue to begin with, and what can be chosen in it. */
export type Deciding = {
  settings: WorkspaceSettings;
  environment: NamedElsewhere;
  groups: readonly UserGroup[] | undefined;
  /** The people of a Slack that has no lists of them. */
  directory: Directory | undefined;
};

const option = (text: string, value: string) => ({ text: plainText(text.slice(0, 75)), value });
type Element = Extract<KnownBlock, { type: "input" }>["element"];

const IN_ENVIRONMENT = "Named in the environment as well, and only changed there";

/** Whom to name for a role; below it, whom the environment names as well. */
export function roleInputs(
  role: NamedFor,
  { settings, environment, groups, directory }: Deciding,
): KnownBlock[] {
  const { people, groups: byGroup, hint } = LABELS[role];
  const already = mentionsOf(environment[role]).slice(0, MOST_CHOSEN);
  const block = (name: string, label: string, element: Element, words?: string): KnownBlock => ({
    type: "input",
    block_id: `${role}-${name}`,
    optional: true,
    label: plainText(label),
    element,
    ...(words ? { hint: plainText(words) } : {}),
  });
  return [
    { type: "divider" },
    block("people", people, peopleElement(role, settings[role], directory), hint),
    ...(directory ? [] : [block("groups", byGroup, groupsElement(role, settings[role], groups))]),
    ...(already.length > 0
      ? [context(`${environment.otherwise?.[role] ?? IN_ENVIRONMENT}: ${already.join(", ")}.`)]
      : []),
  ];
}

function peopleElement(role: NamedFor, { people }: Named, directory: Directory | undefined): Element {
  const action_id = `admin:${role}-people`;
  if (!directory)
    return {
      ...{ type: "multi_users_select", action_id, max_selected_items: MOST_CHOSEN },
      placeholder: plainText("Nobody yet"),
      ...(people.length > 0 ? { initial_users: [...people] } : {}),
    };
  // Such a Slack lets nobody choose several, nor shows what was chosen before: one is named, or no longer.
  const options = directory.people
    .slice(0, 100)
    .map(({ id, name }) =>
      people.includes(id) ? option(`No longer ${name}`, `-${id}`) : option(`Also ${name}`, `+${id}`),
    );
  const names = directory.people.filter(({ id }) => people.includes(id)).map(({ name }) => name);
  const placeholder = plainText(`As it is: ${names.join(", ") || "nobody"}`.slice(0, 150));
  return { type: "static_select", action_id, options, placeholder };
}

function groupsElement(
  role: NamedFor,
  { groups: chosen }: Named,
  groups: readonly UserGroup[] | undefined,
): Element {
  const action_id = `admin:${role}-groups`;
  // A group that is chosen and no longer listed could not be shown as chosen, and would go unseen.
  if (!groups || chosen.some((id) => !groups.some((one) => one.id === id)))
    return {
      ...{ type: "plain_text_input", action_id, max_length: 700 },
      placeholder: plainText("Ids of user groups, such as S012ABCDEF, S034GHIJKL"),
      ...(chosen.length > 0 ? { initial_value: chosen.join(", ") } : {}),
    };
  const options = groups.map(({ id, name }) => option(name, id));
  return {
    ...{ type: "multi_static_select", action_id, options, max_selected_items: MOST_CHOSEN },
    placeholder: plainText("None"),
    ...chosenAmong(options, chosen),
  };
}

function chosenAmong(options: ReturnType<typeof option>[], chosen: readonly string[]) {
  const initial_options = options.filter(({ value }) => chosen.includes(value));
  return initial_options.length > 0 ? { initial_options } : {};
}

const YES_OR_NO = [option("Yes", "yes"), option("No", "no")];

/** Whether a second trainer approves. */
export function secondInput({ settings }: Deciding): KnownBlock {
  const now = settings.secondTrainer ? "yes" : "no";
  const label = "A second trainer approves what is published";
  return choice("second", label, YES_OR_NO, { value: now, words: `As it is: ${now}` });
}

/** How long something is kept. */
export function daysInput(name: keyof Retention, { retention }: WorkspaceSettings): KnownBlock {
  const [label, hint] = RETENTION_LABELS[name];
  const days = retention[name];
  const all = [...new Set([...DAYS[name], days])].sort((one, other) => one - other);
  const options = all.map((some) => option(`${some} days`, String(some)));
  return choice(name, label, options, { value: String(days), words: `As it is: ${days} days` }, hint);
}

// Where a client shows nothing chosen yet, what is left empty stays as it is.
function choice(
  name: string,
  label: string,
  options: ReturnType<typeof option>[],
  now: { value: string; words: string },
  hint?: string,
): KnownBlock {
  const initial_option = options.find(({ value }) => value === now.value);
  return {
    type: "input",
    block_id: name,
    optional: true,
    label: plainText(label),
    ...(hint ? { hint: plainText(hint) } : {}),
    element: {
      ...{ type: "static_select", action_id: `admin:${name}`, options, placeholder: plainText(now.words) },
      ...(initial_option ? { initial_option } : {}),
    },
  };
}
