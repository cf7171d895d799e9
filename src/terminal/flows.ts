import { checkFlows } from "./check-flows.ts";
import { testFlows } from "./test-flows.ts";
import { writeSchema } from "./write-schema.ts";

const USAGE = `Write difficult customers, and see what they will do.

  npm run flows -- check [FILE …]   every problem, with its place and what to write instead
  npm run flows -- test [FILE …]    play the flows' own tests
  npm run flows -- schema           write what editors need to complete and explain names`;

/** What a trainer can do with flows: each takes the words after its name, and says whether all went well. */
const COMMANDS: Record<string, (args: readonly string[]) => boolean | Promise<boolean>> = {
  check: checkFlows,
  test: testFlows,
  schema: writeSchema,
};

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS[name ?? ""];
if (command) process.exitCode = (await command(args)) ? 0 : 1;
else if (name === "--help" || name === "help") console.log(USAGE);
else {
  console.error(name ? `There is no command "${name}".\n\n${USAGE}` : USAGE);
  process.exitCode = 1;
}
