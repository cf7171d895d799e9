import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { mentionsOf } from "../../src/store/desk-mentions.ts";
import { deskNames, NotOnTheDesk } from "../../src/store/desk-place.ts";
import {
  ChangedMeanwhile,
  NameTaken,
  openOnDesk,
  removeFromDesk,
  renameOnDesk,
  saveOnDesk,
} from "../../src/store/flow-desk.ts";
import { readDraft, readFlowFolder } from "../../src/store/flow-folder.ts";

let outside = "";
let folder = "";
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), "tightrope-desk-"));
  folder = join(outside, "flows");
  mkdirSync(join(folder, "shared"), { recursive: true });
  writeFileSync(join(folder, "bike.yml"), "flow: bike\n");
  writeFileSync(join(folder, "README.md"), "About flows\n");
  writeFileSync(join(folder, "shared", "basics.yml"), "shared: basics\n");
  writeFileSync(join(outside, "secret.yml"), "secret\n");
});

describe("the desk of a trainer", () => {
  it("holds every file with flows or what they share that the check reads, and nothing else", () => {
    const odd = ["SUITE.YML", "my suite.yml", "noël.yaml"];
    for (const name of odd) writeFileSync(join(folder, name), "flow: odd\n");
    expect(deskNames(folder)).toEqual([
      "SUITE.YML",
      "bike.yml",
      "my suite.yml",
      "noël.yaml",
      "shared/basics.yml",
    ]);
    const read = readFlowFolder(folder).map(({ file }) => relative(folder, file));
    expect(deskNames(folder)).toEqual(read);
  });

  it.each(["SUITE.YML", "my suite.yml", "noël.yaml"])("opens and saves %s, which is there", (name) => {
    writeFileSync(join(folder, name), "flow: odd\n");
    saveOnDesk(folder, name, "flow: odder\n", openOnDesk(folder, name)?.mark);
    expect(readFileSync(join(folder, name), "utf8")).toBe("flow: odder\n");
  });

  it("says of a folder that is called like a flow that it is one", () => {
    mkdirSync(join(folder, "folder.yml"));
    expect(() => openOnDesk(folder, "folder.yml")).toThrow("is a folder");
  });

  it("saves what was opened, whole, and leaves nothing beside it", () => {
    const opened = openOnDesk(folder, "bike.yml");
    const saved = saveOnDesk(folder, "bike.yml", "flow: bike\nversion: 2\n", opened?.mark);
    expect(readFileSync(join(folder, "bike.yml"), "utf8")).toBe("flow: bike\nversion: 2\n");
    expect(saved).toEqual(openOnDesk(folder, "bike.yml"));
    expect(readdirSync(folder).sort()).toEqual(["README.md", "bike.yml", "shared"]);
  });

  it("saves a new flow, but never over one that is there", () => {
    saveOnDesk(folder, "soup.yml", "flow: soup\n", undefined);
    expect(openOnDesk(folder, "soup.yml")?.source).toBe("flow: soup\n");
    expect(() => saveOnDesk(folder, "bike.yml", "flow: bike\n", undefined)).toThrow(ChangedMeanwhile);
  });

  it("refuses to save over what somebody else has changed or removed", () => {
    const mark = openOnDesk(folder, "bike.yml")?.mark;
    writeFileSync(join(folder, "bike.yml"), "flow: bike # by hand\n");
    expect(() => saveOnDesk(folder, "bike.yml", "mine", mark)).toThrow("was changed on disk");
    expect(() => saveOnDesk(folder, "gone.yml", "mine", mark)).toThrow("no longer on disk");
    expect(readFileSync(join(folder, "bike.yml"), "utf8")).toBe("flow: bike # by hand\n");
    expect(existsSync(join(folder, "gone.yml"))).toBe(false);
  });

  it("keeps the line ends that the file has", () => {
    writeFileSync(join(folder, "bike.yml"), "flow: bike\r\nversion: 1\r\n");
    const opened = openOnDesk(folder, "bike.yml");
    expect(opened?.source).toBe("flow: bike\nversion: 1\n");
    saveOnDesk(folder, "bike.yml", "flow: bike\nversion: 2\n", opened?.mark);
    expect(readFileSync(join(folder, "bike.yml"), "utf8")).toBe("flow: bike\r\nversion: 2\r\n");
  });

  it.each([
    "../secret.yml",
    "shared/../../secret.yml",
    "/etc/passwd.yml",
    "..\\secret.yml",
    "bike.yaml",
    "README.md",
    ".hidden.yml",
    "other/bike.yml",
    "bike.yml\0",
    "bike.yml\n",
  ])("neither opens nor writes %j", (name) => {
    expect(() => openOnDesk(folder, name)).toThrow(NotOnTheDesk);
    expect(() => saveOnDesk(folder, name, "x", undefined)).toThrow(NotOnTheDesk);
  });

  it("follows no link out of the folder", () => {
    symlinkSync(join(outside, "secret.yml"), join(folder, "link.yml"));
    symlinkSync(join(outside, "nowhere.yml"), join(folder, "dangling.yml"));
    for (const name of ["link.yml", "dangling.yml"])
      expect(() => saveOnDesk(folder, name, "x", undefined)).toThrow(NotOnTheDesk);
    expect(readFileSync(join(outside, "secret.yml"), "utf8")).toBe("secret\n");
    expect(existsSync(join(outside, "nowhere.yml"))).toBe(false);
  });

  it("makes the folder of shared parts when the first is saved", () => {
    const bare = join(outside, "bare");
    mkdirSync(bare);
    expect(openOnDesk(bare, "shared/basics.yml")).toBeUndefined();
    expect(deskNames(bare)).toEqual([]);
    saveOnDesk(bare, "shared/basics.yml", "shared: basics\n", undefined);
    expect(deskNames(bare)).toEqual(["shared/basics.yml"]);
  });

  it("follows no folder that is a link either", () => {
    const other = join(outside, "linked");
    mkdirSync(other);
    symlinkSync(outside, join(other, "shared"));
    expect(() => openOnDesk(other, "shared/secret.yml")).toThrow(NotOnTheDesk);
    expect(() => saveOnDesk(other, "shared/new.yml", "x", undefined)).toThrow(NotOnTheDesk);
  });
});

