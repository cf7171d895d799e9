import { basename } from "node:path";
import type { Problem } from "../flow/problem.ts";
import { readYaml } from "../flow/yaml-source.ts";

type Named = { file: string; source: string };

const TAKEN = { flow: "flow/name-taken", path: "path/name-taken" };

/** The problem of a flow, or a path, that bears a name which that of another file has already. */
export const nameTaken = (
  kind: keyof typeof TAKEN,
  { file, source }: Named,
  id: string,
  first: string,
): Problem => ({
  code: TAKEN[kind],
  severity: "error",
  message: `This ${kind} and the one in ${first} are both called "${id}".`,
  remedy: freeName(file, id),
  file,
  ...readYaml(source, file).placeOf([kind]),
});

// The name of the file, if it can be one.
function freeName(file: string, id: string): string {
  const own = ownName(file)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return own === "" || own === id ? "Give one of the two another name." : `Write  ${own}`;
}

/** What is worth a look in a flow that is called otherwise than its file: people look for it by either name. */
export function namedOtherwise({ file, source }: Named, id: string): Problem[] {
  if (ownName(file).replace(/[ _]+/g, "-") === id) return [];
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

const ownName = (file: string) =>
  basename(file)
    .replace(/\.ya?ml$/i, "")
    .toLowerCase();
