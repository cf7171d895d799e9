import { given, type Usage } from "../src/terminal/usage.ts";

given({
  command: "npm run bench",
  does: `Measures how fast messages are read and flows are checked.
The reader stands beside a well-known tokeniser, the check beside parsing the same YAML.`,
  options: {},
  examples: [["npm run bench", "writes nothing"]],
} satisfies Usage);

// Each measures from its first line on, so neither is loaded before its time.
await import("./read.ts");
await import("./flows.ts");
