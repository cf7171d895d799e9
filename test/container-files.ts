import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, matchesGlob } from "node:path";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

/** One instruction of the Dockerfile, with what stands behind it on one line. */
export type Instruction = { name: string; words: string };

/** The instructions of the Dockerfile, stage by stage. */
export function stages(): Instruction[][] {
  const lines = read("Dockerfile")
    .replaceAll(/^#.*$/gm, "")
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const found: Instruction[][] = [];
  for (const line of lines) {
    const [, name = "", words = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    if (name === "FROM") found.push([]);
    found.at(-1)?.push({ name, words });
  }
  return found;
}

/** What the image is made of at last: each file or folder of this project, and where it goes. */
export const copied = (): { from: string; to: string }[] =>
  (stages().at(-1) ?? [])
    .filter(({ name, words }) => name === "COPY" && !words.startsWith("--from"))
    .flatMap(({ words }) => {
      const names = words.split(/\s+/);
      const to = names.pop() ?? "";
      return names.map((from) => ({ from, to: to.endsWith("/") ? join(to, from) : to }));
    });

/** Whether .dockerignore lets a path through: the last line that speaks of it counts. */
export function isLetThrough(path: string): boolean {
  let through = true;
  for (const line of read(".dockerignore").split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const pattern = line.replace(/^!/, "");
    if (matchesGlob(path, pattern) || path.startsWith(`${pattern}/`)) through = line.startsWith("!");
    // A lone star speaks of everything in the folder, however deep it lies.
    if (pattern === "*") through = false;
  }
  return through;
}

/** The packages that `npm ci --omit=dev` brings and the Dockerfile does not take away again. */
export function packages(): string[] {
  const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, { dev?: boolean }> };
  const install = stages()[0]?.find(({ words }) => words.startsWith("npm ci"))?.words ?? "";
  const removed = [...install.matchAll(/node_modules\/\S+/g)].map(([path]) => path);
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== "" && !dev && !removed.includes(path))
    .map(([path]) => path);
}

/** Puts into a folder what would be in the image's, with links to the packages where they lie. */
export function assemble(folder: string, installed: (path: string) => boolean): void {
  for (const { from, to } of copied()) cpSync(join(root, from), join(folder, to), { recursive: true });
  for (const path of packages()) {
    // What lies within another package comes with it.
    if (path.lastIndexOf("node_modules/") > 0 || !installed(join(root, path))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(root, path), join(folder, path));
  }
}
