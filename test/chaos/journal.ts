/** A line somebody wrote: every wording it had, whether they took it back, and whether the app acknowledged it. */
export type Written = {
  person: string;
  ts: string;
  wordings: string[];
  deleted: boolean;
  acknowledged: boolean;
};

/** A form in which somebody sees a reading differently, sent off; the app may have acknowledged it. */
export type Sent = { person: string; view: string; acknowledged: boolean };

/** A turn of a relay that somebody sent off; the app may have acknowledged it. */
export type Turn = { person: string; line: string; acknowledged: boolean };

/** What somebody said that they heard in a story, as often as they sent it off; the app may have acknowledged it. */
export type Heard = { person: string; heard: string; question: string; sent: number; acknowledged: boolean };

/** What people did, as they remember it; `again` are the ids of messages that they had sent once more when asked. */
export type Journal = {
  written: Written[];
  appeals: Sent[];
  turns: Turn[];
  heard: Heard[];
  /** Whose decision about a line of theirs was acknowledged. */
  decided: string[];
  again: Set<string>;
  counter: number;
};

/** Nothing was done yet. */
export const emptyJournal = (): Journal => ({
  written: [],
  appeals: [],
  turns: [],
  heard: [],
  decided: [],
  again: new Set(),
  counter: 0,
});

/** A line made unlike every other, so that it is known again wherever it turns up. */
export const marked = (journal: Journal, { line }: { line: string }): string =>
  `${line} [${++journal.counter}]`;

/** The line somebody wrote last, unless they took it back. */
export const lastOf = ({ written }: Journal, person: string): Written | undefined => {
  const last = written.findLast((one) => one.person === person);
  return last?.deleted ? undefined : last;
};
