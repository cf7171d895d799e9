import { config } from "dotenv";
import { backUpStore } from "./back-up-store.ts";
import { lookThroughStore } from "./look-through-store.ts";
import { moveStoreAway } from "./move-store-away.ts";
import { rekeyTokens } from "./rekey-tokens.ts";
import { unlessTold } from "./store-trouble.ts";
import { given, helpOf, mistyped, twoColumns, type Usage } from "./usage.ts";

const COMMANDS: Record<string, (args: readonly string[]) => Promise<boolean>> = {
  check: lookThroughStore,
  backup: backUpStore,
  move: moveStoreAway,
  rekey: rekeyTokens,
};

const USAGE = {
  command: "npm run store",
  takes: "COMMAND",
  does: `Looks after everything that Tightrope keeps.

Commands:
${twoColumns([
  ["npm run store -- check", "looks through it, and tells what is wrong; also while Tightrope runs"],
  ["npm run store -- backup FILE", "copies it as it is at one instant; also while Tightrope runs"],
  ["npm run store -- move", "copies it into PostgreSQL and compares every row; stop Tightrope first"],
  ["npm run store -- rekey", "encrypts the workspaces' tokens with the newest key of TIGHTROPE_KEY"],
])}`,
  options: {},
  examples: [
    ["npm run store -- move --help", "more about one of them"],
    ["npm run store -- backup monday.db", "everything, in one file"],
  ],
  more: "docs/runbook.md tells how to back up and restore PostgreSQL.",
} satisfies Usage;

config({ quiet: true });
const [command = "", ...args] = process.argv.slice(2);
const run = COMMANDS[command];
if (run) {
  if (!(await unlessTold(run(args)))) process.exitCode = 1;
} else if (command === "help") {
  const about = COMMANDS[args[0] ?? ""];
  if (about) await about(["--help"]);
  else console.log(helpOf(USAGE));
} else {
  given(USAGE);
  mistyped(
    USAGE,
    command ? `There is no command "${command}".` : "Say what to do: check, backup, move or rekey.",
  );
}
