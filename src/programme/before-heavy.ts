import type { Flow } from "../flow/flow.ts";
import { effort } from "../session/effort.ts";
import type { Progress } from "./progress.ts";
import { suggestNext } from "./suggest-next.ts";

/** What is said before a heavy practice begins, and a lighter one to do instead where the last was heavy too. */
export type BeforeHeavy = { words: string[]; lighter: Flow | undefined };

/** Asks before a heavy practice: its content note, and a word of care after another heavy one. */
export function beforeHeavy(flow: Flow, progress: Progress, flows: readonly Flow[]): BeforeHeavy {
  const wasHeavy = progress.practices[0]?.heavy ?? false;
  const lighter = wasHeavy ? suggestNext(progress, flows)?.flow : undefined;
  const words = [
    `Before you begin: ${flow.title}. ${effort(flow)}.`,
    flow.care.before ?? "",
    "You can pause or stop at any time, and you don't have to say why.",
    wasHeavy ? `Your last practice was heavy too. ${tellLighter(lighter)}` : "",
  ];
  return { words: words.filter(Boolean), lighter };
}

const tellLighter = (lighter: Flow | undefined) =>
  lighter
    ? `A lighter one may be good now: ${lighter.title}. ${effort(lighter)}.`
    : "A break may be good now.";
