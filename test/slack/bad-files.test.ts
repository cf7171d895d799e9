import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GivenFile } from "../slack-double/files.ts";
import { COLD_SOUP, OPENING } from "./practice-room.ts";
import { buttonsOf, openPublishingRoom, type PublishingRoom, soup, TEA } from "./publishing-room.ts";

let room: PublishingRoom;
beforeEach(async () => {
  room = await openPublishingRoom();
});
afterEach(() => room.close());

const inBytes = (text: string, encoding: BufferEncoding, mark = "") => Buffer.from(mark + text, encoding);
const BOMB = [
  "a: &a [x, x]",
  ...[..."bcdefghijk"].map(
    (name, at) => `${name}: &${name} [${Array(10).fill(`*${"abcdefghij"[at]}`).join(", ")}]`,
  ),
].join("\n");

describe("a file that is no flow", () => {
  it.each<[string, string | Buffer, string]>([
    ["that is empty", "", "There is nothing in this file yet."],
    ["that is no YAML", "Dear Robin,\n\nthe soup: it is: cold [", "Has to change, line"],
    ["that is a sentence", "Cold soup and no spoon.", "Has to change, line 1"],
    [
      "that is a picture",
      Buffer.from("89504e470d0a1a0a0000000d49484452ffd8ffe0", "hex"),
      "not saved as UTF-8",
    ],
    ["in UTF-16", inBytes(TEA, "utf16le", "\ufeff"), "not saved as UTF-8"],
    ["in an old Western encoding", inBytes(`# café\n${TEA}`, "latin1"), "not saved as UTF-8"],
    ["nested a thousand deep", "[".repeat(1_000) + "]".repeat(1_000), "so deep that nobody can read them"],
    [
      "indented a thousand deep",
      Array.from({ length: 600 }, (_, n) => `${" ".repeat(n)}a:`).join("\n"),
      "so deep",
    ],
    ["full of aliases", BOMB, "Has to change"],
    ["indented with tabs", TEA.replaceAll("\n  ", "\n\t"), "Has to change"],
    [
      "with a name longer than a list is wide",
      TEA.replace("flow: weak-tea", `flow: ${"tea-".repeat(30)}x`),
      "hold 75 at most",
    ],
    [
      "with a title longer than a list is wide",
      TEA.replace("Weak tea", "Weak tea ".repeat(30)),
      "shows 100 of it at most",
    ],
    ["with three backticks in it", TEA.replace("emoji: 🍲", "emoji: ```"), "Has to change"],
    [
      "with one line of fifty thousand letters",
      `flow: ${"x".repeat(50_000)}: y`,
      "more than 5,000 characters",
    ],
  ])("%s is told in words that help, and nothing else stops working", async (_what, content, words) => {
    const told = await room.drops({ name: "a flow.yml", content });
    expect(told.text).toContain("*a flow.yml* can't be played yet");
    expect(told.text).toContain(words);
    expect(buttonsOf(told)).toEqual([]);
    await room.begin("U1");
    expect(room.customerSaid("U1")).toEqual([OPENING]);
    expect(room.logged.join("\n")).not.toContain("a listener failed");
  });

  it.each<[string, string | Buffer]>([
    ["with a byte order mark", `\ufeff${TEA}`],
    ["with Windows line ends", TEA.replaceAll("\n", "\r\n")],
    ["with old Mac line ends", TEA.replaceAll("\n", "\r")],
  ])("one %s is a flow like any other", async (_what, content) => {
    await room.drops({ name: "tea.yml", content });
    await room.presses("flow:publish");
    await room.submits({ "flow:note": "From another editor." });
    expect(await room.offered()).toContain("Weak tea");
  });

  it("shows at most ten problems with their lines and remedies, and how many more there are", async () => {
    const many = Array.from({ length: 15 }, (_, n) => `strange-${n}: ${n}`).join("\n");
    const told = await room.drops({ name: "tea.yml", content: `${TEA}\n${many}` });
    expect(told.text.match(/Has to change, line \d+/g)).toHaveLength(10);
    expect(told.text).toContain("And 5 more. They show once these are changed.");
    expect(told.text).toMatch(/```\d+ \| .*\n\s*\d+ \| strange-0: 0\n\s*\| \^+```/);
  });

  it("with only hints it can be played, and the hints are shown", async () => {
    const told = await room.drops({
      name: "tea.yml",
      content: TEA.replace("the soup.", "the *soup*.").replace("cold soup.", "*cold* soup."),
    });
    expect(told.text).toContain("can be played");
    expect(told.text).toContain("Worth a look, line");
    expect(buttonsOf(told)).toContain("flow:publish");
  });
});

