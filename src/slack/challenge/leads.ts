import type { WebClient } from "@slack/web-api";

/** Who may launch challenges: member ids and ids of user groups; everybody where there are none. */
export type Leads = { people: readonly string[]; groups: readonly string[] };

/** Everybody in a channel with the app may launch a challenge there. */
export const EVERYBODY: Leads = { people: [], groups: [] };

/** Whether only some people may launch challenges. */
export const isLimited = ({ people, groups }: Leads): boolean => people.length + groups.length > 0;

/**
 * Whether somebody may lead here. It is asked again at every press, since who may can change.
 * @throws whatever Slack's client throws when a user group cannot be looked up.
 */
export async function mayLead(client: WebClient, leads: Leads, user: string): Promise<boolean> {
  if (!isLimited(leads) || leads.people.includes(user)) return true;
  for (const usergroup of leads.groups) {
    const { users } = await client.usergroups.users.list({ usergroup });
    if (users?.includes(user)) return true;
  }
  return false;
}

/** Said to whoever may not, with whom to ask. */
export const askALead = (leads: Leads): string =>
  `Challenges are launched here by ${namesOf(leads)}. Ask one of them; they may be glad of the idea.`;

/** Said to whoever may not, and asks how a team is doing. */
export const shownToLeads = (leads: Leads): string =>
  `How a team is doing is shown to those who launch challenges here: ${namesOf(leads)}. They see no person in it, you neither. Your own practices you see with the word progress.`;

function namesOf({ people, groups }: Leads): string {
  const named = [...people.map((id) => `<@${id}>`), ...groups.map((id) => `<!subteam^${id}>`)];
  return inWords(named.slice(0, 8));
}

function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${last}` : last;
}
