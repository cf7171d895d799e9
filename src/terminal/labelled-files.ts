import { readdirSync, readFileSync } from "node:fs";
import type { Example } from "../skills/labels.ts";

/** The labelled replies of a corpus folder: `t1.jsonl` holds those of the first author, `e1.jsonl` their evidence. */
export function corpusIn(folder: URL): Example[] {
  const files = readdirSync(folder).filter((name) => /^t\d+\.jsonl$/.test(name));
  return files.sort().flatMap((name) => {
    const evidence = new Map(
      linesOf<Pick<Example, "id" | "evidence">>(new URL(name.replace("t", "e"), folder)).map((one) => [
        one.id,
        one.evidence,
      ]),
    );
    const author = name.replace(".jsonl", "");
    return linesOf<Example>(new URL(name, folder)).map((one) => ({
      ...one,
      author,
      evidence: evidence.get(one.id) ?? {},
    }));
  });
}

/** The labelled replies that are kept for measuring, each with its evidence. */
export function goldIn(file: URL): Example[] {
  return linesOf<Example>(file).map((one) => ({ ...one, author: "gold" }));
}

function linesOf<Line>(file: URL): Line[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Line);
}
