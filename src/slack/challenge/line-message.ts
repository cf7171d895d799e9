import type { KnownBlock } from "@slack/types";
import type { Challenge, Member } from "../../challenge/challenge.ts";
import type { ShownAs } from "../../challenge/lines-to-show.ts";
import { lineInWords, titleOf } from "../../challenge/tell-plan.ts";
import type { SkillName } from "../../flow/flow.ts";
import { button, context, escaped, type Message, section } from "../message.ts";

/** What an author can say about a line: how it is shown, or that it is not. */
export const LINE_ANSWERS = ["name", "alias", "nobody", "no"] as const;
export type LineAnswer = (typeof LINE_ANSWERS)[number];

/** The line that is asked about: of which practice, in which challenge, its words, and the skill they show. */
export type AskedLine = { challenge: string; practice: string; quote: string; skill: SkillName };

/** The outbox id of the message that asks about a line of a practice. */
export const lineSentAs = ({ challenge, practice }: Pick<AskedLine, "challenge" | "practice">) =>
  `challenge-line/${challenge}/${practice}`;

const RULE =
  "Without your name it is shown only if at least five people practised who could have written it. You can change your mind until the end; what is not shown is not kept.";

/** Asks the author of a line whether the team may see that very line at the end; or says what they have answered. */
export function lineMessage(
  { plan, id }: Challenge,
  { practice, quote, skill }: Omit<AskedLine, "challenge">,
  { alias, channel }: Member,
  answer?: LineAnswer,
): Message {
  const line = `“${escaped(quote)}”`;
  const question = `A line worth keeping: ${lineInWords(skill)}. May this channel see it when “${escaped(titleOf(plan))}” is over: <#${channel}>?`;
  const asked = `Only this line, and nothing else of the practice. ${RULE}`;
  const said = answer === undefined ? question : answered(answer, channel, alias);
  return {
    text: [line, said, asked].join("\n\n"),
    blocks: [
      section(`*${line}*`),
      section(said),
      context(asked),
      pressable(JSON.stringify([id, practice, quote]), alias, answer),
    ],
  };
}

function answered(answer: LineAnswer, channel: string, alias: string | undefined): string {
  const where = `at the end, in <#${channel}>`;
  if (answer === "no") return "It stays yours. Nobody is shown this line.";
  if (answer === "nobody") return `It is shown ${where}, without a name.`;
  return `It is shown ${where}, ${alias ? `as “${escaped(alias)}”` : "with your name"}.`;
}

function pressable(value: string, alias: string | undefined, answer: LineAnswer | undefined): KnownBlock {
  const own: ShownAs = alias ? "alias" : "name";
  const labels: [LineAnswer, string][] = [
    [own, alias ? `As “${alias}”` : "With my name"],
    ["nobody", "Without my name"],
    ["no", answer === undefined ? "No" : "Don't show it"],
  ];
  const isSaid = (one: LineAnswer) =>
    one === answer || (one === own && (answer === "name" || answer === "alias"));
  const left = labels.filter(([one]) => !isSaid(one));
  return {
    type: "actions",
    elements: left.map(([one, label]) => button(label, `challenge:line:${one}`, value)),
  };
}

const CLOSED = {
  shown: "It was shown as you agreed. Thank you for it.",
  "not-shown": "The challenge is over, and this line was not shown.",
  over: "The challenge is over.",
  left: "You have left the challenge, so this line is not shown.",
} as const;

/** What stands there when there is nothing left to decide, and why. */
export function lineClosed(quote: string, why: keyof typeof CLOSED): Message {
  const [line, rest] = [`“${escaped(quote)}”`, `${CLOSED[why]} I no longer keep it.`];
  return { text: [line, rest].join("\n\n"), blocks: [section(`*${line}*`), context(rest)] };
}
