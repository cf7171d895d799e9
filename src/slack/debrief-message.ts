import type { KnownBlock } from "@slack/types";
import type { Debrief } from "../feedback/debrief.ts";
import {
  barOf,
  NOTHING_TO_KEEP,
  NOTHING_TO_TRY,
  SKILL_TITLES,
  tellDebrief,
  tellEnding,
  tellSkill,
  tellSuggestion,
} from "../feedback/tell.ts";
import { tellThenAndNow } from "../feedback/tell-talk.ts";
import { appealButton } from "./appeal-dialogue.ts";
import { button, context, escaped, type Message, section } from "./message.ts";
import { shareButton } from "./share-message.ts";

const paragraph = (title: string, text: string) => section(`*${title}*\n${escaped(text)}`);

/** The debrief as the trainee first sees it: how it ended, the three skills, one thing to keep, one to try. */
export function debriefMessage(debrief: Debrief, practice: string): Message {
  const { care, compared, ownView } = debrief;
  return {
    text: escaped(`Your debrief: ${debrief.title}\n\n${tellDebrief(debrief)}`),
    blocks: [
      { type: "header", text: { type: "plain_text", text: `Your debrief: ${debrief.title}`.slice(0, 150) } },
      ...(ownView.length > 0 ? [section(escaped(ownView.join("\n")))] : []),
      ...(compared ? [section(escaped(tellThenAndNow(compared)))] : []),
      section(escaped(tellEnding(debrief))),
      ...(debrief.turns === 0 ? [] : shownIn(debrief)),
      ...(care ? [section(escaped(care))] : []),
      ...waysOn(debrief, practice),
    ],
  };
}

function shownIn({ skills, keep, try: tried, hints }: Debrief): KnownBlock[] {
  return [
    section(
      skills
        .map((report) => `*${SKILL_TITLES[report.skill]}* ${barOf(report)} ${escaped(tellSkill(report))}`)
        .join("\n"),
    ),
    { type: "divider" },
    paragraph("One thing to keep", keep ? tellSuggestion(keep) : NOTHING_TO_KEEP),
    paragraph("One thing to try", tried ? tellSuggestion(tried) : NOTHING_TO_TRY),
    ...(hints > 0 ? [context(`Hints used: ${hints}.`)] : []),
  ];
}

// First what can be done with this talk, then what comes next.
function waysOn({ flow, turns, try: tried }: Debrief, practice: string): KnownBlock[] {
  const again = button("Practise this one again", `start:${flow}`, flow, turns === 0 ? "primary" : undefined);
  const next: KnownBlock = {
    type: "actions",
    elements: [
      again,
      button("Choose another customer", "practice:choose", "choose"),
      ...(turns === 0 ? [] : [shareButton(practice)]),
    ],
  };
  if (turns === 0) return [next];
  const talk: KnownBlock = {
    type: "actions",
    elements: [
      ...(tried ? [retryButton(practice, tried.turn)] : []),
      button("The whole talk", "debrief:talk", practice),
      button("Swap seats", "debrief:seats", practice),
      ...(tried ? [appealButton(practice, tried.turn)] : []),
    ],
  };
  return [talk, next];
}

const retryButton = (practice: string, turn: number) =>
  button(`Try message ${turn} again`, `retry:${turn}`, JSON.stringify([practice, turn]), "primary");
