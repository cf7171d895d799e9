import { styleText } from "node:util";
import { config } from "dotenv";
import type { Flow } from "../flow/flow.ts";
import { NO_FIGURES } from "../programme/tally.ts";
import { TOO_FEW, tellLearned } from "../programme/tell-learned.ts";
import type { LearnedOf } from "../store/learn.ts";
import { readLearned } from "../store/read-learned.ts";
import { isUnreadable } from "../store/read-store.ts";
import { storeAddress } from "../store/store-address.ts";
import { flowFiles, flowNamed, playableFlows } from "./flow-files.ts";
import { troubleInWords } from "./store-trouble.ts";
import { given, type Usage } from "./usage.ts";

/** How `flows -- learn` is used. */
export const LEARN = {
  command: "npm run flows -- learn",
  takes: "[FLOW …]",
  does: `Tells how far people come, where they leave and what ends talks, never who.
It begins with five different people. It reads the store of DATABASE_URL or TIGHTROPE_DB, also
while Tightrope runs.`,
  options: {},
  examples: [["npm run flows -- learn late-delivery", "without a name: all that were practised"]],
} as const satisfies Usage;

/** Prints what trainers learn back about flows, of no name about all; true unless it cannot be read. */
export async function learnBack(args: readonly string[]): Promise<boolean> {
  const { positionals: names } = given(LEARN, args);
  config({ quiet: true });
  const files = flowFiles();
  const flows = playableFlows(files);
  const named = names.map((name) => flowNamed(name, files));
  const complaint = named.find((found) => typeof found === "string");
  if (complaint) return complain(complaint);
  try {
    const all = await readLearned(storeAddress(process.env));
    const asked = named.filter((found) => typeof found !== "string");
    const told = (asked.length > 0 ? asked : flows).flatMap((flow) => tellFlow(flow, all, asked.length > 0));
    console.log(told.length > 0 ? told.join("\n\n") : TOO_FEW);
    return true;
  } catch (error) {
    if (isUnreadable(error)) return complain(troubleInWords(error));
    throw error;
  }
}

function complain(message: string): false {
  console.error(message);
  return false;
}

// Of flows that nobody asked for by name, only those of which there is something to tell.
function tellFlow(flow: Flow, all: readonly LearnedOf[], always: boolean): string[] {
  const own = all.find((one) => one.flow === flow.id && one.version === flow.version);
  if (!own && !always) return [];
  const lines = tellLearned(flow, own ?? { talks: NO_FIGURES, appeals: NO_FIGURES });
  const earlier = all.some((one) => one.flow === flow.id && one.version < flow.version);
  return [
    [
      styleText("bold", `${flow.id}, version ${flow.version}: ${flow.title}`),
      ...lines.map((line) => `  ${line}`),
      ...(earlier ? ["  What was learned about earlier versions is not mixed in."] : []),
    ].join("\n"),
  ];
}
