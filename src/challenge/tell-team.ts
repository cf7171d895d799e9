import { SKILL_TITLES } from "../feedback/tell.ts";
import type { Flow } from "../flow/flow.ts";
import { ENOUGH } from "../programme/tally.ts";
import { effort } from "../session/effort.ts";
import { type Taking, type TeamView, weakSpot } from "./team-view.ts";
import { KIND_NAMES } from "./tell-plan.ts";
import { whenIn } from "./times.ts";

type Open = Extract<TeamView, { state: "open" }>;

/** Said where there is not enough yet; how much is missing is not told. */
const NOT_ENOUGH = "not enough people and customers yet";

/** What stands under every view of a team. */
export const TEAM_CARE =
  "A figure begins with five people and two customers and never changes; the next one begins anew, with five people at least, and shows from the day after. Each person counts once in it, with their last practice, and who they were is forgotten. It is there to choose what to practise together, never to appraise.";

/** Said while a workspace is new. */
export const tellClosed = (opensAt: number, zone: string): string =>
  `For the first thirty days nobody is shown how a team does here, so that everybody can try things out. You can ask again from ${whenIn(zone, opensAt)} on.`;

/** How many took part in the challenges of a channel, the newest first; in words and in steps of five. */
export function tellTaking(taking: readonly Taking[]): string {
  if (taking.length === 0) return "Taking part: there has been no challenge in this channel yet.";
  const told = taking.map(({ kind, people, endedAt }) => {
    const which = `${KIND_NAMES[kind]}${endedAt === undefined ? ", which is going on" : ""}`;
    return `${which}: ${peopleInWords(people)}`;
  });
  return `Taking part, the newest challenge first. ${told.join("; ")}.`;
}

/** People that were rounded down to fives: "ten or more". */
const peopleInWords = (people: number): string =>
  people < ENOUGH ? "a number is told from five people on" : `${IN_WORDS[people] ?? people} or more`;

const IN_WORDS: Record<number, string> = { 5: "five", 10: "ten", 15: "fifteen", 20: "twenty" };

/** How each skill shows in a team, with how it did before, a sentence or two each. */
export const tellSkills = ({ skills }: Open): string[] =>
  skills.map(({ skill, batches }) => {
    const last = batches.at(-1);
    if (!last) return `${SKILL_TITLES[skill]}: ${NOT_ENOUGH}.`;
    const before = batches.slice(0, -1).map(({ share }) => share);
    const trend = before.length > 0 ? ` Before that, the oldest first: ${before.join(", ")}.` : "";
    return `${SKILL_TITLES[skill]}: clear in ${last.share} of the last practices, by ${peopleInWords(last.people)} people.${trend}`;
  });

/** What stands out as the common weak spot, and a customer who practises it; nothing where nothing does. */
export function tellWeakSpot(view: Open, customer: Flow | undefined): string | undefined {
  const skill = weakSpot(view);
  if (!skill) return undefined;
  const what = `${SKILL_TITLES[skill]} had the most room left.`;
  return customer ? `${what} “${customer.title}” calls for it (${effort(customer)}).` : what;
}
