import { styleText } from "node:util";
import type { Flow } from "../flow/flow.ts";
import { type Progress, type SkillProgress, seriesOf } from "../programme/progress.ts";
import { suggestNext } from "../programme/suggest-next.ts";
import {
  hasProgress,
  NO_PROGRESS,
  PROGRESS_CARE,
  PROGRESS_TITLE,
  tellNext,
  tellSkillProgress,
} from "../programme/tell-progress.ts";

/** Somebody's progress by skill for a terminal, and what to practise next. */
export function showProgress(progress: Progress, flows: readonly Flow[]): string {
  const suggestion = suggestNext(progress, flows);
  return [
    styleText("bold", PROGRESS_TITLE),
    ...(hasProgress(progress) ? [progress.skills.map(tellSkill).join("\n"), PROGRESS_CARE] : [NO_PROGRESS]),
    suggestion && tellNext(suggestion),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function tellSkill(progress: SkillProgress): string {
  const series = seriesOf(progress);
  const oneByOne = series.length > 1 ? `\n    From the oldest to the newest: ${series.join(", ")}.` : "";
  return tellSkillProgress(progress) + oneByOne;
}
