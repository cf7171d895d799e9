import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Problem } from "../flow/problem.ts";
import { isFlowName, readText } from "./yaml-files.ts";

// Names that were meant to end in .yml, up to there: something follows, the dot is missing, or letters are swapped.
const ALMOST = /^([^.~].*?)(?:\.ya?ml(?:[^a-z0-9].*)?|[ _-]ya?ml|\.(?:yl|ylm|ym|ymal|yalm))$/i;
const TEXT = /^([^.~].*)\.te?xt$/i;
const PUT_ASIDE = /~$|\.(?:bak|backup|disabled|off|old|orig|part|rej|save|sw[a-z]|tmp)$/i;
const FIRST_NAME = /^(?:flow|path|shared): *\S/m;

const HIDDEN =
  "Windows hides the last ending; its Explorer shows it with  View > Show > File name extensions.";

/** Whether a file of this name is not read as a flow, although the name was meant for one, such as `suite.yml.txt`. */
export const isAlmostFlowName = (name: string): boolean =>
  !isFlowName(name) && ALMOST.test(name) && !PUT_ASIDE.test(name);

/** The files of a folder that were meant to be read, by their name or by what is in them, and are not. */
export const strayFiles = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => isAlmostFlowName(name) || (TEXT.test(name) && isFlow(join(folder, name))))
    .sort()
    .map((name) => join(folder, name));

const isFlow = (file: string) => FIRST_NAME.test(readText(file).source);

/** Why a file is not read, and what to call it. */
export function strayFile(file: string, severity: Problem["severity"]): Problem {
  const name = basename(file);
  const [, stem] = ALMOST.exec(name) ?? TEXT.exec(name) ?? [];
  const why = /\.ya?ml$/i.test(name) ? "not every system allows its name" : "its name does not end in .yml";
  const better = `${stem?.replace(/[:*?"<>|\\\p{Cc}]+/gu, "-")}.yml`;
  const hidden = TEXT.test(name) ? `  ${HIDDEN}` : "";
  return {
    code: "file/name",
    severity,
    message: `${name} is not read, because ${why}.`,
    remedy: stem === undefined ? "Flows are files such as  late-delivery.yml" : `Call it  ${better}${hidden}`,
    file,
    line: 1,
    column: 1,
    length: 1,
  };
}
