import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of the page as the browser gets it. */
export type PageFile = { type: string; body: Buffer | string };

const PAGE = join(import.meta.dirname, "page");

// What the page is written in: its scripts are TypeScript, and the browser gets them without the types.
const OWN = readdirSync(PAGE).filter((name) => /\.(?:ts|css)$/.test(name));

// The editor and everything that it stands on, each a single module.
const MODULES = [
  "@codemirror/autocomplete",
  "@codemirror/commands",
  "@codemirror/lang-yaml",
  "@codemirror/language",
  "@codemirror/lint",
  "@codemirror/search",
  "@codemirror/state",
  "@codemirror/streamparser",
  "@codemirror/view",
  "@lezer/common",
  "@lezer/highlight",
  "@lezer/lr",
  "@lezer/yaml",
  "@marijn/find-cluster-break",
  "crelt",
  "style-mod",
  "w3c-keyname",
];

const FONT = "@expo-google-fonts/atkinson-hyperlegible";
const FONTS = ["400Regular", "400Regular_Italic", "700Bold"];

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".ts": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".ttf": "font/ttf",
};

const modulePath = (name: string) => `/modules/${name}.js`;
const packageFile = (name: string) => fileURLToPath(import.meta.resolve(name));

// Only what stands in these lists is ever read, whatever a path looks like.
const FILES = new Map([
  ...OWN.map((name) => [`/${name}`, () => join(PAGE, name)] as const),
  ...MODULES.map((name) => [modulePath(name), () => packageFile(name)] as const),
  ...FONTS.map(
    (name) =>
      [`/fonts/${name}.ttf`, () => packageFile(`${FONT}/${name}/AtkinsonHyperlegible_${name}.ttf`)] as const,
  ),
]);

/** The file of a path, if the page has it. */
export function pageFile(path: string): PageFile | undefined {
  const file = FILES.get(path)?.();
  if (file === undefined) return undefined;
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const body = readFileSync(file);
  return { type, body: file.endsWith(".ts") ? stripTypeScriptTypes(body.toString()) : body };
}

/** The page itself; only scripts and styles that bear this nonce, or come from here, may do anything on it. */
export function pageHtml(nonce: string): string {
  const imports = Object.fromEntries(MODULES.map((name) => [name, modulePath(name)]));
  return readFileSync(join(PAGE, "index.html"), "utf8")
    .replaceAll("{nonce}", nonce)
    .replace('{ "imports": {} }', JSON.stringify({ imports }));
}

/** What a browser may load and do on the page: nothing from elsewhere. */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
