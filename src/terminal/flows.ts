import { checkFlows } from "./check-flows.ts";
import { drawFlows } from "./draw-flows.ts";
import { learnBack } from "./learn-back.ts";
import { writeNewFlow } from "./new-flow.ts";
import { simulateFlows } from "./simulate-flows.ts";
import { tableFlows } from "./table-flows.ts";
import { testFlows } from "./test-flows.ts";
import { writeSchema } from "./write-schema.ts";

const USAGE = `Write difficult customers, and see what they will do.

  npm run flows -- new              six questions, and a flow that can be played at once
  npm run flows -- check [FILE …]   every problem, with its place and what to write instead
                                    (--watch: again when a flow is saved; --json; --github)
  npm run flows -- test [FILE …]    play the flows' own tests
  npm run flows -- simulate [FILE …]
                                    let made-up trainees play them, thousands of times
                                    (--runs N; --words N; --seed N; --strict; --json)
  npm run flows -- draw [FILE …]    the map of moods as SVG and PNG
                                    (--out FOLDER; --mermaid: also as text for a pull request;
                                    --readme: renew the list of flows in the flows' README.md)
  npm run flows -- table [FILE …]   what each kind of message does in each mood (--markdown)
  npm run flows -- learn [FLOW …]   how far people come, where they leave and what ends talks, never who
  npm run flows -- schema           write what editors need to complete and explain names`;

/** What a trainer can do with flows: it takes the words after its name, and says whether all went well. */
type Command = (args: readonly string[]) => boolean | Promise<boolean>;

const COMMANDS: Record<string, Command> = {
  new: writeNewFlow,
  check: checkFlows,
  test: testFlows,
  simulate: simulateFlows,
  draw: drawFlows,
  table: tableFlows,
  learn: learnBack,
  schema: writeSchema,
};

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS[name ?? ""];
if (command) process.exitCode = (await run(command)) ? 0 : 1;
else if (name === "--help" || name === "help") console.log(USAGE);
else {
  console.error(name ? `There is no command "${name}".\n\n${USAGE}` : USAGE);
  process.exitCode = 1;
}

// A mistyped option is told in a sentence.
async function run(command: Command): Promise<boolean> {
  try {
    return await command(args);
  } catch (error) {
    const isMistyped =
      error instanceof TypeError && "code" in error && String(error.code).includes("PARSE_ARGS");
    if (!isMistyped) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    return false;
  }
}
