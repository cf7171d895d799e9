import type { Trace, TracedMeter, TracedRule, TracedSign } from "../../../workshop/trace.ts";
import type { TriedStep } from "../../../workshop/try-out.ts";
import { element, type Inside } from "./element.ts";

/** Leads to a line and column of the flow, both 1-based. */
export type GoTo = (line: number, column: number) => void;

/** A step with a message, and so with why it was answered as it was. */
export type TracedStep = TriedStep & { trace: Trace };

/** A reply with the words marked that something stands on; the small numbers are those of the signs below it. */
export function markedReply({ reply, signs }: Trace): Inside[] {
  const numberOf = (sign: string) => signs.findIndex((one) => one.sign === sign || stemsFrom(one, sign)) + 1;
  return reply.map((stretch) => {
    const numbers = [...new Set(stretch.signs.map(numberOf))].filter((number) => number > 0);
    if (numbers.length === 0 || stretch.text.trim() === "") return stretch.text;
    return element("mark", {}, stretch.text, element("sup", { "aria-hidden": "true" }, numbers.join(",")));
  });
}

// A sign of the whole talk, such as a premature solution, stands on the words of the sign that it is made of.
const stemsFrom = ({ also }: TracedSign, sign: string) => also.includes(sign);

/** Why the customer answered as they did: what was read, the rule that fired with its line, and what was felt. */
export function traceBody({ trace, meters }: TracedStep, fileName: string, goTo: GoTo) {
  return element(
    "div",
    { class: "trace-body" },
    signList("It showed", trace.signs),
    trace.perhaps.length > 0 && perhapsList(trace.perhaps),
    rule(trace, fileName, goTo),
    trace.told.length > 0 && part("They told", element("p", {}, trace.told.join(", "))),
    part("They felt", meterList(meters)),
  );
}

/** The meters before and after. */
export const meterList = (meters: readonly TracedMeter[]) =>
  element(
    "ul",
    { class: "meters" },
    meters.map((meter) =>
      element("li", { class: meter.felt }, element("span", {}, meter.name), bar(meter), tellMeter(meter)),
    ),
  );

const part = (title: string, ...inside: Inside[]) =>
  element("div", { class: "part" }, element("h4", {}, title), ...inside);

function signList(title: string, signs: readonly TracedSign[]) {
  const items = signs.map(({ sign, also, quotes, why }) =>
    element(
      "li",
      {},
      element("b", {}, sign),
      also.length > 0 && element("span", { class: "quiet" }, ` and so ${also.join(", ")}`),
      quotes.length > 0 && ` ${quoted(quotes)}`,
      why && element("span", { class: "quiet" }, ` ${why}`),
    ),
  );
  return part(title, element("ol", { class: "signs" }, items));
}

// In words at each of them, so that nobody takes one for something that was shown.
const perhapsList = (signs: readonly TracedSign[]) =>
  part(
    "The reader wasn't sure of these",
    element(
      "ul",
      { class: "signs quiet" },
      signs.map(({ sign, quotes, why }) =>
        element("li", {}, `perhaps ${sign}, not counted: `, quoted(quotes), why && ` ${why}`),
      ),
    ),
  );

const quoted = (quotes: readonly string[]) => quotes.map((quote) => `“${quote}”`).join(" … ");

const KINDS: Record<TracedRule["kind"], (mood: string) => string> = {
  rule: (mood) => `the first rule of “${mood}” that fits`,
  anywhere: () => "a rule for any mood",
  limit: () => "a limit was reached",
  "no rule": (mood) => `no rule fitted, so “${mood}” had the word`,
};

function rule({ rule: { line, text, kind }, because, moodBefore }: Trace, fileName: string, goTo: GoTo) {
  return part(
    "What fired",
    element(
      "p",
      {},
      element(
        "button",
        { type: "button", class: "place", title: "Go to this line", onclick: () => goTo(line, 1) },
        `${fileName}:${line}`,
      ),
      " ",
      element("code", {}, text),
      element("span", { class: "quiet" }, ` ${KINDS[kind](moodBefore)}`),
    ),
    because && element("p", { class: "because" }, because),
  );
}

function bar({ before, after }: TracedMeter) {
  const made = element("span", { class: "scale", "aria-hidden": "true" }, element("i"), element("b"));
  made.style.setProperty("--from", String(Math.min(before, after)));
  made.style.setProperty("--to", String(Math.max(before, after)));
  made.style.setProperty("--now", String(after));
  return made;
}

// The arrow goes where the number goes; whether that is good for this meter stands beside it in a word.
const tellMeter = ({ before, after, felt }: TracedMeter) =>
  before === after
    ? element("span", {}, `${after}, the same`)
    : element(
        "span",
        {},
        `${before} → ${after} `,
        element("em", {}, `${after > before ? "▲ up" : "▼ down"}, ${felt}`),
      );
