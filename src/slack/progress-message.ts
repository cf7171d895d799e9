import type { KnownBlock } from "@slack/types";
import type { Flow } from "../flow/flow.ts";
import type { NextStep } from "../programme/place.ts";
import type { Progress } from "../programme/progress.ts";
import { progressPicture } from "../programme/progress-picture.ts";
import { type Suggestion, suggestNext } from "../programme/suggest-next.ts";
import {
  hasProgress,
  NO_PROGRESS,
  PROGRESS_CARE,
  PROGRESS_TITLE,
  tellNext,
  tellSkillProgress,
} from "../programme/tell-progress.ts";
import type { Kudos } from "../store/kudos.ts";
import { peopleNoticed } from "./kudos/kudos-message.ts";
import { button, context, escaped, type Message, section } from "./message.ts";

/** Somebody's progress by skill, in their direct message, with its picture, and what to practise next. */
export function progressMessage(
  progress: Progress,
  flows: readonly Flow[],
  step?: NextStep,
  kudos: readonly Kudos[] = [],
): Message {
  const noticed = peopleNoticed(kudos);
  const suggestion = suggestNext(progress, flows, step);
  const picture = progressPicture(progress);
  const body = hasProgress(progress)
    ? [...progress.skills.map(tellSkillProgress), PROGRESS_CARE]
    : [NO_PROGRESS];
  return {
    text: [
      escaped([PROGRESS_TITLE, ...body, picture?.alt].filter(Boolean).join("\n\n")),
      noticed,
      suggestion && escaped(tellNext(suggestion)),
    ]
      .filter(Boolean)
      .join("\n\n"),
    blocks: [
      section(`*${PROGRESS_TITLE}*`),
      ...body.map((text) => (text === PROGRESS_CARE ? context(text) : section(escaped(text)))),
      ...(noticed ? [section(noticed)] : []),
      ...(suggestion ? [nextBlock(suggestion)] : []),
      { type: "actions", elements: [button("Choose a customer", "practice:choose", "choose")] },
    ],
    ...(picture && { picture: { ...picture, name: "progress.png" } }),
  };
}

/** The same in short, for the top of the Home tab. */
export function progressInShort(
  progress: Progress,
  flows: readonly Flow[],
  step?: NextStep,
  kudos: readonly Kudos[] = [],
): KnownBlock[] {
  const noticed = peopleNoticed(kudos);
  const suggestion = suggestNext(progress, flows, step);
  return [
    ...(hasProgress(progress)
      ? [section(`*${PROGRESS_TITLE}*\n${escaped(progress.skills.map(tellSkillProgress).join("\n"))}`)]
      : []),
    ...(noticed ? [section(noticed)] : []),
    ...(suggestion ? [nextBlock(suggestion)] : []),
  ];
}

const nextBlock = (suggestion: Suggestion): KnownBlock => ({
  type: "section",
  text: { type: "mrkdwn", text: escaped(tellNext(suggestion)).slice(0, 3_000), verbatim: true },
  accessory: {
    ...button("Start practice", `start:${suggestion.flow.id}`, suggestion.flow.id, "primary"),
    accessibility_label: `Start practice: ${suggestion.flow.title}`.slice(0, 75),
  },
});
