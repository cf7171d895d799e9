import type { KnownBlock } from "@slack/types";
import type { Debrief } from "../feedback/debrief.ts";
import {
  barOf,
  NOTHING_TO_KEEP,
  NOTHING_TO_TRY,
  SKILL_TITLES,
  suggestionParts,
  tellDebrief,
  tellEnding,
  tellSkill,
} from "../feedback/tell.ts";
import { appealButton } from "./appeal-dialogue.ts";
import { draftButtons } from "./checked-message.ts";
import { button, context, escaped, type Message, section } from "./message.ts";
import { shareButton } from "./share-message.ts";
import { thenAndNowBlocks } from "./then-and-now-message.ts";

// Each is a block of its own, so that some air stays between them on a phone as well.
const paragraphs = (title: string, [first = "", ...more]: string[]): KnownBlock[] => [
  section(`*${title}*\n${escaped(first)}`),
  ...more.map((text) => section(escaped(text))),
];

/** The draft that was tried out, and whether it is anything else than what is published. */
type Trial = { draft: string; isNew: boolean };

/** The debrief as the trainee first sees it: how it ended, the three skills, one thing to keep, one to try. Under that of a trial
 * stands what can be done with the text that was tried. */
export function debriefMessage(debrief: Debrief, practice: string, trial?: Trial): Message {
  const { care, compared, ownView } = debrief;
  return {
    text: escaped(`Your debrief: ${debrief.title}\n\n${tellDebrief(debrief)}`),
    blocks: [
      { type: "header", text: { type: "plain_text", text: `Your debrief: ${debrief.title}`.slice(0, 150) } },
      ...(ownView.length > 0 ? [section(escaped(ownView.join("\n")))] : []),
      ...(compared ? thenAndNowBlocks(compared) : []),
      section(escaped(tellEnding(debrief))),
      ...(debrief.turns === 0 ? [] : shownIn(debrief)),
      ...(care ? [section(escaped(care))] : []),
      ...waysOn(debrief, practice, trial),
    ],
  };
}

function shownIn({ skills, keep, try: tried, hints }: Debrief): KnownBlock[] {
  return [
    ...skills.map((report) =>
      section(`*${SKILL_TITLES[report.skill]}* ${barOf(report)} ${escaped(tellSkill(report))}`),
    ),
    { type: "divider" },
    ...paragraphs("One thing to keep", keep ? suggestionParts(keep) : [NOTHING_TO_KEEP]),
    ...paragraphs("One thing to try", tried ? suggestionParts(tried) : [NOTHING_TO_TRY]),
    ...(hints > 0 ? [context(`Hints used: ${hints}.`)] : []),
  ];
}

// First what can be done with this talk, then what comes next.
function waysOn({ flow, turns, try: tried }: Debrief, practice: string, trial?: Trial): KnownBlock[] {
  const again = button("Practise this one again", `start:${flow}`, flow, turns === 0 ? "primary" : undefined);
  const next: KnownBlock = trial
    ? draftButtons(trial.draft, trial.isNew)
    : {
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
