import { basename } from "node:path";
import type { Problem } from "../flow/problem.ts";
import { readYaml } from "../flow/yaml-source.ts";

type Named = { file: string; source: string };

/** The problem of a flow that bears the name which the flow of another file has already. */
export const nameTaken = (read: Named, id: string, first: string): Problem => ({
  code: "flow/name-taken",
  severity: "error",
  message: `${first} is already called "${id}".`,
  remedy: "Give one of the two flows another name after  flow:.",
  file: read.file,
  line: 1,
  column: 1,
  length: 1,
});

/** What is worth a look in a flow that is called otherwise than its file: people look for it by either name. */
export function namedOtherwise({ file, source }: Named, id: string): Problem[] {
  const own = basename(file).replace(/\.ya?ml$/i, "");
  if (own.toLowerCase() === id) return [];
  return [
    {
      code: "flow/other-name",
      severity: "hint",
      message: `This flow is called "${id}", and its file ${basename(file)}.`,
      remedy: `Call the file ${id}.yml, or give the flow the name of its file.`,
      file,
      ...readYaml(source, file).placeOf(["flow"]),
    },
  ];
}
