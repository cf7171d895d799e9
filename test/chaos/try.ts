import { emptied } from "../store/own-schema.ts";
import { named } from "./cut-connections.ts";
import { runInProcess } from "./run.ts";

const [, , shelf = "file", from = "1", to = "5", length = "8"] = process.argv;
for (let seed = Number(from); seed <= Number(to); seed++) {
  const at = shelf === "postgres" ? named(await emptied(), `chaos ${seed}`) : (shelf as "file");
  const v = await runInProcess(seed, at, Number(length));
  console.log(seed, Math.round(v.ms), v.complaints.length ? v.complaints : "ok");
  if (process.env.LOGS) console.log(v.logged.join("").slice(0, 6000));
}
