import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type FollowedFolder, followFolder, type Saved } from "../../src/store/follow-folder.ts";
import { MINIMAL } from "../flow/minimal.ts";

let folder: string;
let followed: FollowedFolder;
let end: () => Promise<void>;
let saves: Saved[];
let failures: unknown[];

const at = (file: string) => join(folder, file);
const TEA = MINIMAL.replace("flow: minimal", "flow: tea");
const PATH = `path: week
language: en
title: A week
about: One a day.
steps:
  - flow: minimal
    goal: Hear what the customer tells you.
  - flow: tea-59
    goal: Say what happens next.
`;
const BROKEN = "flow: [";
const titles = () =>
  followed
    .flows()
    .map(({ id, title }) => `${id}: ${title}`)
    .sort();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tightrope-followed-"));
  writeFileSync(at("minimal.yml"), MINIMAL);
  followed = followFolder(folder);
  saves = [];
  failures = [];
  end = followed.follow(
    (what) => saves.push(what),
    (error) => failures.push(error),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
});
afterEach(async () => {
  await end();
  rmSync(folder, { recursive: true, force: true });
});

const files = (read: readonly { file: string }[] = []) => read.map(({ file }) => file);
const after = async (work: () => void): Promise<Saved | undefined> => {
  const before = saves.length + failures.length;
  work();
  await vi.waitFor(() => expect(saves.length + failures.length).toBeGreaterThan(before), { timeout: 5_000 });
  return saves.at(-1);
};

describe("a folder of flows that is followed", () => {
  it("plays a new file as soon as it is saved, and the new text of an old one", async () => {
    const added = await after(() => writeFileSync(at("tea.yml"), TEA));
    expect(files(added?.live)).toEqual([at("tea.yml")]);
    const changed = await after(() => writeFileSync(at("tea.yml"), TEA.replace("A late parcel", "Tea")));
    expect(files(changed?.live)).toEqual([at("tea.yml")]);
    expect(titles()).toEqual(["minimal: A late parcel", "tea: Tea"]);
  });

  it("misses nothing that is saved before the watch has begun", async () => {
    const early = followFolder(folder);
    const live: string[] = [];
    const endEarly = early.follow(
      (what) => live.push(...files(what.live)),
      () => {},
    );
    writeFileSync(at("tea.yml"), TEA);
    await vi.waitFor(() => expect(live).toEqual([at("tea.yml")]), { timeout: 5_000 });
    await endEarly();
  });

  it("goes on with the flow from before where a file doesn't pass any more, however often it is saved", async () => {
    for (const text of [BROKEN, "not: a flow"]) {
      const what = await after(() => writeFileSync(at("minimal.yml"), text));
      expect(what).toMatchObject({ live: [], broken: [{ file: at("minimal.yml"), plays: true }], gone: [] });
      expect(titles()).toEqual(["minimal: A late parcel"]);
    }
    const mended = await after(() => writeFileSync(at("minimal.yml"), MINIMAL.replace("A late", "A lost")));
    expect(files(mended?.live)).toEqual([at("minimal.yml")]);
    expect(files(mended?.mended)).toEqual([at("minimal.yml")]);
    const again = await after(() =>
      writeFileSync(at("minimal.yml"), `${MINIMAL.replace("A late", "A lost")}\n`),
    );
    expect(again?.mended).toEqual([]);
    expect(titles()).toEqual(["minimal: A lost parcel"]);
  });

  it("offers nothing of a file that never passed, and nothing of one that is gone", async () => {
    const never = await after(() => writeFileSync(at("tea.yml"), BROKEN));
    expect(never?.broken).toMatchObject([{ file: at("tea.yml"), plays: false }]);
    const gone = await after(() => rmSync(at("minimal.yml")));
    expect(gone?.gone).toEqual([at("minimal.yml")]);
    expect(titles()).toEqual([]);
  });

  it("of two flows of one name plays the first, and names the other", async () => {
    const twice = await after(() => writeFileSync(at("zebra.yml"), MINIMAL));
    expect(twice?.broken.map(({ problems }) => problems[0]?.code)).toEqual(["flow/name-taken"]);
    expect(titles()).toEqual(["minimal: A late parcel"]);
  });

  it("is stopped by nothing that has the name of a flow and can't be read", async () => {
    await after(() => {
      mkdirSync(at("folder.yml"));
      writeFileSync(at("tea.yml"), Buffer.from(TEA, "utf16le"));
    });
    const codes = followed.files().flatMap(({ problems }) => problems.map(({ code }) => code));
    expect(codes).toEqual(["file/unreadable", "file/encoding"]);
    expect(titles()).toEqual(["minimal: A late parcel"]);
  });

  it("plays on when the whole folder is moved away", async () => {
    await after(() => renameSync(folder, `${folder}-away`));
    await vi.waitFor(() => expect(failures.length).toBeGreaterThan(0), { timeout: 5_000 });
    expect(titles()).toEqual(["minimal: A late parcel"]);
    renameSync(`${folder}-away`, folder);
  });

  it("with hundreds of flows plays some at once and the others soon after, and walks paths when all are read", async () => {
    for (let n = 0; n < 60; n++) writeFileSync(at(`tea-${n}.yml`), MINIMAL.replace("minimal", `tea-${n}`));
    mkdirSync(at("paths"));
    writeFileSync(at("paths/week.yml"), PATH);
    const large = followFolder(folder);
    expect(large.flows()).toHaveLength(40);
    expect(large.paths()).toEqual([]);
    const brought: Saved[] = [];
    const endLarge = large.follow(
      (what) => brought.push(what),
      (error) => failures.push(error),
    );
    await vi.waitFor(() => expect(large.flows()).toHaveLength(61), { timeout: 20_000 });
    expect(brought).toMatchObject([{ live: [], broken: [], gone: [] }]);
    expect(brought[0]?.late).toHaveLength(22);
    expect(large.paths()).toHaveLength(1);
    expect(failures).toEqual([]);
    await endLarge();
  });

  it("stops reading when it is no longer followed", async () => {
    for (let n = 0; n < 60; n++) writeFileSync(at(`tea-${n}.yml`), MINIMAL.replace("minimal", `tea-${n}`));
    const large = followFolder(folder);
    await large.follow(
      (what) => saves.push(what),
      (error) => failures.push(error),
    )();
    expect(large.flows()).toHaveLength(40);
    expect(failures).toEqual([]);
  });
});
