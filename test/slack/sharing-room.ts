import { shareButton } from "../../src/slack/share-message.ts";
import type { Json } from "../slack-double/blocks.ts";
import type { Message, View } from "../slack-double/workspace.ts";
import { GONE, openPracticeRoom, type PracticeRoom } from "./practice-room.ts";

/** A room in which U1 has finished a practice, with a button to share it. */
export type SharingRoom = PracticeRoom & {
  practiceId: string;
  /** The page that is open in front of a person. */
  page(person?: string): View;
  /** Everything a page or message shows, as text. */
  shown(of: View | Message): string;
  /** Opens the first page. */
  openFirst(): Promise<View>;
  /** Fills in the first page and asks for the preview. */
  preview(answers: Record<string, string>): Promise<void>;
  /** Shares by both pages. */
  share(answers: Record<string, string>): Promise<void>;
  /** What stands in a person's direct message about the share. */
  sharedWith(person?: string): Message[];
  /** The dialogue of the button "Answer with a skill and a line", as somebody sends it. */
  answer(person: string, seen: Message, answers?: Record<string, string>): Promise<void>;
};

export const GOOD_LINE = "Cold soup right before your meeting, that is a miserable lunch.";
export const UNQUOTED = "The door code at my flat is pineapple.";

/** Opens it; U2 and U3 are colleagues of U1. */
export async function openSharingRoom(): Promise<SharingRoom> {
  const room = await openPracticeRoom({ people: ["U1", "U2", "U3"] });
  await room.begin();
  for (const line of [GOOD_LINE, UNQUOTED]) {
    await room.slack.person("U1").writes(line);
    await room.pass(2_000);
  }
  const practiceId = (await room.practice())?.id ?? "";
  await room.slack.person("U1").writes(GONE);
  await room.pass(10_000);
  await room.store.once({ team: "T0001", id: crypto.randomUUID() }, async (desk) => {
    const blocks = [{ type: "actions", elements: [shareButton(practiceId)] }];
    await desk.send("T0001", "DU1", { text: "Your debrief", blocks });
  });
  await room.quiet();
  const debrief = room.last();
  const me = room.slack.person("U1");
  const page = (person = "U1") => room.slack.page(person);

  const sharing: SharingRoom = {
    ...room,
    practiceId,
    page,
    shown: ({ blocks }) =>
      (blocks as Json[] | undefined)?.map((block) => JSON.stringify(block)).join("\n") ?? "",
    openFirst: async () => {
      await me.clicks(debrief, "share:open").then(room.quiet);
      return page();
    },
    preview: async (answers) => {
      const first = await sharing.openFirst();
      await me.submits(first, answers).then(room.quiet);
    },
    share: async (answers) => {
      await sharing.preview(answers);
      await me.submits(page()).then(room.quiet);
    },
    sharedWith: (person = "U2") =>
      room.slack.dm(person).filter(({ text }) => text.includes("shares a practice")),
    answer: async (person, seen, answers = {}) => {
      await room.slack.person(person).clicks(seen, "share:answer").then(room.quiet);
      const given = { "share:skill": "validation", "share:line": "0", "share:noticed": "It names the soup." };
      await room.slack
        .person(person)
        .submits(page(person), { ...given, ...answers })
        .then(room.quiet);
    },
  };
  return sharing;
}
