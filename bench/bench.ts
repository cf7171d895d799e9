import { given, type Usage } from "../src/terminal/usage.ts";

const { values: options } = given({
  command: "npm run bench",
  does: `Measures how fast messages are read, flows are checked, and messages from Slack are answered.
The reader stands beside a well-known tokeniser, the check beside parsing the same YAML, and the
whole app beside a bare Bolt app that only echoes and one that only reads and writes down, with both
stores and up to four instances. It takes half an hour; nothing else should run.`,
  options: {
    load: { type: "boolean", does: "measures only how messages from Slack are answered" },
    instances: { type: "boolean", does: "measures only what a second instance adds; as root, on Linux" },
    quick: { type: "boolean", does: "measures fewer messages and smaller stores" },
    write: { type: "boolean", does: "writes docs/performance.md and its picture" },
  },
  examples: [["npm run bench -- --load --quick", "a few minutes, writes nothing"]],
} satisfies Usage);

// Each measures from its first line on, so none is loaded before its time.
if (!options.load && !options.instances) {
  await import("./read.ts");
  await import("./flows.ts");
}
if (options.instances) {
  const { benchInstances } = await import("./instances.ts");
  await benchInstances();
} else {
  const { benchLoad } = await import("./load.ts");
  await benchLoad({ quick: options.quick ?? false, write: options.write ?? false });
}
