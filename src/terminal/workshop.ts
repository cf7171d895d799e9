import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { flowFolder } from "./flow-files.ts";
import { serveWorkshop } from "./workshop/serve.ts";

const USAGE = `Write a customer and try them out on one page, which only this machine can open.

  npm run workshop                    opens the page in your browser
  npm run workshop -- --no-open       only prints its address

Options:
  --port N     where to begin looking for a free port (4177)
  --help`;

const PORT = 4177;

const complain = (message: string) => {
  console.error(message);
  process.exitCode = 1;
};

await main();

async function main(): Promise<void> {
  const given = readArguments();
  if (typeof given === "string") return complain(`${given}\n\n${USAGE}`);
  if (given.help) return console.log(USAGE);
  const folder = flowFolder();
  if (!existsSync(folder)) return complain(`There is no folder ${folder}. Name one with TIGHTROPE_FLOWS.`);
  const workshop = await serveWorkshop(folder, given.port, console.error);
  console.log(`The workshop is open. It writes only into ${folder}, and only when you save.

  ${workshop.url}

Press Ctrl+C to close it.`);
  if (given.open && process.stdout.isTTY) openInBrowser(workshop.url);
  process.once("SIGINT", () => void workshop.close().then(() => process.exit(0)));
}

function readArguments(): { port: number; open: boolean; help: boolean } | string {
  try {
    const { values } = parseArgs({
      allowNegative: true,
      options: {
        port: { type: "string", default: String(PORT) },
        open: { type: "boolean", default: true },
        help: { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_000)
      return `--port takes a number up to 65000, not "${values.port}".`;
    return { ...values, port };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
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
