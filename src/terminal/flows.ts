import { nearest } from "../flow/problem.ts";
import { CHECK, checkFlows } from "./check-flows.ts";
import { DRAW, drawFlows } from "./draw-flows.ts";
import { LEARN, learnBack } from "./learn-back.ts";
import { NEW, writeNewFlow } from "./new-flow.ts";
import { SIMULATE, simulateFlows } from "./simulate-flows.ts";
import { TABLE, tableFlows } from "./table-flows.ts";
import { TEST, testFlows } from "./test-flows.ts";
import { twoColumns, typedAs, type Usage } from "./usage.ts";
import { SCHEMA, writeSchema } from "./write-schema.ts";

/** What a trainer can do with flows: it takes the words after its name, and says whether all went well. */
type Command = { usage: Usage; run: (args: readonly string[]) => boolean | Promise<boolean> };

const COMMANDS: Record<string, Command> = {
  new: { usage: NEW, run: writeNewFlow },
  check: { usage: CHECK, run: checkFlows },
  test: { usage: TEST, run: testFlows },
  simulate: { usage: SIMULATE, run: simulateFlows },
  draw: { usage: DRAW, run: drawFlows },
  table: { usage: TABLE, run: tableFlows },
  learn: { usage: LEARN, run: learnBack },
  schema: { usage: SCHEMA, run: writeSchema },
};

const OVERVIEW = `Write difficult customers, and see what they will do.

${twoColumns(Object.values(COMMANDS).map(({ usage }) => [typedAs(usage), firstSentence(usage.does)]))}

A FLOW is its name, such as late-delivery, or a file; without one, all flows of the folder are meant.
Each command tells its options and an example:  npm run flows -- check --help`;

const [name = "", ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) process.exitCode = (await command.run(args)) ? 0 : 1;
else if (["--help", "-h", "help"].includes(name)) await help(args[0]);
else {
  const near = nearest(name, Object.keys(COMMANDS));
  const meant = near ? ` Did you mean "${near}"?` : "";
  console.error(name ? `There is no command "${name}".${meant}\n\n${OVERVIEW}` : OVERVIEW);
  process.exitCode = 1;
}

async function help(about: string | undefined): Promise<void> {
  if (about !== undefined && Object.hasOwn(COMMANDS, about)) await COMMANDS[about]?.run(["--help"]);
  else console.log(OVERVIEW);
}

function firstSentence(does: string): string {
  return does.replace(/\.\s[\s\S]*$/, ".");
}
