import type { Stand, Tried, TriedStep } from "../../../workshop/try-out.ts";
import type { OpenFile, Sound } from "./desk.ts";
import { element, type Inside } from "./element.ts";
import { type GoTo, markedReply, meterList, type TracedStep, traceBody } from "./trace.ts";

/** A part of the talk on the screen: `is` says all that it shows. */
export type Part = { is: unknown; make: () => HTMLElement; tend?: (made: HTMLElement) => void };

/**
 * A talk up to the step that is looked at, in parts: `is` says all that a part shows, `make` makes it, and
 * `tend` does what is left to do where it is there already. Only the last message has its trace open.
 */
export function talkParts(file: OpenFile, { tried }: Sound, goToLine: GoTo): Part[] {
  const shown = tried.steps.slice(0, file.at + 1);
  const parts = shown.flatMap((step, at) => stepParts(step, shown[at - 1], at === shown.length - 1));
  return [...parts, ...endParts(tried, tried.steps.length - shown.length)];

  function stepParts(step: TriedStep, before: TriedStep | undefined, isLast: boolean): Part[] {
    const { type, trace, says, stand, meters } = step;
    return [
      ...(type === "opening" ? [] : [{ is: [type, trace?.reply, trace?.signs], make: () => didPart(step) }]),
      ...says.map((line) => ({ is: ["says", line], make: () => saidPart(tried.customer, line) })),
      { is: ["stand", stand, before?.stand.id], make: () => standPart(stand, before?.stand) },
      ...(trace
        ? [
            {
              is: ["why", trace],
              make: () => whyPart({ ...step, trace }, file.name, goToLine),
              tend: openIf(isLast),
            },
          ]
        : []),
      ...(type === "idle" ? [{ is: ["felt", meters], make: () => meterList(meters) }] : []),
    ];
  }
}

function endParts({ unplayed, debrief }: Tried, later: number): Part[] {
  if (later > 0) {
    const steps = later === 1 ? "1 later step is" : `${later} later steps are`;
    return [aside(`${steps} kept. Answer here, and another talk begins from this point.`)];
  }
  const left = unplayed === 1 ? "1 of your messages" : `${unplayed} of your messages`;
  return [
    ...(unplayed > 0 ? [aside(`With this change the talk ends here, before ${left}.`)] : []),
    ...(debrief ? [{ is: ["debrief", debrief], make: () => debriefPart(debrief) }] : []),
  ];
}

const aside = (words: string): Part => ({ is: words, make: () => asideOf(words) });
const asideOf = (words: string) => element("p", { class: "aside" }, words);

const DONE: Partial<Record<TriedStep["type"], string>> = {
  idle: "You stayed silent.",
  soften: "From now on they are milder.",
};

const didPart = ({ type, trace }: TriedStep) =>
  trace ? bubble("mine", "You", ...markedReply(trace)) : element("p", { class: "aside did" }, DONE[type]);

const saidPart = ({ name, emoji }: Tried["customer"], line: string) =>
  bubble("theirs", `${emoji} ${name}`, line);

const bubble = (whose: "mine" | "theirs", who: string, ...words: Inside[]) =>
  element(
    "div",
    { class: `bubble ${whose}` },
    element("span", { class: "who" }, who),
    element("p", {}, ...words),
  );

function standPart({ id, emoji, feels, outcome }: Stand, before: Stand | undefined) {
  return element(
    "p",
    { class: "stand", title: feels },
    before && before.id !== id && element("span", { class: "quiet" }, `${before.emoji} ${before.id} → `),
    `${emoji} `,
    element("b", {}, id),
    outcome && ` (${outcome} ending)`,
  );
}

// Somebody may have opened or closed it themselves; that holds until another message is the last.
const openIf = (isLast: boolean) => (made: HTMLElement) => {
  if (made.dataset.last === String(isLast)) return;
  made.dataset.last = String(isLast);
  made.toggleAttribute("open", isLast);
};

function whyPart(step: TracedStep, fileName: string, goToLine: GoTo) {
  const { signs, rule } = step.trace;
  return element(
    "details",
    { class: "trace" },
    element(
      "summary",
      {},
      "Why: ",
      element("span", {}, `${signs.map(({ sign }) => sign).join(", ")} → line ${rule.line}`),
    ),
    traceBody(step, fileName, goToLine),
  );
}

const debriefPart = (text: string) =>
  element(
    "section",
    { class: "debrief" },
    element("h3", {}, "What the trainee reads"),
    text.split("\n\n").map((words) => element("p", {}, words)),
  );
