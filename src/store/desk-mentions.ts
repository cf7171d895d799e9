import { join, relative } from "node:path";
import { placeOf } from "./desk-place.ts";
import { readText, yamlFiles } from "./yaml-files.ts";

/**
 * The files that name a flow, or parts that flows share, and so have to be changed when it gets another name or goes:
 * paths that lead through the flow, flows that use the parts.
 */
export function mentionsOf(folder: string, name: string): string[] {
  const { source } = readText(placeOf(folder, name));
  const [, kind, id] = /^(flow|shared): *["']?([\w-]+)/m.exec(source) ?? [];
  if (id === undefined) return [];
  const files = yamlFiles(kind === "flow" ? join(folder, "paths") : folder);
  const mention =
    kind === "flow"
      ? new RegExp(`(?:^[ -]+|[{,] *)flow: *["']?${id}(?![\\w-])`, "m")
      : new RegExp(`^uses:(?:.*|(?:\\s+- .*)+)(?<![\\w-])${id}(?![\\w-])`, "m");
  return files
    .filter((file) => mention.test(readText(file).source))
    .map((file) => relative(folder, file).replaceAll("\\", "/"));
}
