import { isMetered, type Plan } from "./challenge.ts";

/** What a lead has to change in a plan, by the field it is about. */
export type PlanProblems = Partial<Record<"channels" | "flows" | "goal" | "start" | "end" | "word", string>>;

const MINUTE = 60_000;
const DAY = 86_400_000;
const SHORTEST = 10 * MINUTE;
const LONGEST = 60 * DAY;
const FARTHEST = 120 * DAY;
const MOST_WANTED = 10_000;
/** The longest word from a lead, in characters. */
export const LONGEST_WORD = 300;

/** Everything that keeps a plan from being posted at an instant (ms since 1970), in words for the lead. */
export function checkPlan(plan: Plan, now: number): PlanProblems {
  const { kind, channels, flows, goal, startsAt, endsAt, word } = plan;
  const from = Math.max(startsAt, now);
  return {
    ...(kind === "team-against-team" && new Set(channels).size < 2
      ? { channels: "Choose at least one other channel. Each team plays in its own." }
      : {}),
    ...(!isMetered(plan) && flows.length !== 1 ? { flows: "Choose the one customer who comes." } : {}),
    ...(isMetered(plan) ? goalProblem(goal) : {}),
    ...(startsAt > now + FARTHEST
      ? { start: "That is more than four months away. Choose a nearer day." }
      : {}),
    ...(endsAt <= from
      ? { end: "It would be over before it begins. Choose a later end." }
      : endsAt - from < SHORTEST
        ? { end: "Give people at least ten minutes." }
        : endsAt - from > LONGEST
          ? { end: "Two months is the most. A week or two is what people keep in mind." }
          : {}),
    ...(word.length > LONGEST_WORD ? { word: `Keep it under ${LONGEST_WORD} characters.` } : {}),
  };
}

function goalProblem(goal: number): PlanProblems {
  if (Number.isInteger(goal) && goal >= 1 && goal <= MOST_WANTED) return {};
  if (goal > MOST_WANTED)
    return { goal: `That is more than a team can do together. Choose at most ${MOST_WANTED}.` };
  return { goal: "Write a whole number from 1 on, such as 100." };
}
