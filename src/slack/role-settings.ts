import { z } from "zod";
import { isAnybody, type WhoIsWho } from "./roles.ts";

/** Members, and user groups. */
const named = z
  .string()
  .transform((ids) => [...new Set(ids.split(/[\s,]+/).filter(Boolean))])
  .pipe(z.array(z.string().regex(/^[UWS][A-Z0-9]+$/)))
  .default([])
  .transform((ids) => ({
    people: ids.filter((id) => !id.startsWith("S")),
    groups: ids.filter((id) => id.startsWith("S")),
  }));

/** What the environment says of who may do what. */
export const ROLE_SHAPE = {
  TIGHTROPE_LEADS: named,
  TIGHTROPE_TRAINERS: named,
  TIGHTROPE_ADMINS: named,
  TIGHTROPE_SECOND_TRAINER: z.enum(["yes", "no"]).default("no"),
};

const IDS =
  "must be member ids or ids of user groups with commas between them, such as U012ABCDEF,S034GHIJKL. Slack shows a member's under their profile, … , Copy member ID.";

/** What to say about a setting of these that is not understood. */
export const ROLE_HELP: Record<string, string> = {
  TIGHTROPE_LEADS: `TIGHTROPE_LEADS ${IDS} Leave it out and everybody may launch challenges, unless an admin names some.`,
  TIGHTROPE_TRAINERS: `TIGHTROPE_TRAINERS ${IDS}`,
  TIGHTROPE_ADMINS: `TIGHTROPE_ADMINS ${IDS}`,
  TIGHTROPE_SECOND_TRAINER: "TIGHTROPE_SECOND_TRAINER must be yes or no.",
};

type Data = { [Name in keyof typeof ROLE_SHAPE]: z.infer<(typeof ROLE_SHAPE)[Name]> };

/** Whom the environment names for what. */
export const namedIn = (data: Data): WhoIsWho => ({
  leads: data.TIGHTROPE_LEADS,
  trainers: data.TIGHTROPE_TRAINERS,
  admins: data.TIGHTROPE_ADMINS,
  secondTrainer: data.TIGHTROPE_SECOND_TRAINER === "yes",
});

/** What does not go together in it; `forMany` says whether the app is installed in many workspaces. */
export function roleProblems(data: Data, forMany: boolean): string[] {
  // An id means somebody in one workspace alone, and could be somebody else in another.
  if (forMany)
    return (["TIGHTROPE_LEADS", "TIGHTROPE_TRAINERS", "TIGHTROPE_ADMINS"] as const)
      .filter((name) => isAnybody(data[name]))
      .map(
        (name) =>
          `${name} names members of a single workspace, and SLACK_CLIENT_ID is for many. Leave it out: whoever owns a workspace names people on the app's Home tab there.`,
      );
  const { people, groups } = data.TIGHTROPE_TRAINERS;
  return data.TIGHTROPE_SECOND_TRAINER === "yes" && people.length < 2 && groups.length === 0
    ? ["TIGHTROPE_SECOND_TRAINER=yes needs at least two trainers, or a user group, in TIGHTROPE_TRAINERS."]
    : [];
}
