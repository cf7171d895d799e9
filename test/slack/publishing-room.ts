import type { Flow } from "../../src/flow/flow.ts";
import { objects } from "../slack-double/blocks.ts";
import type { GivenFile } from "../slack-double/files.ts";
import type { Message } from "../slack-double/workspace.ts";
import { COLD_SOUP, openPracticeRoom, type PracticeRoom, type Trainers } from "./practice-room.ts";

/** A room with two trainers, T1 and T2, and an agent, U1. */
export type PublishingRoom = PracticeRoom & {
  /** Somebody drops a file into their direct message. */
  drops(file: GivenFile, person?: string): Promise<Message>;
  /** Somebody presses a button in the newest of their messages that has it. */
  presses(action: string, person?: string): Promise<void>;
  /** Somebody sends off the dialogue in front of them. */
  submits(answers: Record<string, string>, person?: string): Promise<void>;
  /** The words of the dialogue in front of somebody. */
  page(person?: string): string;
  /** Drops a text of the soup and publishes it. */
  publishes(source: string, note?: string, person?: string): Promise<void>;
  /** What the agent is offered, as the list says it. */
  offered(person?: string): Promise<string>;
};

export const BOTH: Trainers = { ids: ["T1", "T2"], second: false };

/** The soup's text with some words changed. */
export const soup = (...changes: [from: string, to: string][]): string =>
  changes.reduce((text, [from, to]) => text.replace(from, to), COLD_SOUP.source);

/** Another customer. */
export const TEA = soup(["flow: cold-soup", "flow: weak-tea"], ["Cold soup & no <spoon>", "Weak tea"]);

/** What can be pressed in a message. */
export const buttonsOf = ({ blocks }: Message): string[] =>
  objects(blocks).flatMap((block) =>
    objects(block.elements).flatMap(({ action_id }) => action_id ?? []),
  ) as string[];

/** Opens it. */
export async function openPublishingRoom(
  trainers: Trainers = BOTH,
  flows: Flow[] | (() => Flow[]) = [COLD_SOUP],
): Promise<PublishingRoom> {
  const room = await openPracticeRoom({ people: ["T1", "T2", "U1"], trainers, flows });
  const publishing: PublishingRoom = {
    ...room,
    drops: async (file, person = "T1") => {
      await room.slack
        .person(person)
        .writes("", { files: [file] })
        .then(room.quiet);
      return room.last(person);
    },
    presses: async (action, person = "T1") => {
      const seen = room.slack.dm(person).findLast((message) => buttonsOf(message).includes(action));
      if (!seen)
        throw new Error(`Nobody shows ${person} a button ${action}, but: ${room.told(person).join("\n")}`);
      // Past the time in which a second tap counts as the first.
      room.slack.clock.advance(6_000);
      await room.slack.person(person).clicks(seen, action).then(room.quiet);
    },
    submits: async (answers, person = "T1") => {
      const view = room.slack.page(person);
      await room.slack.person(person).submits(view, answers).then(room.quiet);
    },
    page: (person = "T1") => JSON.stringify(room.slack.openView(person)?.blocks ?? ""),
    publishes: async (source, note = "A better line.", person = "T1") => {
      await publishing.drops({ name: "soup.yml", content: source }, person);
      await publishing.presses("flow:publish", person);
      await publishing.submits({ "flow:note": note }, person);
    },
    offered: async (person = "U1") => {
      await room.slack.person(person).writes("practice").then(room.quiet);
      return room.last(person).text;
    },
  };
  return publishing;
}
