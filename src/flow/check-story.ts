import { saidBackAt } from "../skills/said-back.ts";
import { sentencesOf } from "../skills/sentences.ts";
import type { Report } from "./check.ts";
import type { Flow } from "./flow.ts";

/** Facts of a story that nobody can hear in it. */
export function checkStory({ story }: Flow, report: Report): void {
  if (!story) return;
  const told = story.tells.flatMap((line) => sentencesOf(line));
  for (const { id, words } of story.facts)
    if (!told.some((sentence) => saidBackAt(sentence.words, words).length > 0))
      report(
        "warning",
        "story/not-told",
        ["story", "facts", id],
        `None of the words of "${id}" is told in this story, so nobody can hear it.`,
        "Let a line under  tells:  say it, or leave this fact out.",
        "key",
      );
}
