import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

type Package = {
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  integrity?: string;
  resolved?: string;
};
const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, Package> };
const { allowScripts, scripts } = JSON.parse(read("package.json")) as {
  allowScripts: Record<string, boolean>;
  scripts: Record<string, string>;
};
const production = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);
const nameOf = (path: string) => path.split("node_modules/").at(-1) ?? path;

/** None of these asks anything of who uses Tightrope but to keep the notice. */
const LICENCES = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "MIT AND OFL-1.1"];
/** Its files stay under their own licence, unchanged: the renderer of pictures. */
const MPL = /^@resvg\/resvg-js/;

describe("what is installed to run Tightrope", () => {
  it("stands under licences that were allowed", () => {
    expect(production.length).toBeGreaterThan(100);
    const others = production.filter(
      ([path, { license = "none" }]) =>
        !LICENCES.includes(license) && !(license === "MPL-2.0" && MPL.test(nameOf(path))),
    );
    expect(others.map(([path, { license }]) => [nameOf(path), license])).toEqual([]);
  });

  it("runs no script while it is installed but those that package.json allows", () => {
    const running = production.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(running.map(([path]) => nameOf(path)).filter((name) => allowScripts[name] === undefined)).toEqual(
      [],
    );
  });

  it("comes from the registry, and is compared with its checksum", () => {
    expect(production.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"))).toEqual([]);
    const elsewhere = production.filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/"),
    );
    expect(elsewhere).toEqual([]);
  });

  it("can be looked over for known vulnerabilities with one command", () => {
    expect(scripts.audit).toBe("npm audit --omit=dev");
  });
});

describe("the code", () => {
  const files = [
    "app.ts",
    ...readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `src/${file.replaceAll("\\", "/")}`),
  ];
  const code = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const holding = (pattern: RegExp) => files.filter((file) => pattern.test(code(file)));

  it("makes no code out of words, anywhere", () => {
    expect(files.length).toBeGreaterThan(300);
    expect(holding(/\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(|["']node:vm["']|["']vm["']/)).toEqual([]);
    expect(holding(/\bset(?:Timeout|Interval)\s*\(\s*["'`]/)).toEqual([]);
  });

  it("starts other programs only for the local stand-in and to open the workshop's page", () => {
    expect(holding(/["'](?:node:)?child_process["']/)).toEqual([
      "src/slack/stand-in.ts",
      "src/terminal/workshop.ts",
    ]);
  });

  it("starts a thread only to read flows, from a file of its own", () => {
    expect(holding(/["'](?:node:)?worker_threads["']/).sort()).toEqual([
      "src/store/load-many.ts",
      "src/store/load-worker.ts",
    ]);
    expect(code("src/store/load-many.ts")).not.toMatch(/eval:/);
  });

  it("loads nothing whose name is not written there", () => {
    expect(holding(/\bimport\s*\(\s*(?!["'])/)).toEqual([]);
    expect(holding(/\brequire\s*\(/)).toEqual([]);
  });
});
