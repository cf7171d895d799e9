import { loadFlow } from "../flow/load.ts";
import { playTest } from "../flow/play-tests.ts";
import { AFTER_HEARD } from "./new-after-heard.ts";
import { AFTER_SLIP } from "./new-after-slip.ts";
import { BEFORE_HEARD } from "./new-before-heard.ts";
import { END, IN_WORDS } from "./new-end.ts";
import { type Answers, fillingsFor } from "./new-fillings.ts";
import { fillIn } from "./new-flow-text.ts";
import { HEAD } from "./new-head.ts";

export type { Answers };

const MOST = 48;

/** A name for a flow and its file, made of a few words: lower case with hyphens. */
export function nameFor(words: string): string {
  const name = words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    // Whole words, as far as there is room.
    .replace(new RegExp(`^(.{1,${MOST}})(?:-.*|$)`), "$1")
    .slice(0, MOST)
    .replace(/-+$/, "");
  // YAML has a meaning of its own for these.
  if (["true", "false", "null"].includes(name)) return `${name}-customer`;
  return name || "new-customer";
}

/** A first flow for this customer: it passes its check, can be played at once, and says what to change where. */
export function newFlow(answers: Answers, id: string): string {
  const fillings = fillingsFor(answers, id, nameFor);
  const filled = (template: string) => fillIn(template, fillings, answers.happened);
  const flow = filled(HEAD + BEFORE_HEARD + AFTER_SLIP + AFTER_HEARD + END);
  return flow + thatHold(flow, IN_WORDS.map(filled)).join("");
}

// The sample conversations that go as written when they stand at the end of this flow.
function thatHold(source: string, tests: readonly string[]): string[] {
  const { flow } = loadFlow(source + tests.join(""), "new.yml");
  if (!flow) return [];
  const played = flow.tests.slice(-tests.length).map((test) => playTest(flow, test));
  return tests.filter((_, at) => played[at]?.length === 0);
}
