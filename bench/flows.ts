import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { loadFlow } from "../src/flow/load.ts";
import { rememberingIn } from "../src/store/checked-flows.ts";
import { type FollowedFolder, followFolder } from "../src/store/follow-folder.ts";
import { readMany } from "../src/store/load-many.ts";

// The check of one flow beside parsing its YAML alone, then folders of flows made from it.
const source = readFileSync(new URL("../flows/late-delivery.yml", import.meta.url), "utf8");
const WARM = 20;
for (let n = 0; n < WARM; n++) loadFlow(source, "late-delivery.yml");
const check = median(() => void loadFlow(source, "late-delivery.yml"));
const parse = median(() => void parseDocument(source));
console.log(
  `checking one flow of ${source.split("\n").length} lines: ${check.toFixed(1)} ms warm, ${(check / parse).toFixed(2)} times parsing its YAML`,
);

const folder = mkdtempSync(join(tmpdir(), "bench-flows-"));
for (const count of [125, 250, 500]) {
  const inside = join(folder, String(count));
  mkdirSync(inside);
  for (let n = 0; n < count; n++)
    writeFileSync(join(inside, `flow-${n}.yml`), source.replace("flow: late-delivery", `flow: flow-${n}`));
  const checked = await timed(() => readMany(inside, () => {}));
  console.log(
    `checking a folder of ${count}: ${(checked / 1000).toFixed(1)} s, ${(checked / count).toFixed(1)} ms a flow`,
  );
}

const memory = join(folder, "checked.db");
const start = () => followFolder(join(folder, "500"), rememberingIn(memory, Date.now));
const complete = (followed: FollowedFolder) =>
  new Promise<void>((resolve, reject) => {
    const end = followed.follow(() => void end().then(resolve, reject), reject);
  });
const began = performance.now();
const followed = start();
const first = performance.now() - began;
await complete(followed);
const all = performance.now() - began;
const again = await timed(start);
console.log(
  `starting with 500 flows: ${seconds(first)} the first time, when ${followed.flows().length} are offered after ${seconds(all)}; ${seconds(again)} when none has changed`,
);
rmSync(folder, { recursive: true });

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function median(work: () => void): number {
  const times = Array.from({ length: 15 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[7] ?? 0;
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
