import type { App } from "@slack/bolt";
import { answerShare } from "./answer-share.ts";
import { sharePractice } from "./share-practice.ts";
import type { Surroundings } from "./surroundings.ts";
import { takeBack } from "./take-back.ts";

/** Everything around sharing: giving somebody a practice to see, their answers, and taking it back. */
export function sharing(app: App, around: Surroundings): void {
  sharePractice(app, around);
  answerShare(app, around);
  takeBack(app, around);
}
