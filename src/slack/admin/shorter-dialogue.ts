import type { ViewOutput } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Retention, WorkspaceSettings } from "../../store/workspace-settings.ts";
import { section } from "../message.ts";
import { own, readOwn } from "../own-values.ts";
import { plainText } from "../plain-text.ts";
import { NAMED_FOR } from "./settings-inputs.ts";

/** The dialogue that asks before anything older is erased. */
export const SHORTER = "admin:settings-shorter";
export const SHORTER_TITLE = "Erase what is older?";

const DAY = 86_400_000;
/** So long, in ms, after it was confirmed nothing goes, and it can be undone. */
export const TIME_TO_UNDO = DAY;

const IN_WORDS = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
const dayOf = (at: number) => new Intl.DateTimeFormat("en-GB", IN_WORDS).format(at);

/** An instant (ms since 1970) such as "23 November 2026, 10:00 UTC". */
export const timeOf = (at: number): string => `${dayOf(at)}, ${new Date(at).toISOString().slice(11, 16)} UTC`;

/** What an admin is asked about: the settings as they would be, how they stood, and when they were shown it. */
export type Asked = { decided: WorkspaceSettings; before: WorkspaceSettings; seen: string; shownAt: number };

/** Whether something would be erased earlier than before. */
export const isShorter = (before: Retention, after: Retention): boolean =>
  after.messagesDays < before.messagesDays || after.readingsDays < before.readingsDays;

/** What goes, by which of the times it is: what is said of it, and until when it is from. */
const GOES: Record<keyof Retention, (days: string, from: string) => string> = {
  messagesDays: (days, from) =>
    `*The words of practices are kept for ${days}.* Those from before ${from} are erased: what was written, what was said of it, and the lines that debriefs quote. What they showed stays.`,
  readingsDays: (days, from) =>
    `*What was read in practices is kept for ${days}.* Practices from before ${from} are erased as a whole, and with them the progress that stands on them.`,
};

/** What goes when a time becomes shorter, line by line; `begins` is when it does, in ms since 1970. */
export const goingIn = (before: Retention, after: Retention, begins: number): string[] =>
  (Object.keys(GOES) as (keyof Retention)[]).flatMap((name) => {
    if (after[name] >= before[name]) return [];
    const days = `${after[name]} days in place of ${before[name]}`;
    return [GOES[name](days, dayOf(begins - after[name] * DAY))];
  });

/** Says what would be erased, from when on, and asks. Nothing is saved before. */
export function shorterDialogue({ decided, before, seen, shownAt }: Asked): ModalView {
  const begins = shownAt + TIME_TO_UNDO;
  const words = [
    "Nothing is saved yet. With the time you chose, what is older is erased for everybody in this workspace, and cannot be brought back.",
    ...goingIn(before.retention, decided.retention, begins),
    `If you confirm now, it begins on ${timeOf(begins)}, and goes on each day with what has become too old. Until then nothing goes: choose a longer time here to undo it, and people can take their own with “my data”.`,
  ];
  return {
    type: "modal",
    callback_id: SHORTER,
    private_metadata: JSON.stringify({ seen, shownAt, decided: differing(before, decided) }),
    title: plainText(SHORTER_TITLE),
    submit: plainText("Save and erase"),
    close: plainText("Back"),
    blocks: words.map(section),
  };
}

const NAMED = own.maybe(own.object({ people: own.list(100), groups: own.list(100) }));
const ASKED = own.object({
  seen: own.words,
  shownAt: own.instant,
  decided: own.object({
    ...{ admins: NAMED, trainers: NAMED, leads: NAMED },
    secondTrainer: own.maybe(own.yesOrNo),
    retention: own.object({ messagesDays: own.positive, readingsDays: own.positive }),
  }),
});

/** What was confirmed, on top of the settings as they stand. */
export function askedIn(view: ViewOutput, before: WorkspaceSettings): Asked {
  const { decided, ...shown } = readOwn(view.private_metadata, ASKED);
  const given = Object.entries(decided).filter(([, value]) => value !== undefined);
  return { ...shown, before, decided: { ...before, ...Object.fromEntries(given) } };
}

// A dialogue holds 3,000 characters; whom it would name as before need not stand there again.
function differing(before: WorkspaceSettings, decided: WorkspaceSettings): Partial<WorkspaceSettings> {
  const { secondTrainer, retention } = decided;
  const named = NAMED_FOR.filter((role) => JSON.stringify(before[role]) !== JSON.stringify(decided[role]));
  return {
    ...Object.fromEntries(named.map((role) => [role, decided[role]])),
    ...{ secondTrainer, retention },
  };
}