describe("a file that can't be read", () => {
  const refused = async (file: GivenFile, words: string) => {
    const told = await room.drops(file);
    expect(told.text).toContain("could not be read.");
    expect(told.text).toContain(words);
    expect(buttonsOf(told)).toEqual([]);
  };
  const isDownloaded = () => room.slack.timesCalled("files") > 0;

  it("of five million bytes is not even downloaded", async () => {
    await refused(
      { name: "big.yml", content: "x".repeat(5_000_000) },
      "It has 5,000 kB, and a flow may have 200.",
    );
    expect(isDownloaded()).toBe(false);
  });

  it("that is larger than Slack said is given up on the way", async () => {
    const name = "big.yml";
    const envelope = room.slack.unsent("T1").writes("", { files: [{ name, content: "x".repeat(300_000) }] });
    for (const { json } of room.slack.workspace.files.values()) json.size = 10;
    await room.slack.deliver(envelope);
    await room.quiet();
    expect(room.last("T1").text).toContain("and a flow may have 200");
  });

  it("for want of the scope says which one is missing, and where flows come from until then", async () => {
    const { workspace } = room.slack;
    workspace.scopes = workspace.scopes.filter((scope) => scope !== "files:read");
    room.refusals.push("missing_scope");
    await refused({ name: "tea.yml", content: TEA }, "can add the scope files:read to the app");
  });

  it("that lies elsewhere is never asked for with our token", async () => {
    await refused({ name: "tea.yml", external: "https://drive.example.com/tea.yml" }, "isn't kept in Slack");
  });

  it("that was deleted meanwhile, and one that Slack doesn't hand over, are asked for again", async () => {
    const envelope = room.slack.unsent("T1").writes("", { files: [{ name: "tea.yml", content: TEA }] });
    room.slack.workspace.files.clear();
    await room.slack.deliver(envelope);
    await room.quiet();
    expect(room.last("T1").text).toContain("no longer in Slack");
    room.refusals.push("file_not_found");
    room.slack.failNext("files", { kind: "broken" });
    await refused({ name: "tea.yml", content: TEA }, "Drop it again in a moment.");
  });

  it("while Slack can't be asked about it is asked about again", async () => {
    room.slack.failNext("files.info", { kind: "broken" });
    await room.slack.person("T1").writes("", { files: [{ name: "tea.yml", content: TEA }] });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await room.quiet();
    expect(room.told("T1")).toHaveLength(1);
    expect(room.last("T1").text).toContain("can be played");
  });

  it("holds up none of the others that came with it, of which five are looked at", async () => {
    const good = { name: "tea.yml", content: TEA };
    const files = [{ name: "bad.yml", content: "[" }, good, good, good, good, good, good];
    await room.slack.person("T1").writes("Look", { files }).then(room.quiet);
    const told = room.told("T1");
    expect(told.filter((text) => text.includes("can be played."))).toHaveLength(4);
    expect(told.at(-1)).toContain("I look at 5 files at once.");
  });
});

it("nothing of a flow and no token is in the log", async () => {
  await room.drops({ name: "tea.yml", content: soup(["Again.", "Marmalade and thunder."]) });
  await room.drops({ name: "tea.yml", content: `${COLD_SOUP.source}\nmarmalade: thunder` });
  for (const words of ["armalade", "xoxb-"]) expect(room.logged.join("\n")).not.toContain(words);
});
