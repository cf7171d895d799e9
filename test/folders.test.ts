import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";

const ORDER = [
  "skills",
  "flow",
  "session",
  "feedback",
  "programme",
  "challenge",
  "workshop",
  "store",
  "operations",
  "slack",
  "terminal",
];
const PURE = ["skills", "flow", "session", "feedback", "programme", "challenge", "workshop"];
// Slack and the terminal are two doors beside each other.
const BESIDE = ["slack", "terminal"];
const root = join(import.meta.dirname, "..", "src");

type Import = { file: string; folder: string; target: string };

const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll("\\", "/"));

const source = (file: string) => readFileSync(join(root, file), "utf8");

const imports: Import[] = files.flatMap((file) =>
  [...source(file).matchAll(/^(?:import|export)\b[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gm)].map(
    (found) => {
      const name = found[1] ?? found[2] ?? "";
      const target = name.startsWith(".") ? posix.normalize(posix.join(posix.dirname(file), name)) : name;
      return { file, folder: file.split("/")[0] ?? "", target };
    },
  ),
);
const between = imports.filter(({ target }) => ORDER.includes(target.split("/")[0] ?? ""));

describe("the folders tell the story of a message in order", () => {
  it("every file lies in one of the folders of the plan", () => {
    expect(files.filter((file) => !ORDER.includes(file.split("/")[0] ?? ""))).toEqual([]);
    expect(between.length).toBeGreaterThan(50);
  });

  it("a folder imports only from folders before it", () => {
    const wrong = between.filter(({ folder, target }) => {
      const other = target.split("/")[0] ?? "";
      return (
        ORDER.indexOf(other) > ORDER.indexOf(folder) ||
        (BESIDE.includes(folder) && BESIDE.includes(other) && folder !== other)
      );
    });
    expect(wrong).toEqual([]);
  });

  it("the pure folders touch no disk, network, clock, chance, log or process", () => {
    const forbidden = /\bprocess\.|\bconsole\.|Date\.now|new Date\(\)|Math\.random|\bfetch\(|setTimeout/;
    const outside = /^(node:(?!crypto$)|pino|dotenv|better-sqlite3|pg|kysely|@slack)/;
    const pure = files.filter((file) => PURE.includes(file.split("/")[0] ?? ""));
    const code = (file: string) => source(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    expect(pure.filter((file) => forbidden.test(code(file)))).toEqual([]);
    expect(imports.filter(({ file, target }) => pure.includes(file) && outside.test(target))).toEqual([]);
  });

  it.each([
    ["yaml", ["flow", "slack"]],
    ["xstate", ["flow"]],
    ["kysely", ["store"]],
    ["better-sqlite3", ["store"]],
    ["pg", ["store"]],
    ["@slack/bolt", ["slack"]],
    ["@resvg/resvg-js", ["store"]],
    ["prom-client", ["operations"]],
    ["@opentelemetry", ["operations"]],
    ["@hpcc-js/wasm-graphviz", ["workshop"]],
  ])("%s is used only in %s", (library, folders) => {
    const used = imports.filter(({ target }) => target === library || target.startsWith(`${library}/`));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter(({ folder }) => !folders.includes(folder))).toEqual([]);
  });

  it("no file is longer than 200 lines, and none is called after what it is not", () => {
    const long = files.filter((file) => !/\/english\//.test(file) && source(file).split("\n").length > 201);
    expect(long).toEqual([]);
    expect(
      files.filter((file) => /(utils|helpers|common|manager|service|handler|types|index)\.ts$/.test(file)),
    ).toEqual([]);
  });
});
