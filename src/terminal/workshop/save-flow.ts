import { isSound, type Problem } from "../../flow/problem.ts";
import { type DeskFile, openOnDesk, saveOnDesk } from "../../store/flow-desk.ts";
import { readDraft } from "../../store/flow-folder.ts";
import type { Asked } from "./questions.ts";

/** What came of saving: the problems of what stands there now, and whether what stood there before was without errors. */
export type SavedFlow = DeskFile & { problems: Problem[]; before: "sound" | "broken" | "nothing" };

/**
 * Saves a flow, also one with errors: whoever writes has to be able to stop for the day.
 * @throws {NotOnTheDesk} and {ChangedMeanwhile}, as saving on the desk does.
 */
export function saveFlow(folder: string, { name, source, mark }: Asked<"save">): SavedFlow {
  const old = openOnDesk(folder, name);
  const saved = saveOnDesk(folder, name, source, mark);
  const problemsOf = (text: string) => readDraft(folder, name, text).problems;
  const before = !old ? "nothing" : isSound(problemsOf(old.source)) ? "sound" : "broken";
  return { ...saved, problems: problemsOf(source), before };
}
