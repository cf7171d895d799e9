import type { Reading } from "../skills/reading.ts";
import type { Flow, Rule } from "./flow.ts";
import { implies } from "./signs.ts";
import { feel, hear, holds, type Pool, saying, type Talk } from "./talk.ts";

type Heard = { flow: Flow; mood: string; talk: Talk; reading: Reading; heard: Talk };
let last: Heard | undefined;

// A machine asks rule after rule about the same message, so what was heard is worked out once.
function hearOnce(flow: Flow, mood: string, talk: Talk, reading: Reading): Talk {
  if (last?.talk === talk && last.reading === reading && last.mood === mood && last.flow === flow)
    return last.heard;
  const heard = hear(flow, talk, flow.moods[mood]?.callsFor ?? [], reading);
  last = { flow, mood, talk, reading, heard };
  return heard;
}

/** Whether a rule fits a message, judged after the message was heard. */
export function fits(flow: Flow, mood: string, rule: Rule, talk: Talk, reading: Reading): boolean {
  const heard = hearOnce(flow, mood, talk, reading);
  return (
    rule.when.every((sign) => heard.last.signs.includes(sign)) &&
    !rule.without.some((sign) => heard.last.signs.includes(sign)) &&
    holds(rule.needs, heard)
  );
}

/**
 * The talk after a rule answered a message (or no rule did). A rule without lines of its own leaves the
 * word to what was asked for, then to what is said where nothing answers a question, and only then to the mood or
 * ending it leads to.
 */
export function react(flow: Flow, mood: string, rule: Rule | undefined, talk: Talk, reading: Reading): Talk {
  const here = flow.moods[mood];
  const heard = feel(flow, hearOnce(flow, mood, talk, reading), rule?.feel ?? {});
  const answers = flow.facts
    .filter((fact) => reading.asks.includes(fact.id))
    .map((fact) => ({ fact, open: talk.knows.includes(fact.id) || holds(fact.needs, heard) }));
  const revealed = answers.filter(({ open }) => open).map(({ fact }) => fact.id);
  const replies: Pool[] = answers.map(({ fact, open }) =>
    open
      ? { pool: `fact/${fact.id}`, lines: fact.reveals }
      : { pool: `fact/${fact.id}/refuses`, lines: fact.refuses },
  );
  const own: Pool = { pool: `rule/${rule?.line}`, lines: rule?.says ?? [] };
  const ending = flow.endings[rule?.go ?? ""];
  const place = rule?.go ?? mood;
  const unknown: Pool = { pool: "unknown", lines: flow.unknown };
  const general: Pool =
    asksForNothing(rule, reading) && unknown.lines.length > 0
      ? unknown
      : { pool: `mood/${place}`, lines: flow.moods[place]?.says ?? [] };
  const answered = [own, ...replies].some(({ lines }) => lines.length > 0);
  const pools = [
    own,
    ...replies,
    ...(ending ? [{ pool: `ending/${place}`, lines: ending.says }] : answered ? [] : [general]),
  ];
  const said = saying(flow, heard, pools);
  return {
    ...said,
    knows: [...new Set([...talk.knows, ...revealed])],
    last: {
      ...said.last,
      revealed: revealed.filter((fact) => !talk.knows.includes(fact)),
      line: rule?.line ?? here?.line ?? 1,
      because: rule?.because,
    },
  };
}

const EXPLORING = 2;

// A rule that answers something else, such as a fix, has the mood speak of that.
const asksForNothing = (rule: Rule | undefined, { question, asks }: Reading): boolean =>
  question.level === EXPLORING &&
  asks.length === 0 &&
  (rule === undefined || rule.when.some((sign) => implies(sign, "question")));
