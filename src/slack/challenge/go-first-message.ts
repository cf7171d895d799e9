import { type Challenge, isMetered } from "../../challenge/challenge.ts";
import { titleOf } from "../../challenge/tell-plan.ts";
import { clipped } from "../../feedback/tell-course.ts";
import type { Flow } from "../../flow/flow.ts";
import { button, escaped, type Message, section } from "../message.ts";

const GO_FIRST =
  "Would you like to go first? Play a customer before the others do. Below your debrief you can then show the team one message that slipped, and what you would write now. People try more where a lead has shown a slip.";

/** Tells the lead that their challenge is posted, and invites them to go first. */
export function goFirstMessage({ id, plan }: Challenge, flow: Flow | undefined): Message {
  const where = plan.channels.map((channel) => `<#${channel}>`).join(" and ");
  const posted = `“${escaped(titleOf(plan))}” is posted in ${where}. I'll tell you here if something about it needs you.`;
  const parts = isMetered(plan) ? [posted, GO_FIRST] : [posted];
  const play = flow
    ? button(clipped(`Go first: ${flow.title}`, 75), `start:${flow.id}`, flow.id, "primary")
    : button("Go first: choose a customer", "practice:choose", "choose", "primary");
  const elements = [...(isMetered(plan) ? [play] : []), button("Call it off", "challenge:call-off", id)];
  return { text: parts.join("\n\n"), blocks: [...parts.map(section), { type: "actions", elements }] };
}
