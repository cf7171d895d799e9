import type { CustomerTurn } from "./customer-view.ts";
import type { Debrief } from "./debrief.ts";
import { NOT_CERTAIN } from "./not-certain.ts";
import { shortened } from "./shortened.ts";
import type { ThenAndNow } from "./then-and-now.ts";
import type { TurnTold } from "./whole-talk.ts";

/** One turn as the customer lived it. */
export function tellCustomerTurn({
  turn,
  reply,
  emoji,
  feels,
  ended,
  because,
  change,
}: CustomerTurn): string {
  const moved = ended ? tellFarewell(change) : tellChange(change);
  return [
    `${turn}. You: “${shortened(reply, 110)}”`,
    `    ${emoji} They ${moved}, and ${ended ? "said" : "thought"}: “${feels}”`,
    because && `    ${because}`,
  ]
    .filter(Boolean)
    .join("\n");
}

const tellChange = (change: number) =>
  change >= 10
    ? "felt better"
    : change >= 3
      ? "felt a little better"
      : change <= -10
        ? "felt worse"
        : change <= -3
          ? "felt a little worse"
          : "felt no different";

const tellFarewell = (change: number) => (change < 0 ? "had had enough" : "ended it here");

/** The talk as the customer lived it, as plain text. */
export const tellCustomerView = (debrief: Debrief): string => debrief.view.map(tellCustomerTurn).join("\n");

/** What a turn showed and what it did, below the line itself. */
export function tellTurn({ showed, customer, moments }: TurnTold): string[] {
  const { emoji, feels, ended, because, change } = customer;
  const moved = ended ? tellFarewell(change) : tellChange(change);
  return [
    showed.length > 0 ? `It showed: ${showed.join(", ")}.` : "I didn't spot a skill in this line.",
    ...moments.map(({ sure, words }) => `${sure ? "" : NOT_CERTAIN}${words}`),
    `${emoji} They ${moved}, and ${ended ? "said" : "thought"}: “${feels}”`,
    ...(because ? [because] : []),
  ];
}

/** The same moment answered twice, as two short paragraphs. */
export function tellThenAndNow({ turn, then, now }: ThenAndNow): string {
  const one = (title: string, { reply, emoji, feels, ended, change }: CustomerTurn) =>
    [
      `${title}: “${shortened(reply, 300)}”`,
      `    ${emoji} They ${ended ? tellFarewell(change) : tellChange(change)}, and ${ended ? "said" : "thought"}: “${feels}”`,
    ].join("\n");
  return [
    `Message ${turn}, then and now`,
    one("Then", then),
    one("Now", now),
    tellDifference(then, now),
  ].join("\n");
}

function tellDifference(then: CustomerTurn, now: CustomerTurn): string {
  const more = now.change - then.change;
  if (Math.abs(more) < LEAST) return "For the customer the two came to much the same.";
  return more > 0 ? "This time the customer was better off." : "The first one left the customer better off.";
}

const LEAST = 3;
