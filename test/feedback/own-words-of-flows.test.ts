import { expect, test } from "vitest";
import { findMoments } from "../../src/feedback/moments.ts";
import { SKILL_NAMES } from "../../src/flow/flow.ts";
import { readingOf, type Sign } from "../../src/flow/signs.ts";
import { begin, happen } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { projectFlow, projectFlows } from "../flows-of-the-project.ts";

const flows = projectFlows.map((flow) => [flow.id, flow] as const);

test.each(flows)("%s says of a quoted line what this line did, not what one line did", (_, flow) => {
  const told = Object.entries(flow.feedback).flatMap(([sign, { missed }]) =>
    (SKILL_NAMES as readonly string[]).includes(sign) || sign === "escalating" ? [] : (missed ?? []),
  );
  for (const words of told) expect(words).not.toMatch(/^(?:One|A) (?:line|question|message|promise|offer)\b/);
});

test.each([
  ["next-day", "argue", "No, that is not what I said at all.", /promised|list|nine/i],
  ["next-day", "self-centred", "I have had a terrible week myself.", /told her about your morning/i],
  ["eclipse-class", "overpromise", "I promise you that this will never happen again.", /sounded like a yes/i],
  ["foul-temper", "threat", "If you go on like this I will block your account.", /leave|threatened to go/i],
  ["second-breakdown", "overpromise", "I guarantee it will never break again.", /offer/i],
  ["supervisors-side", "blame-others", "That was the courier's fault.", /colleague/i],
  ["double-charge", "overpromise", "I guarantee this will never happen again.", /bank/i],
] as [string, Sign, string, RegExp][])(
  "%s says of a line that shows %s nothing untrue: %s",
  (id, sign, line, untrue) => {
    const session = takeTurn(begin(projectFlow(id), 3, "Sam"), line);
    const signs = session.turns[0]?.signs ?? [];
    const shown = signs.includes(sign)
      ? session
      : happen(begin(projectFlow(id), 3, "Sam"), { type: "reply", text: line, reading: readingOf([sign]) });
    const moment = findMoments(shown).find((found) => found.sign === sign);
    expect(moment?.words).toBeDefined();
    expect(`${moment?.words} ${shown.turns[0]?.because ?? ""}`).not.toMatch(untrue);
  },
);
