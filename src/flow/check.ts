import { checkAmounts } from "./check-amounts.ts";
import { checkAsked } from "./check-asked.ts";
import { checkCoverage } from "./check-coverage.ts";
import { checkDashes } from "./check-dashes.ts";
import { checkFacts } from "./check-facts.ts";
import { checkInvisible } from "./check-invisible.ts";
import { checkLanguage } from "./check-language.ts";
import { checkLimits } from "./check-limits.ts";
import { checkMeters } from "./check-meters.ts";
import { checkMoods } from "./check-moods.ts";
import { checkNames } from "./check-names.ts";
import { checkNotes } from "./check-notes.ts";
import { checkReactions } from "./check-reactions.ts";
import { checkRules } from "./check-rules.ts";
import { checkStory } from "./check-story.ts";
import { checkStructure } from "./check-structure.ts";
import { checkTests } from "./check-tests.ts";
import { checkTexts } from "./check-texts.ts";
import { checkTone } from "./check-tone.ts";
import type { Flow } from "./flow.ts";
import { placesIn } from "./place.ts";
import { isSound, type Problem } from "./problem.ts";
import { unknownNames } from "./references.ts";
import type { Path, YamlSource } from "./yaml-source.ts";

/** Notes a problem at a path of the file; `key` points at the name instead of its value, offsets at a part of it. */
export type Report = (
  severity: Problem["severity"],
  code: string,
  path: Path,
  message: string,
  remedy: string,
  where?: "key" | readonly [from: number, to: number],
) => void;

/** Everything about a well-formed flow that would surprise its trainer. */
export function checkFlow(flow: Flow, yaml: YamlSource): Problem[] {
  const problems: Problem[] = [];
  const spot = placesIn(yaml.text);
  const report: Report = (severity, code, path, message, remedy, where) => {
    const ofPath = where === "key" ? yaml.placeOfKey : yaml.placeOf;
    const place = typeof where === "object" ? spot(...where) : ofPath(path);
    problems.push({ code, severity, message, remedy, file: flow.file, ...place });
  };
  checkLanguage(flow, report);
  problems.push(...unknownNames(yaml, flow.file, true));
  checkNames(flow, report);
  // Without sound names, what follows would only repeat the same mistake in other words.
  if (isSound(problems)) {
    checkStructure(flow, report);
    checkRules(flow, report);
    checkLimits(flow, report);
    checkFacts(flow, report);
    checkMeters(flow, report);
    checkReactions(flow, report);
    checkTests(flow, report);
  }
  checkMoods(flow, report);
  checkAmounts(flow, report);
  checkAsked(flow, report);
  checkTexts(flow, report);
  checkDashes(flow, yaml, report);
  checkInvisible(yaml, report);
  checkNotes(flow, report);
  checkStory(flow, report);
  checkTone(flow, report);
  checkCoverage(flow, report);
  return problems;
}
