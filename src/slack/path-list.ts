import type { KnownBlock } from "@slack/types";
import type { LearningPath } from "../flow/path.ts";
import { currentOf, type Membership } from "../programme/membership.ts";
import type { OwnPlace } from "../store/own-place.ts";
import { button, escaped } from "./message.ts";

/** What somebody's paths look like: those there are, those they have joined, and their place on the one they are on. */
export type PathsSeen = {
  paths: readonly LearningPath[];
  memberships: readonly Membership[];
  own: OwnPlace | undefined;
};

// What joining a path would be, in words for a button.
const joinLabel = ({ id }: LearningPath, memberships: readonly Membership[]): string => {
  const before = memberships.find(({ path }) => path === id);
  if (!before) return "Join";
  return before.finishedAt === undefined ? "Go on with it" : "Walk it again";
};

/** A path in a line. */
export const pathInWords = ({ title, about, steps }: LearningPath): string =>
  `${title} (${howMany(steps)}): ${about}`;

const howMany = ({ length }: LearningPath["steps"]) => (length === 1 ? "1 customer" : `${length} customers`);

/** The paths that somebody can join. */
export const joinable = ({ paths, memberships }: PathsSeen): LearningPath[] =>
  paths.filter(({ id }) => id !== currentOf(memberships)?.path);

/** Those paths, each with a button to join it. */
export const joinBlocks = (seen: PathsSeen, most: number): KnownBlock[] =>
  joinable(seen)
    .slice(0, most)
    .map((path) => ({
      type: "section",
      text: {
        type: "mrkdwn",
        verbatim: true,
        text: `*${escaped(path.title)}*\n${escaped(path.about)}\n_${howMany(path.steps)}_`.slice(0, 3_000),
      },
      accessory: {
        ...button(joinLabel(path, seen.memberships), `path:join:${path.id}`, path.id),
        accessibility_label: `${joinLabel(path, seen.memberships)}: ${path.title}`.slice(0, 75),
      },
    }));
