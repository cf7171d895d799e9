import type { KnownBlock } from "@slack/types";
import type { Debrief } from "../feedback/debrief.ts";
import {
  NOTHING_TO_KEEP,
  NOTHING_TO_TRY,
  OTHER_MOMENTS,
  SKILL_TITLES,
  tellCustomerTurn,
  tellCustomerView,
  tellDebrief,
  tellEnding,
  tellOtherMoments,
  tellSkill,
  tellSuggestion,
} from "../feedback/tell.ts";
import { button, context, escaped, type Message, section } from "./message.ts";

const paragraph = (title: string, text: string) => section(`*${title}*\n${escaped(text)}`);

/** The debrief as the trainee first sees it: how it ended, the three skills, one thing to keep, one to try. */
export function debriefMessage(debrief: Debrief): Message {
  const { skills, hints, care } = debrief;
  const others = tellOtherMoments(debrief);
  const told = tellDebrief(debrief);
  const body: KnownBlock[] =
    debrief.turns === 0
      ? []
      : [
          section(
            skills
              .map((report) => `*${SKILL_TITLES[report.skill]}:* ${escaped(tellSkill(report))}`)
              .join("\n"),
          ),
          { type: "divider" },
          paragraph("One thing to keep", debrief.keep ? tellSuggestion(debrief.keep) : NOTHING_TO_KEEP),
          paragraph("One thing to try", debrief.try ? tellSuggestion(debrief.try) : NOTHING_TO_TRY),
          ...(others.length > 0 ? [paragraph(OTHER_MOMENTS, others.join("\n"))] : []),
          ...(hints > 0 ? [context(`Hints used: ${hints}.`)] : []),
        ];
  return {
    text: escaped(`Your debrief: ${debrief.title}\n\n${told}`),
    blocks: [
      { type: "header", text: { type: "plain_text", text: `Your debrief: ${debrief.title}`.slice(0, 150) } },
      section(escaped(tellEnding(debrief))),
      ...body,
      ...(care ? [section(escaped(care))] : []),
      {
        type: "actions",
        elements: [
          button("Practise this one again", `start:${debrief.flow}`, debrief.flow, "primary"),
          button("Choose another customer", "practice:choose", "choose"),
        ],
      },
    ],
  };
}

const TURNS_SHOWN = 20;

/** The same talk from the other seat: what the customer felt at each of the trainee's messages. */
export function customerViewMessage(debrief: Debrief): Message {
  const title = `Swap seats: the same talk as ${debrief.customer} lived it`;
  return {
    text: escaped(`${title}\n\n${tellCustomerView(debrief)}`),
    blocks: [
      section(`*${escaped(title)}*`),
      ...debrief.view.slice(0, TURNS_SHOWN).map((turn) => section(escaped(tellCustomerTurn(turn)))),
    ],
  };
}