describe("a file that gets another name", () => {
  const mark = (name = "bike.yml") => openOnDesk(folder, name)?.mark ?? "";

  it("gets it outside and inside, and keeps everything else as it is", () => {
    writeFileSync(join(folder, "bike.yml"), "# flow: a note\r\nflow: bike # Dana\r\nversion: 1\r\n");
    const renamed = renameOnDesk(folder, "bike.yml", "late-bike.yml", mark());
    expect(readFileSync(join(folder, "late-bike.yml"), "utf8")).toBe(
      "# flow: a note\r\nflow: late-bike # Dana\r\nversion: 1\r\n",
    );
    expect(renamed).toEqual(openOnDesk(folder, "late-bike.yml"));
    expect(readdirSync(folder).sort()).toEqual(["README.md", "late-bike.yml", "shared"]);
    renameOnDesk(folder, "shared/basics.yml", "shared/common.yml", mark("shared/basics.yml"));
    expect(readFileSync(join(folder, "shared", "common.yml"), "utf8")).toBe("shared: common\n");
  });

  it("never gets that of another file", () => {
    writeFileSync(join(folder, "soup.yml"), "flow: soup\n");
    expect(() => renameOnDesk(folder, "bike.yml", "soup.yml", mark())).toThrow(NameTaken);
    expect(readFileSync(join(folder, "soup.yml"), "utf8")).toBe("flow: soup\n");
    expect(readdirSync(folder).sort()).toEqual(["README.md", "bike.yml", "shared", "soup.yml"]);
  });

  it("stays in the folder, and stays as it is where somebody else has changed it", () => {
    for (const to of ["../bike.yml", "other/bike.yml", "bike", "bike.yml\n", ""])
      expect(() => renameOnDesk(folder, "bike.yml", to, mark())).toThrow(NotOnTheDesk);
    expect(() => renameOnDesk(folder, "bike.yml", "late.yml", "another mark")).toThrow(ChangedMeanwhile);
    expect(() => renameOnDesk(folder, "../secret.yml", "mine.yml", mark())).toThrow(NotOnTheDesk);
    expect(readdirSync(folder).sort()).toEqual(["README.md", "bike.yml", "shared"]);
    expect(existsSync(join(outside, "secret.yml"))).toBe(true);
  });

  it("is named by paths and by flows, which are told", () => {
    mkdirSync(join(folder, "paths"));
    writeFileSync(join(folder, "paths", "first.yml"), "path: first\nsteps:\n  - flow: bike\n    goal: G\n");
    writeFileSync(join(folder, "paths", "other.yml"), "path: other\nsteps:\n  - flow: bike-two\n");
    writeFileSync(join(folder, "soup.yml"), "flow: soup\nuses: [basics, more]\n");
    expect(mentionsOf(folder, "bike.yml")).toEqual(["paths/first.yml"]);
    expect(mentionsOf(folder, "shared/basics.yml")).toEqual(["soup.yml"]);
    expect(mentionsOf(folder, "soup.yml")).toEqual([]);
  });
});

describe("a file that is removed", () => {
  it("is gone, and nothing else is", () => {
    removeFromDesk(folder, "bike.yml", openOnDesk(folder, "bike.yml")?.mark ?? "");
    expect(deskNames(folder)).toEqual(["shared/basics.yml"]);
  });

  it("stays where somebody else has changed it, and is never outside of the folder", () => {
    symlinkSync(join(outside, "secret.yml"), join(folder, "link.yml"));
    expect(() => removeFromDesk(folder, "bike.yml", "another mark")).toThrow(ChangedMeanwhile);
    for (const name of ["../secret.yml", "link.yml", "README.md", "shared"])
      expect(() => removeFromDesk(folder, name, "")).toThrow(NotOnTheDesk);
    expect(deskNames(folder)).toContain("bike.yml");
    expect(existsSync(join(outside, "secret.yml"))).toBe(true);
  });
});

describe("a draft that is not saved yet", () => {
  const written = readFileSync(join(import.meta.dirname, "../flow/minimal.yml"), "utf8");

  it("is read as if it stood in the folder", () => {
    expect(readDraft(folder, "soup.yml", written).flow).toMatchObject({ id: "minimal" });
    const { flow, problems } = readDraft(folder, "soup.yml", written.replace("go: calm", "go: clam"));
    expect(flow).toBeUndefined();
    expect(problems[0]).toMatchObject({ severity: "error", file: join(folder, "soup.yml"), line: 30 });
  });

  it("cannot have the name of another flow", () => {
    const draft = readDraft(folder, "soup.yml", written.replace("flow: minimal", "flow: bike"));
    expect(draft.problems[0]).toMatchObject({ code: "flow/name-taken" });
    expect(draft.flow).toBeUndefined();
    expect(readDraft(folder, "bike.yml", written.replace("flow: minimal", "flow: bike")).flow).toBeDefined();
  });

  it("of shared parts is checked as such", () => {
    const draft = readDraft(folder, "shared/basics.yml", "shared: basics\nmoods: {}\n");
    expect(draft).toMatchObject({ kind: "shared", problems: [{ code: "uses/not-shareable" }] });
  });
});
