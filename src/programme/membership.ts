import type { LearningPath } from "../flow/path.ts";

/** That somebody walks a path, or did; instants in ms since 1970. */
export type Membership = {
  path: string;
  /** What it was called when they joined, for when it is no longer offered. */
  title: string;
  joinedAt: number;
  leftAt: number | undefined;
  finishedAt: number | undefined;
};

/** The one path that somebody is on, if any. */
export const currentOf = (memberships: readonly Membership[]): Membership | undefined =>
  memberships.find(({ leftAt, finishedAt }) => leftAt === undefined && finishedAt === undefined);

/**
 * What changes when somebody joins a path: the one they were on waits for them, one they had left goes on where they
 * were, and one they had finished begins again. Nothing when they are on it already.
 */
export function join(
  memberships: readonly Membership[],
  { id, title }: Pick<LearningPath, "id" | "title">,
  now: number,
): Membership[] {
  const current = currentOf(memberships);
  if (current?.path === id) return [];
  const before = memberships.find(({ path }) => path === id);
  const joinedAt = before && before.finishedAt === undefined ? before.joinedAt : now;
  const joined = { path: id, title, joinedAt, leftAt: undefined, finishedAt: undefined };
  return [...(current ? [{ ...current, leftAt: now }] : []), joined];
}
