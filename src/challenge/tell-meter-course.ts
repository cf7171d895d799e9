import type { Plan } from "./challenge.ts";
import { type MeterCourse, shortDay } from "./meter-course.ts";
import { amountInWords, countedName } from "./tell-plan.ts";

/** What the picture of a meter over time is called. */
export const courseTitle = ({ kind, counted }: Pick<Plan, "kind" | "counted">): string =>
  `${countedName(counted)}${kind === "team-against-team" ? " for each member" : ""}, day by day`;

/** The same in words: the days on which it grew, and the goal. */
export function tellCourseOf(plan: Pick<Plan, "kind" | "counted">, { days, goal }: MeterCourse): string {
  const grown = days.filter(({ reached }, index) => reached > (days[index - 1]?.reached ?? 0));
  const way = grown.map(({ day, reached }) => `${reached} by ${shortDay(day)}`);
  const told = way.length > 0 ? way.join(", ") : "nothing was counted";
  return `${courseTitle(plan)}: ${told}. The goal was ${amountInWords(goal, plan.counted)}.`;
}
