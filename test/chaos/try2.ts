import { asked } from "../store/own-schema.ts";
import { named } from "./cut-connections.ts";
import { startOwnServer } from "./own-server.ts";
import { endSpare } from "./processes.ts";
import { runWithProcesses } from "./run.ts";

const [, , shelf = "file", from = "1", to = "5", length = "8"] = process.argv;
const server = shelf === "postgres" ? await startOwnServer() : undefined;
for (let seed = Number(from); seed <= Number(to); seed++) {
  let db: { address: string; restart: () => Promise<void> } | undefined;
  if (server) {
    const schema = `run_${seed}`;
    await asked(server.address, (c) => c.query(`create schema ${schema}`));
    const at = new URL(server.address);
    at.searchParams.set("options", `-c search_path=${schema}`);
    db = { address: named(at.href, `chaos ${seed}`), restart: server.restart };
  }
  const v = await runWithProcesses(seed, db, Number(length));
  console.log(seed, Math.round(v.ms), v.complaints.length ? v.complaints : "ok");
  if (process.env.LOGS) console.log(v.logged.join("").slice(0, 6000));
}
endSpare();
await server?.stop();
