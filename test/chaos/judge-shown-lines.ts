import type { Kysely } from "kysely";
import type { Challenge } from "../../src/challenge/challenge.ts";
import { quotableIn } from "../../src/challenge/quotable.ts";
import type { Story } from "../../src/challenge/story.ts";
import { hashOf } from "../../src/flow/variants.ts";
import { mayItBeShown, shownLine } from "../../src/slack/challenge/listening-message.ts";
import type { Quote } from "../../src/store/listening.ts";
import type { Tables } from "../../src/store/tables.ts";
import type { SlackDouble } from "../slack-double/slack-double.ts";
import { outboxIdOf } from "./act.ts";
import { IN_DOUBT } from "./act-together.ts";
import type { Journal } from "./journal.ts";
import type { Final } from "./judge-listening.ts";

type Game = {
  challenge: Challenge;
  channel: string;
  story: Story;
  finals: readonly Final[];
  isErased: boolean;
};
type Way = "asked" | "named" | "unnamed" | "no" | "taken back";

const MOST_ASKED = 5;
const DECIDED: readonly { says: RegExp; way?: Way }[] = [
  { says: /^Thank you\. It will be shown with your name\./, way: "named" },
  { says: /^Thank you\. It will be shown without a name\./, way: "unnamed" },
  { says: /^It will not be shown to anybody\./, way: "no" },
  { says: /^It is taken back, and nobody sees it there/, way: "taken back" },
  { says: /^Lines are no longer collected/ },
  { says: IN_DOUBT },
  { says: /^That line is (?:shown already|not shown any more)/ },
];

/**
 * Whoever wrote a line that is worth showing was asked once; what they agreed to stands in the thread once, with their
 * name or without, unless they took it back; and nothing else does.
 */
export async function judgeShownLines(
  slack: SlackDouble,
  db: Kysely<Tables>,
  { decided }: Journal,
  game: Game,
): Promise<string[]> {
  const { challenge, channel, story, finals, isErased } = game;
  const { id } = challenge;
  const worthShowing = finals
    .flatMap(({ person, heard }) => {
      const line = quotableIn(story, heard);
      return line ? [{ person, line }] : [];
    })
    .toSorted((a, b) => hashOf(`${id}/${a.person}`) - hashOf(`${id}/${b.person}`));
  const asked = challenge.state === "ended" ? worthShowing.slice(0, MOST_ASKED) : [];
  const rows = await db
    .selectFrom("listening_quote")
    .select(["id", "user_id", "state"])
    .where("challenge_id", "=", id)
    .execute();
  const begins = `challenge/${id}/quote/`;
  const shown = slack.workspace.messages.filter((one) => outboxIdOf(one)?.startsWith(begins));
  const owners = new Set(rows.map((row) => `${begins}${row.id}`));

  const judgeOne = ({ person, line }: (typeof asked)[number]): string[] => {
    const told = slack.dm(person).filter(({ bot }) => bot);
    const question = mayItBeShown({ id: "", line } as Quote, story, channel, undefined).text;
    const questions = told.filter(({ text }) => text === question).length;
    const replies = told.flatMap(({ text }) => DECIDED.find(({ says }) => says.test(text)) ?? []);
    const pressed = decided.filter((one) => one === person).length;
    const way = replies.findLast((reply) => reply.way)?.way ?? "asked";
    const agreed = replies.findLast(({ way: one }) => one && one !== "taken back")?.way;
    const row = rows.find(({ user_id }) => user_id === person);
    const [copy, ...others] = shown.filter((one) => outboxIdOf(one) === `${begins}${row?.id}`);
    const isShown = isErased && (way === "named" || way === "unnamed");
    const state = isShown ? "shown" : isErased && way !== "taken back" ? undefined : way;
    const words = shownLine({ id: "", line }, agreed === "named" ? `<@${person}>` : undefined).text;
    // Nobody can look whether it arrived in the channel; its author is told so, and can.
    const inDoubt = told.some(({ text }) => IN_DOUBT.test(text));
    return [
      ...(questions === 1 ? [] : [`${person} was asked ${questions} times about "${line}".`]),
      ...(replies.length < pressed
        ? [`${person} decided ${pressed} times and was answered less often.`]
        : []),
      ...(row?.state === state ? [] : [`${person}: "${line}" counts as ${row?.state}, not as ${state}.`]),
      ...(others.length > 0 ? [`${person}: "${line}" is shown ${others.length + 1} times.`] : []),
      ...(copy && copy.text !== words ? [`${person}: "${words}" is shown as "${copy.text}".`] : []),
      ...(isShown && !copy && !inDoubt ? [`${person}: "${line}" is not shown.`] : []),
      ...(!isShown && copy && !inDoubt ? [`${person}: "${line}" is shown, and is ${way}.`] : []),
    ];
  };

  return [
    ...asked.flatMap(judgeOne),
    ...rows
      .filter(({ user_id }) => !asked.some(({ person }) => person === user_id))
      .map(({ user_id }) => `${user_id} was asked about a line that is not worth showing.`),
    ...shown
      .filter((one) => !owners.has(outboxIdOf(one) ?? ""))
      .map(({ text }) => `Nobody's line is shown: "${text}".`),
  ];
}
