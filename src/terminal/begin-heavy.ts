import { isCancel, select } from "@clack/prompts";
import type { Flow } from "../flow/flow.ts";
import { beforeHeavy } from "../programme/before-heavy.ts";
import { type Progress, progressOf } from "../programme/progress.ts";
import { print } from "./print.ts";

/** Asks before a heavy practice; gives the flow to begin, which may be a lighter one, or nothing to choose another. */
export async function agreedFlow(
  flow: Flow,
  flows: readonly Flow[],
  progress: Progress = progressOf([]),
): Promise<Flow | undefined> {
  if (!flow.care.heavy || !process.stdin.isTTY) return flow;
  const { words, lighter } = beforeHeavy(flow, progress, flows);
  print(`\n${words.join("\n")}\n`);
  const chosen = await select<Flow | "another">({
    message: "What would you like?",
    options: [
      { value: flow, label: "Begin" },
      ...(lighter ? [{ value: lighter, label: "Start the lighter one" }] : []),
      { value: "another", label: "Choose another" },
    ],
  });
  return isCancel(chosen) || chosen === "another" ? undefined : chosen;
}
