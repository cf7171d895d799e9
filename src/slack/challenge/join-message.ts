import type { KnownBlock } from "@slack/types";
import { type Challenge, isMetered } from "../../challenge/challenge.ts";
import { COUNTED_LINES, spanOf, titleOf } from "../../challenge/tell-plan.ts";
import type { Flow } from "../../flow/flow.ts";
import { button, escaped, type Message, section } from "../message.ts";

/** Said where somebody presses the button of a challenge that is over. */
export const OVER =
  "That challenge is over, so nobody can join it any more. You can practise on your own whenever you like.";
/** Said where something about a challenge that is over was to be changed. */
export const OVER_ALREADY = "That challenge is over already, so there is nothing to change.";
/** Said to whoever leaves a challenge that is over. */
export const LEFT_LATE = `${OVER_ALREADY} Whatever of yours had not gone into the team's figures yet is left out of them now.`;

/** Said, to them alone, where somebody has just pressed Join. */
export const JOINED =
  "You take part. Everything about it is in your direct message with me; nobody here is told that it is you.";

/** Tells somebody in private that they take part, and everything they can do. */
export function joinedMessage(
  challenge: Challenge,
  { flow, now }: { flow: Flow | undefined; now: number },
): Message {
  const { id, plan, state } = challenge;
  const metered = isMetered(plan);
  const how = metered
    ? `${COUNTED_LINES[plan.counted]} What you practise here while it runs counts by itself, and nobody is told whose it was.`
    : "It is played in the channel, under its message.";
  const text = [`You take part: “${titleOf(plan, flow ? [flow.title] : [])}”.`, spanOf(plan, now), how].join(
    " ",
  );
  const start =
    metered && state === "running"
      ? [
          flow
            ? button(`Practise: ${flow.title}`.slice(0, 75), `start:${flow.id}`, flow.id, "primary")
            : button("Choose a customer", "practice:choose", "choose", "primary"),
        ]
      : [];
  const pressable: KnownBlock = {
    type: "actions",
    elements: [
      ...start,
      button("How you appear", "challenge:appear", id),
      button("Leave", "challenge:leave", id),
    ],
  };
  return { text: escaped(text), blocks: [section(escaped(text)), pressable] };
}
