import type { Problem } from "../../src/flow/problem.ts";

/** The file after its trainer did what the remedy says, or nothing where the remedy leaves the words to them. */
export function paste(problem: Problem, source: string): string | undefined {
  const lines = source.split("\n");
  const line = lines[problem.line - 1] ?? "";
  const [, whole] = /^Write it like this: {2}(.*)$/.exec(problem.remedy) ?? [];
  const [, piece] =
    /^(?:Put it in quotation marks: {2}|Did you mean ")(.*?)(?:"\?)?$/.exec(problem.remedy) ?? [];
  const [, word] = /^Write {2}([^,]*)$/.exec(problem.remedy) ?? [];
  const instead = piece ?? (word?.includes("  ") ? undefined : word);
  if (whole !== undefined) lines[problem.line - 1] = `${/^\s*/.exec(line)}${whole}`;
  else if (instead !== undefined)
    lines[problem.line - 1] =
      line.slice(0, problem.column - 1) + instead + line.slice(problem.column - 1 + problem.length);
  else return undefined;
  return lines.join("\n");
}
