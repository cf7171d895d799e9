import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { begin, type Session } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { followFolder } from "../../src/store/follow-folder.ts";
import { corpusIn } from "../../src/terminal/labelled-files.ts";
import type { Writer } from "./post-events.ts";

/** The flows of the project, with customers of more patience. */
export const FLOWS = patientFlows();

/** A talk that somebody is in the middle of, and what they write next; `over` is one that has ended. */
export type Script = { talk: Session; next: string[]; over: Session };

/** How many messages each trainee writes in a run. */
export const MESSAGES = 3;
/** Over how many workspaces trainees are spread. */
export const WORKSPACES = 100;
const TALKS_PER_FLOW = 24;

/** Talks in the middle, of every flow, with replies that support agents wrote; always the same ones. */
export function makeScripts(): Script[] {
  const corpus = corpusIn(new URL("../../src/skills/english/corpus/", import.meta.url));
  let at = 0;
  // Far apart, so that no two talks are alike.
  const nextReply = () => corpus[(at++ * 1_009) % corpus.length]?.reply ?? "";
  const flows = followFolder(FLOWS).flows();
  return Array.from({ length: TALKS_PER_FLOW }, (_, n) => flows.map((flow) => ({ flow, n }))).flatMap((all) =>
    all.map(({ flow, n }) => {
      for (;;) {
        const replies = Array.from({ length: (n % 4) + MESSAGES }, nextReply);
        const talks = [begin(flow, n, "Sam")];
        for (const reply of replies) talks.push(takeTurn(talks.at(-1) as Session, reply));
        const talk = talks[n % 4] as Session;
        // The last message may bring an ending, as it does for people.
        if (talks.at(-2)?.state !== "playing") continue;
        let over = talks.at(-1) as Session;
        for (let more = 0; over.state === "playing" && more < 8; more++) over = takeTurn(over, nextReply());
        return { talk, next: replies.slice(n % 4), over };
      }
    }),
  );
}

// Everybody falls silent after their last message; asked minutes later whether they are still there, they would be asked
// while another app is measured.
function patientFlows(): string {
  const folder = mkdtempSync(join(tmpdir(), "bench-flows-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(new URL("../../flows", import.meta.url).pathname, folder, { recursive: true });
  for (const file of globSync(join(folder, "*.yml")))
    writeFileSync(file, readFileSync(file, "utf8").replace(/^(idle:\n +after:) .*$/m, "$1 8 hours"));
  return folder;
}

/** Who the n-th trainee is. */
export const writer = (n: number): Writer => ({
  team: `T${n % WORKSPACES}`,
  user: `U${n}`,
  channel: `D${n}`,
});
