import type { ActionsBlock, KnownBlock } from "@slack/types";
import type { Membership } from "../programme/membership.ts";
import type { NextStep, Place, StepSeen } from "../programme/place.ts";
import {
  NOTHING_NEXT,
  tellDone,
  tellFinished,
  tellGone,
  tellNextStep,
  tellSteps,
} from "../programme/tell-place.ts";
import type { OwnPlace } from "../store/own-place.ts";
import { button, context, escaped, type Message, section } from "./message.ts";
import { joinable, joinBlocks, type PathsSeen, pathInWords } from "./path-list.ts";

// Slack shows 50 blocks in a message; the Home tab also holds the customers.
const IN_MESSAGE = 40;
const IN_HOME = 4;

/** Said where no path is offered. */
const NO_PATHS = "There are no paths here yet. Type practice to choose a customer yourself.";
const INTRO = "A path is a few customers in an order, with a goal each. Only you see that you are on one.";

const HEAVY_AGAIN =
  "It is heavy as well. A break, or somebody lighter first, may be good now; your place stays.";

const leaveButton = ({ path, title }: Membership) => ({
  ...button("Leave this path", "path:leave", path),
  accessibility_label: `Leave this path: ${title}`.slice(0, 75),
});

const startButton = ({ flow }: NextStep) => ({
  ...button("Start practice", `start:${flow.id}`, flow.id, "primary"),
  accessibility_label: `Start practice: ${flow.title}`.slice(0, 75),
});

const actions = (elements: ActionsBlock["elements"]): KnownBlock => ({ type: "actions", elements });

/** Somebody's place in words: every step, then the next one with its goal. */
function placeInWords(place: Place): string[] {
  const next = place.next ? tellNextStep(place.next) : place.isFinished ? tellFinished(place) : NOTHING_NEXT;
  return [`Your path: ${place.path.title}`, ...tellSteps(place), next];
}

function ownBlocks({ membership, place }: OwnPlace): KnownBlock[] {
  if (!place) return [section(escaped(tellGone(membership.title))), actions([leaveButton(membership)])];
  const [head = "", ...steps] = placeInWords(place);
  const next = steps.pop() ?? "";
  return [
    section(`*${escaped(head)}*\n${escaped(steps.join("\n"))}`),
    section(escaped(next)),
    actions([...(place.next ? [startButton(place.next)] : []), leaveButton(membership)]),
  ];
}

const ownInWords = ({ membership, place }: OwnPlace): string[] =>
  place ? placeInWords(place) : [tellGone(membership.title)];

/** Every path, and somebody's own place, in their direct message. */
export function pathsMessage(seen: PathsSeen): Message {
  const { own } = seen;
  const others = joinable(seen);
  if (!own && others.length === 0) return { text: NO_PATHS };
  const left = others.length - IN_MESSAGE;
  const rest = left > 0 ? `And ${left} more, which find no room here.` : "";
  return {
    text: escaped(
      [...(own ? ownInWords(own) : [INTRO]), ...others.slice(0, IN_MESSAGE).map(pathInWords), rest]
        .filter(Boolean)
        .join("\n"),
    ),
    blocks: [
      ...(own ? ownBlocks(own) : [section(INTRO)]),
      ...(own && others.length > 0 ? [{ type: "divider" as const }] : []),
      ...joinBlocks(seen, IN_MESSAGE),
      ...(rest ? [context(rest)] : []),
    ],
  };
}

/** The same for the Home tab, in at most eight blocks; what comes next stands there as the suggestion. */
export function pathsInShort(seen: PathsSeen, command: string): KnownBlock[] {
  const { own } = seen;
  if (own?.place) {
    const [head = "", ...steps] = placeInWords(own.place);
    const shown = own.place.next ? steps.slice(0, -1) : steps;
    return [
      section(`*${escaped(head)}*\n${escaped(shown.join("\n"))}`),
      actions([leaveButton(own.membership)]),
    ];
  }
  const others = joinable(seen);
  const rest = `And ${others.length - IN_HOME} more. Type ${command} paths to see them.`;
  return [
    ...(own ? ownBlocks(own) : others.length > 0 ? [section(`*Paths*\n${INTRO}`)] : []),
    ...joinBlocks(seen, IN_HOME),
    ...(others.length > IN_HOME ? [context(rest)] : []),
  ];
}

/** What somebody reads who has joined a path, or asks for their place: where they are and what comes next. */
export function placeMessage(own: OwnPlace, first = ""): Message {
  const said = first ? [first] : [];
  return {
    text: escaped([...said, ...ownInWords(own)].join("\n")),
    blocks: [...said.map((text) => section(escaped(text))), ...ownBlocks(own)],
  };
}

/** What comes next on somebody's path after a practice: the step it did, if any, and a word of care after a heavy one. */
export function onwardMessage(
  { membership, place }: OwnPlace & { place: Place },
  { done, wasHeavy }: { done: StepSeen | undefined; wasHeavy: boolean },
): Message {
  const words = [
    ...(done ? [`Your path: ${tellDone(done)}`] : []),
    place.next ? tellNextStep(place.next) : NOTHING_NEXT,
    ...(wasHeavy && place.next?.flow.care.heavy ? [HEAVY_AGAIN] : []),
  ];
  return {
    text: escaped(words.join("\n")),
    blocks: [
      ...words.map((text) => section(escaped(text))),
      actions([...(place.next ? [startButton(place.next)] : []), leaveButton(membership)]),
    ],
  };
}

/** What somebody reads at the end of a path: warm words, and every step with how it went. */
export function finishedMessage(place: Place): Message {
  const words = [
    tellFinished(place),
    tellSteps(place).join("\n"),
    "Nobody else sees this. Type paths to see where to go from here.",
  ];
  return { text: escaped(words.join("\n\n")), blocks: words.map((text) => section(escaped(text))) };
}
