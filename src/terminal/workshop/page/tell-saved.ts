import type { Problem } from "../../../flow/problem.ts";
import type { SavedFlow } from "../save-flow.ts";
import { counted } from "./element.ts";

/** How many problems there are of each kind, such as "2 errors and 1 hint"; nothing where there are none. */
export function tellCounts(problems: readonly Problem[]): string {
  const told = (["error", "warning", "hint"] as const).flatMap((severity) => {
    const { length } = problems.filter((problem) => problem.severity === severity);
    return length > 0 ? counted(length, severity) : [];
  });
  return [told.slice(0, -1).join(", "), ...told.slice(-1)].filter(Boolean).join(" and ");
}

const MEANWHILE: Record<SavedFlow["before"], string> = {
  sound: "Agents keep meeting the version before. Mend it before Tightrope is started again.",
  broken: "Until they are mended, agents meet nothing newer than they did before.",
  nothing: "Agents don't meet it until they are mended.",
};

/** What saving came to, also for the agents: a flow with errors never takes the place of one that plays. */
export function tellSaved({ problems, before }: SavedFlow): string {
  const counts = tellCounts(problems);
  if (!counts) return "Saved";
  const isBroken = problems.some(({ severity }) => severity === "error");
  return `Saved, with ${counts}.${isBroken ? ` ${MEANWHILE[before]}` : ""}`;
}
