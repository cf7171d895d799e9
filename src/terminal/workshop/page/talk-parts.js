import { element } from "./element.js";
import { markedReply, meterList, traceBody } from "./trace.js";

/**
 * A talk up to the step that is looked at, in parts: `is` says all that a part shows, `make` makes it, and
 * `tend` does what is left to do where it is there already. Only the last message has its trace open.
 */
export function talkParts(file, goToLine) {
  const { tried } = file.sound;
  const shown = tried.steps.slice(0, file.at + 1);
  const parts = shown.flatMap((step, at) => stepParts(step, shown[at - 1], at === shown.length - 1));
  return [...parts, ...endParts(tried, tried.steps.length - shown.length)];

  function stepParts(step, before, isLast) {
    const { type, trace, says, stand, meters } = step;
    return [
      ...(type === "opening" ? [] : [{ is: [type, trace?.reply, trace?.signs], make: () => didPart(step) }]),
      ...says.map((line) => ({ is: ["says", line], make: () => saidPart(tried.customer, line) })),
      { is: ["stand", stand, before?.stand.id], make: () => standPart(stand, before?.stand) },
      ...(trace
        ? [{ is: ["why", trace], make: () => whyPart(step, file.name, goToLine), tend: openIf(isLast) }]
        : []),
      ...(type === "idle" ? [{ is: ["felt", meters], make: () => meterList(meters) }] : []),
    ];
  }
}

function endParts({ unplayed, debrief }, later) {
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

const aside = (words) => ({ is: words, make: () => asideOf(words) });
const asideOf = (words) => element("p", { class: "aside" }, words);

const SILENT = { idle: "You stayed silent.", soften: "From now on they are milder." };

const didPart = ({ type, trace }) =>
  trace ? bubble("mine", "You", ...markedReply(trace)) : element("p", { class: "aside did" }, SILENT[type]);

const saidPart = ({ name, emoji }, line) => bubble("theirs", `${emoji} ${name}`, line);

const bubble = (whose, who, ...words) =>
  element(
    "div",
    { class: `bubble ${whose}` },
    element("span", { class: "who" }, who),
    element("p", {}, ...words),
  );

function standPart({ id, emoji, feels, outcome }, before) {
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
const openIf = (isLast) => (details) => {
  if (details.isLast === isLast) return;
  details.isLast = isLast;
  details.open = isLast;
};

function whyPart(step, fileName, goToLine) {
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

const debriefPart = (text) =>
  element(
    "section",
    { class: "debrief" },
    element("h3", {}, "What the trainee reads"),
    text.split("\n\n").map((words) => element("p", {}, words)),
  );
