import { randomInt } from "node:crypto";
import { styleText } from "node:util";
import type { Flow } from "../flow/flow.ts";
import type { LearningPath } from "../flow/path.ts";
import { nearest } from "../flow/problem.ts";
import type { Place } from "../programme/place.ts";
import { NOTHING_NEXT, tellFinished, tellNextStep, tellSteps } from "../programme/tell-place.ts";
import type { FlowFile } from "../store/flow-folder.ts";
import { chat } from "./chat.ts";
import { hasProblems, nameOf } from "./flow-files.ts";
import type { OwnPractices } from "./own-practices.ts";
import { print } from "./print.ts";

/** The path of a name, or what to say when there is none that can be walked. */
export function pathNamed(name: string, files: readonly FlowFile[]): LearningPath | string {
  const paths = files.flatMap(({ path }) => path ?? []);
  const found = paths.find(({ id }) => id === name);
  if (found) return found;
  const broken = files.find(({ file, kind }) => kind === "path" && nameOf(file) === name);
  if (broken) return hasProblems(broken);
  const names = paths.map(({ id }) => id);
  const near = nearest(name, names);
  return `There is no path called "${name}".${near ? ` Did you mean "${near}"?` : ""} There are: ${names.join(", ") || "none"}.`;
}

/** Shows somebody their place on a path, and plays one step after the other for as long as they go on. */
export async function walkPath(
  path: LearningPath,
  own: OwnPractices,
  flows: readonly Flow[],
  seed: number | undefined,
): Promise<void> {
  for (let goesOn = true; ; ) {
    const place = await own.walk(path, flows);
    if (!place) return;
    if (!goesOn && !place.isFinished) return;
    print(`\n${placeInWords(place)}\n`);
    if (!place.next) return;
    goesOn =
      (await chat(place.next.flow, seed ?? randomInt(2 ** 31), { flows: [...flows], own })) === "again";
  }
}

const placeInWords = (place: Place): string =>
  [
    styleText("bold", place.path.title),
    tellSteps(place).join("\n"),
    place.isFinished ? tellFinished(place) : place.next ? tellNextStep(place.next) : NOTHING_NEXT,
  ].join("\n\n");
