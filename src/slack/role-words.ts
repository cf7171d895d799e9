import type { Named } from "../store/workspace-settings.ts";

/** Said to whoever is no trainer; who is one is not told here. */
export const ASK_TRAINER =
  "Flows are published here by trainers. If you would like to write one, ask whoever looks after Tightrope here.";

/** Said to whoever is no admin. */
export const ASK_ADMIN =
  "That is for those who look after Tightrope here. If you need something changed, ask one of them.";

/** Said to whoever may not lead, with whom to ask. */
export const askALead = (leads: Named): string =>
  `Challenges are launched here by ${namesOf(leads)}. Ask one of them; they may be glad of the idea.`;

/** Said to whoever may not lead, and asks how a team is doing. */
export const shownToLeads = (leads: Named): string =>
  `How a team is doing is shown to those who launch challenges here: ${namesOf(leads)}. They see no person in it, you neither. Your own practices you see with the word progress.`;

/** Some people as Slack shows them; empty where there is nobody. */
export const mentionsOf = ({ people, groups }: Named): string[] => [
  ...people.map((id) => `<@${id}>`),
  ...groups.map((id) => `<!subteam^${id}>`),
];

const MOST_NAMED = 8;

function namesOf(named: Named): string {
  const names = mentionsOf(named).slice(0, MOST_NAMED);
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${last}` : last;
}
