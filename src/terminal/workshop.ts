import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { flowFolder } from "./flow-files.ts";
import { given, mistyped, type Usage } from "./usage.ts";
import { serveWorkshop } from "./workshop/serve.ts";

const PORT = 4177;

const USAGE = {
  command: "npm run workshop",
  does: `Opens a page on which you write a customer and try them out, which only this machine can open.
It writes only flows, and only when you say so.`,
  options: {
    port: {
      type: "string",
      default: String(PORT),
      takes: "N",
      does: `where to begin looking for a free port (${PORT})`,
    },
    "no-open": { type: "boolean", default: false, does: "open no browser, only print the address" },
  },
  examples: [
    ["npm run workshop", "opens the page in your browser"],
    ["npm run workshop -- --no-open", "only prints its address"],
  ],
} as const satisfies Usage;

const complain = (message: string) => {
  console.error(message);
  process.exitCode = 1;
};

await main();

async function main(): Promise<void> {
  const { values } = given(USAGE);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_000)
    mistyped(USAGE, `--port takes a number up to 65000, not "${values.port}".`);
  const folder = flowFolder();
  if (!existsSync(folder)) return complain(`There is no folder ${folder}. Name one with TIGHTROPE_FLOWS.`);
  const workshop = await serveWorkshop(folder, port, console.error);
  console.log(`The workshop is open. It writes only into ${folder}, and only when you say so.

  ${workshop.url}

Press Ctrl+C to close it.`);
  if (!values["no-open"] && process.stdout.isTTY) openInBrowser(workshop.url);
  process.once("SIGINT", () => void workshop.close().then(() => process.exit(0)));
}

const OPENERS: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

// Where there is no browser to open, the printed address is enough.
function openInBrowser(url: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  const opener = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  opener.on("error", () => {});
  opener.unref();
}
