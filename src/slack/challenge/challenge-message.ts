import type { KnownBlock } from "@slack/types";
import { type Challenge, isMetered, isOpen, type Standing } from "../../challenge/challenge.ts";
import { drawnMeter, joinedInWords, meterInWords, shareOf, timeLeft } from "../../challenge/meter.ts";
import { COUNTED_LINES, KIND_LINES, spanOf, titleOf, whoSeesWhat } from "../../challenge/tell-plan.ts";
import { button, context, escaped, type Message, section } from "../message.ts";

/** The outbox id of a challenge's message in a channel. */
export const livingIn = ({ id }: Pick<Challenge, "id">, channel: string) => `challenge/${id}/${channel}`;

/** The challenge of which a message with this outbox id is one. */
export const challengeSentAs = (outboxId: string): string | undefined =>
  /^challenge\/([^/]+)\//.exec(outboxId)?.[1];

/** Whether a message with this outbox id is the one message of a challenge in its channel. */
export const isLiving = (outboxId: string): boolean => /^challenge\/[^/]+\/[^/]+$/.test(outboxId);

/** What a channel is shown of a challenge at an instant (ms since 1970). */
export type Shown = {
  challenge: Challenge;
  /** The standing of the channel that sees it, then those of the others. */
  standings: readonly Standing[];
  /** What the customers of its flows are called. */
  flowTitles: readonly string[];
  /** What a game in the channel says of how far it is. */
  soFar: readonly string[];
  /** What else can be pressed while it goes on. */
  presses: readonly ReturnType<typeof button>[];
  now: number;
};

/** The one message of a challenge, as it stands now. */
export function challengeMessage(shown: Shown): Message {
  const { challenge, flowTitles, presses } = shown;
  const { plan, lead, id } = challenge;
  const title = escaped(titleOf(plan, flowTitles));
  const invitation = [`<@${lead}> invites this channel.`, escaped(plan.word)].filter(Boolean).join("\n");
  const what = whatToDo(shown);
  const promise = [`*Who sees what*`, ...whoSeesWhat(plan).map((line) => `• ${line}`)].join("\n");
  const standing = standingIn(shown);
  return {
    text: [title, invitation, what, promise.replaceAll("*", ""), standing.words].join("\n\n"),
    blocks: [
      section(`*${title}*`),
      section(invitation),
      section(what),
      context(promise),
      section(standing.drawn),
      ...(isOpen(challenge)
        ? [pressable([button("Join", "challenge:join", id, "primary"), ...presses])]
        : []),
    ],
  };
}

const pressable = (elements: ReturnType<typeof button>[]): KnownBlock => ({ type: "actions", elements });

// With more of them the message could grow past what Slack lets a change have.
const NAMED = 2;

function whatToDo({ challenge: { plan }, flowTitles, now }: Shown): string {
  const named = flowTitles.slice(0, NAMED).map((title) => `“${escaped(title)}”`);
  const others = flowTitles.length - named.length;
  const titles = [...named, ...(others > 0 ? [`or one of ${others} others`] : [])].join(", ");
  const who = isMetered(plan) ? (titles ? `Practise with ${titles}.` : "Practise with any customer.") : "";
  const what = isMetered(plan) ? COUNTED_LINES[plan.counted] : KIND_LINES[plan.kind];
  return [what, who, spanOf(plan, now)].filter(Boolean).join(" ");
}

function standingIn(shown: Shown): { words: string; drawn: string } {
  const { challenge, standings, soFar, now } = shown;
  const [here, ...others] = standings;
  const joined = standings.reduce((sum, one) => sum + one.joined, 0);
  const when = whenWords(challenge, now);
  const people = joinedInWords(challenge.plan.kind === "team-against-team" ? (here?.joined ?? 0) : joined);
  if (!isMetered(challenge.plan) || !here) {
    const words = [...soFar, people, when].join("\n");
    return { words, drawn: words };
  }
  const own = meterInWords(challenge, here);
  const theirs = others.map((one) => `<#${one.channel}>: ${meterInWords(challenge, one)}`);
  const head = others.length > 0 ? `This channel: ${own}` : own;
  const line = drawnMeter(shareOf(challenge, here));
  const rest = [...theirs, `${people} ${when}`];
  return { words: [head, ...rest].join("\n"), drawn: [`*${head}*`, line, ...rest].join("\n") };
}

function whenWords({ state, plan }: Challenge, now: number): string {
  if (state === "called-off") return "It was called off.";
  if (state === "planned") return "It has not begun yet; you can join already.";
  return state === "ended" ? "It is over." : timeLeft(plan.endsAt, now);
}
