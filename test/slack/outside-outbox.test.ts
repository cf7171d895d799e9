import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const src = join(import.meta.dirname, "../../src");
const filesThat = (does: RegExp) =>
  readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && does.test(readFileSync(join(src, file), "utf8")))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();

it("only the outbox posts, changes and removes messages; beside it there is the apology after an error", () => {
  expect(filesThat(/chat\.postMessage\(/)).toEqual(["slack/answer-error.ts", "slack/deliver.ts"]);
  expect(filesThat(/chat\.(?:update|delete|scheduleMessage|meMessage)\(|filesUpload|files\.upload/)).toEqual([
    "slack/deliver.ts",
  ]);
  // A file is found by its own id; a picture is shared with nobody until a message of the outbox names it.
  expect(filesThat(/files\.completeUploadExternal\(/)).toEqual([
    "slack/give-file.ts",
    "slack/upload-picture.ts",
  ]);
});

it("notes that only one person sees are courtesies: they go out at once, and nothing depends on them", () => {
  const notes = filesThat(/chat\.postEphemeral\(|\brespond\(/);
  expect(notes).toEqual([
    "slack/challenge/join-challenge.ts",
    "slack/huddle/huddles.ts",
    "slack/listen.ts",
    "slack/say-where.ts",
  ]);
  for (const file of notes)
    expect(readFileSync(join(src, file), "utf8")).toMatch(
      /courtesy\(around, (?:client\.chat\.postE|respond\()/,
    );
});
