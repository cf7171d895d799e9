import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Gives the tests a temporary folder of their own, which goes with everything that they leave in it. What one process
 * has compiled, the next one that they start takes from there.
 */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "tightrope-tests-"));
  process.env.TMPDIR = folder;
  process.env.NODE_COMPILE_CACHE = join(folder, "compiled");
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
