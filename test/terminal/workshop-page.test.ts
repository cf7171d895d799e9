import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { SIGNS } from "../../src/flow/signs.ts";
import { serveWorkshop, type Workshop } from "../../src/terminal/workshop/serve.ts";
import { hasBrowser, startBrowser } from "../real-browser.ts";

const root = join(import.meta.dirname, "../..");
const KIND = "Two promises of tomorrow and still no bike for Ruby. No wonder you're furious.";
const RUDE = "Calm down please, it's only a bike.";
const WHERE = "Which day is the party?";

// A browser is slow where many tests run at once.
vi.setConfig({ testTimeout: 60_000 });

let browser: Browser;
let workshop: Workshop;
let page: Page;
let folder = "";
let complaints: string[] = [];

beforeAll(async () => {
  if (hasBrowser) browser = await startBrowser();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), "tightrope-page-")), "flows");
  mkdirSync(folder);
  cpSync(join(root, "flows/late-delivery.yml"), join(folder, "late-delivery.yml"));
  cpSync(join(root, "test/flow/minimal.yml"), join(folder, "minimal.yml"));
  workshop = await serveWorkshop(folder, 0, (words) => complaints.push(words));
  complaints = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  page.on("pageerror", (error) => complaints.push(error.message));
  // Also what the browser says where the page does something that its policy forbids.
  page.on("console", (said) => said.type() === "error" && complaints.push(said.text()));
  await page.goto(workshop.url);
  await page.locator("#log .theirs").first().waitFor();
}, 60_000);
afterEach(async () => {
  await page.close();
  await workshop.close();
  expect(complaints.filter((words) => !isHarmless(words))).toEqual([]);
});

// Chromium would style by itself what is typed over a selection, and may not. Answers other than 200 are told as errors.
const isHarmless = (words: string) =>
  /^Applying inline style|net::ERR_|status of 4(?:00|01|04|09)/.test(words);

const onDisk = (name = "late-delivery.yml") => readFileSync(join(folder, name), "utf8");
const counts = () => page.locator("#problems-count");
const stand = () => page.locator("#turn-text");
const until = (text: string | RegExp, selector: string) =>
  page.locator(selector).filter({ hasText: text }).first().waitFor();

async function say(text: string) {
  const before = await page.locator("#log .mine").count();
  await page.locator("#reply").fill(text);
  await page.locator("#reply").press("Enter");
  await page.locator("#log .mine").nth(before).waitFor();
}

// Goes to the first place of some words in the text, as one does in any editor.
async function find(words: string) {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+f");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
}

// What has only just appeared is not taken yet, so that nobody takes it by mistake.
async function accept(words: string) {
  await until(words, ".cm-tooltip-autocomplete li");
  await page.waitForTimeout(200);
  await page.keyboard.press("Tab");
}

async function change(words: string, to: string) {
  await find(words);
  await page.keyboard.insertText(to);
}

describe.runIf(hasBrowser)("the workshop in a browser", () => {
  it("shows a mistake where it stands, leads to it, and lets it go when it is mended", async () => {
    await change("go: storming", "go: stroming");
    await until("1 error", "#problems-count");
    const mistake = page.locator("#problems .error");
    expect(await mistake.textContent()).toContain("stroming");
    expect(await page.locator("#editor .cm-lint-marker-error").count()).toBe(1);
    expect(await page.locator("#stale").isVisible()).toBe(true);
    await page.keyboard.press("Control+Home");
    await mistake.click();
    await page.keyboard.press("End");
    await page.keyboard.press("Shift+Home");
    expect(await page.evaluate("getSelection().toString()")).toContain("go: stroming");
    await page.keyboard.press("Control+z");
    await page.locator("#stale").waitFor({ state: "hidden" });
    expect(await counts().textContent()).not.toContain("error");
  });

  it("explains a problem by its code, with an example, and keeps that open while it is being mended", async () => {
    await change("- when: calm-command", "- when: calm-comand");
    await until("1 error", "#problems-count");
    const meaning = page.locator("#problems .meaning").first();
    expect(await meaning.locator("summary").textContent()).toContain("sign/unknown");
    await meaning.locator("summary").click();
    await until("closed list", ".meaning-body");
    expect(await meaning.locator("pre").allTextContents()).toHaveLength(2);
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("# a note");
    await until("closed list", ".meaning-body");
    await meaning.getByRole("button", { name: "See all the signs" }).click();
    await until("tells them how to feel", "#pane-signs");
  });

  it("lists every sign with what shows it", async () => {
    await page.locator("#tab-signs").click();
    await until("is the third kind message in a row", "#signs td");
    expect(await page.locator("#signs th[scope=row]").count()).toBe(SIGNS.length);
    expect(await page.locator("#time").isHidden()).toBe(true);
  });

  it("plays the customer, and says which words and which line of the flow brought the answer", async () => {
    await say(KIND);
    expect(await page.locator("#log mark").first().textContent()).toContain("Two promises of tomorrow");
    const trace = page.locator("#log .trace[open]");
    expect(await trace.textContent()).toMatch(
      /specific-validation and so validation.*frustration.*→.*better/s,
    );
    const place = trace.locator(".place");
    const line = Number((await place.textContent())?.split(":")[1]);
    await place.click();
    await page.keyboard.press("End");
    await page.keyboard.press("Shift+Home");
    const there = onDisk().split("\n")[line - 1]?.trim() ?? "nothing";
    expect(await page.evaluate("getSelection().toString()")).toContain(there);
    expect(await trace.locator("code").textContent()).toBe(there);
  });

  it("goes back to any turn, and begins another talk from there without losing the first", async () => {
    await say(KIND);
    await say(WHERE);
    await say(RUDE);
    expect(await stand().textContent()).toContain("message 3 of 3");
    await page.locator("#turn").focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    expect(await stand().textContent()).toContain("message 1 of 3");
    expect(await page.locator("#turn").getAttribute("aria-valuetext")).toContain("message 1 of 3");
    expect(await page.locator("#log .mine").count()).toBe(1);
    await say(RUDE);
    expect(await stand().textContent()).toContain("message 2 of 2");
    await page.locator("#branch").selectOption("0");
    await until("message 3 of 3", "#turn-text");
    expect(await page.locator("#log .mine").count()).toBe(3);
  });

  it("plays the same messages again when the flow has changed", async () => {
    await say(RUDE);
    await until("storming", "#turn-text");
    await change("go: storming", "go: guarded");
    await until("guarded", "#turn-text");
    expect(await page.locator("#log .mine").count()).toBe(1);
  });

  it("tells what the trainee would read when it is over, and goes on from an earlier turn", async () => {
    await say(RUDE);
    await say("There's nothing I can do, that's our policy.");
    await until("One thing to try", "#log .debrief");
    expect(await page.locator("#send").isDisabled()).toBe(true);
    await until("The talk has ended: “walked-away”, a bad ending.", "#why-not");
    await page.locator("#turn").fill("1");
    expect(await page.locator("#send").isDisabled()).toBe(false);
    expect(await page.locator("#closed").isHidden()).toBe(true);
    expect(await page.locator("#log .debrief").count()).toBe(0);
  });

  it("offers to go back or to start over when the talk has ended", async () => {
    await say(RUDE);
    await say("There's nothing I can do, that's our policy.");
    await page.getByRole("button", { name: "Go back one step" }).click();
    await until("message 1 of 2", "#turn-text");
    expect(await page.evaluate("document.activeElement.id")).toBe("reply");
    await page.locator("#latest").click();
    await page.getByRole("button", { name: "Start over" }).click();
    await until("the opening", "#turn-text");
    expect(await page.locator("#send").isDisabled()).toBe(false);
  });

  it("says why nothing can be sent while there are errors", async () => {
    await change("go: storming", "go: stroming");
    await until("until the errors are mended", "#why-not");
    expect(await page.locator("#start-over").isHidden()).toBe(true);
  });

  it("tells in words what the reader wasn't sure of, and how each feeling moved", async () => {
    await say("I get it, anyone might be a bit annoyed perhaps. Let me see what I could do, maybe.");
    const trace = page.locator("#log .trace[open]");
    await until("perhaps sarcasm, not counted", ".trace[open] li");
    expect(await trace.locator("ol.signs").textContent()).not.toContain("sarcasm");
    expect(await trace.locator(".meters").textContent()).toMatch(/frustration76 → 71 ▼ down, better/);
    await say(RUDE);
    expect(await page.locator("#log .trace[open] .meters").textContent()).toMatch(
      /▲ up, worse.*▼ down, worse/s,
    );
  });

  it("can be silent, softened and begun again, and keeps its seed", async () => {
    await page.locator("#idle").click();
    await until("silence", "#turn-text");
    await page.locator("#soften").click();
    await until("softer", "#turn-text");
    const opening = await page.locator("#log .theirs").first().textContent();
    await page.locator("#restart").click();
    await until("the opening", "#turn-text");
    expect(await page.locator("#log .theirs").first().textContent()).toBe(opening);
    expect(await page.locator("#seed").inputValue()).toBe("7");
  });

  it("lights the mood on the map in which the talk stands at that time", async () => {
    await say(RUDE);
    await page.locator("#tab-map").click();
    await page.locator('#map svg[aria-label*="Now it is at “storming”"]').waitFor();
    await page.locator("#turn").press("ArrowLeft");
    await page.locator('#map svg[aria-label*="Now it is at “furious”"]').waitFor();
    await page.locator("#tab-table").click();
    await page.locator("#table th", { hasText: "specific-validation" }).first().waitFor();
    expect(await page.locator("#table thead th").allTextContents()).toContain(
      "furious(calls for validation)",
    );
  });

  it("saves with Ctrl+S, and only then", async () => {
    const before = onDisk();
    await change("level: medium", "level: hard");
    await until("Not saved yet", "#status");
    expect(onDisk()).toBe(before);
    await page.keyboard.press("Control+s");
    await until(/^Saved/, "#status");
    expect(onDisk()).toBe(before.replace("level: medium", "level: hard"));
  });

  it("says when it saves an error, and what agents meet until it is mended", async () => {
    await change("go: storming", "go: stroming");
    await page.keyboard.press("Control+s");
    await until(/^Saved, with 1 error.* Agents keep meeting the version before/, "#status");
    await page.waitForTimeout(1_000);
    await until(/^Saved, with 1 error/, "#status");
    expect(onDisk()).toContain("go: stroming");
    await change("go: stroming", "go: storming");
    await page.keyboard.press("Control+s");
    await until(/^Saved$/, "#status");
  });

  it("asks before it saves over what somebody else has changed", async () => {
    await change("level: medium", "level: hard");
    writeFileSync(join(folder, "late-delivery.yml"), onDisk().replace("minutes: 8", "minutes: 9"));
    await page.keyboard.press("Control+s");
    await page.locator("#conflict[open]").waitFor();
    expect(onDisk()).toContain("level: medium");
    await page.getByRole("button", { name: "Take theirs" }).click();
    await until("minutes: 9", ".cm-content");
    await until("What you had written is kept here", ".notice");
    await change("level: medium", "level: hard");
    writeFileSync(join(folder, "late-delivery.yml"), onDisk().replace("minutes: 9", "minutes: 7"));
    await page.keyboard.press("Control+s");
    await page.getByRole("button", { name: "Save mine" }).click();
    await until(/^Saved/, "#status");
    expect(onDisk()).toContain("minutes: 9");
    await until("The text that stood on disk is kept here", ".notice");
  });

  it("shows what was saved in another editor, as long as nothing is written here", async () => {
    await say(RUDE);
    writeFileSync(join(folder, "late-delivery.yml"), onDisk().replace("minutes: 8", "minutes: 9"));
    await until("minutes: 9", ".cm-content");
    await until("Read again", "#status");
    expect(await page.locator("#log .mine").count()).toBe(1);
    cpSync(join(folder, "minimal.yml"), join(folder, "another.yml"));
    await page.locator('#file option[value="another.yml"]').waitFor({ state: "attached" });
  });

  it("says so when a file changes on disk that is being written here, and loses neither text", async () => {
    await change("level: medium", "level: hard");
    const theirs = onDisk().replace("minutes: 8", "minutes: 9");
    writeFileSync(join(folder, "late-delivery.yml"), theirs);
    await until("was changed on disk", ".notice");
    await until("level: hard", ".cm-content");
    await page.getByRole("button", { name: "Take the one on disk" }).click();
    await until("minutes: 9", ".cm-content");
    await until("level: medium", ".cm-content");
    await page.getByRole("button", { name: "Bring it back" }).click();
    await until("level: hard", ".cm-content");
    await until("Not saved yet", "#status");
    writeFileSync(join(folder, "late-delivery.yml"), theirs.replace("minutes: 9", "minutes: 11"));
    await until("was changed on disk", ".notice");
    writeFileSync(join(folder, "late-delivery.yml"), theirs.replace("minutes: 9", "minutes: 10"));
    await page.waitForTimeout(1_000);
    await page.getByRole("button", { name: "Go on with mine" }).click();
    expect(onDisk()).toContain("minutes: 10");
    await page.keyboard.press("Control+s");
    await until(/^Saved/, "#status");
    expect(onDisk()).toContain("minutes: 8");
    await page.getByRole("button", { name: "Bring it back" }).click();
    await until("minutes: 10", ".cm-content");
  });

  it("keeps the text of a file that is removed from disk", async () => {
    rmSync(join(folder, "late-delivery.yml"));
    await until("is no longer on disk", ".notice");
    await page.getByRole("button", { name: "Save it again" }).click();
    await until(/^Saved/, "#status");
    expect(onDisk()).toBe(readFileSync(join(root, "flows/late-delivery.yml"), "utf8"));
    expect(await page.locator(".notice").count()).toBe(0);
  });

  it("keeps what is not saved while another flow is open, and offers it back when the page was left", async () => {
    await change("level: medium", "level: hard");
    await page.locator("#file").selectOption("minimal.yml");
    await until("A late parcel", ".cm-content");
    await page.locator("#file").selectOption("late-delivery.yml");
    await until("level: hard", ".cm-content");
    await page.reload();
    await until("was not saved. It is kept for you", ".notice");
    await until("level: medium", ".cm-content");
    await page.getByRole("button", { name: "Bring it back" }).click();
    await until("level: hard", ".cm-content");
    await page.keyboard.press("Control+s");
    await until(/^Saved/, "#status");
    await page.reload();
    await until("level: hard", ".cm-content");
    expect(await page.locator(".notice").count()).toBe(0);
  });

  it("lets go what was kept when somebody says so, and loses no flow that was never saved", async () => {
    await change("level: medium", "level: hard");
    await page.locator("#new").click();
    await page.locator("#from").selectOption("minimal.yml");
    await page.locator("#new-to").fill("another parcel");
    await page.getByRole("button", { name: "Begin" }).click();
    await until("flow: another-parcel", ".cm-content");
    await page.reload();
    await until("flow: another-parcel", ".cm-content");
    await until("Not saved yet", "#status");
    await page.locator("#file").selectOption("late-delivery.yml");
    await page.getByRole("button", { name: "Let it go" }).click();
    await page.reload();
    await until("level: medium", ".cm-content");
    expect(await page.locator(".notice").count()).toBe(0);
  });

  it("keeps what is written when the workshop is closed, and offers it when it is open again", async () => {
    const port = Number(new URL(workshop.url).port);
    await change("level: medium", "level: hard");
    await workshop.close();
    await until("The workshop is closed.", "#status");
    await change("minutes: 8", "minutes: 9");
    await page.waitForTimeout(500);
    workshop = await serveWorkshop(folder, port, (words) => complaints.push(words));
    await until("Open the whole address", "#status");
    await page.goto("about:blank");
    await page.goto(workshop.url);
    await page.getByRole("button", { name: "Bring it back" }).click();
    await until("level: hard", ".cm-content");
    await until("minutes: 9", ".cm-content");
  });

  it("opens and saves files whatever they are called", async () => {
    for (const name of ["my suite.yml", "SUITE.YML"]) cpSync(join(folder, "minimal.yml"), join(folder, name));
    await page.reload();
    await page.locator("#file").selectOption("my suite.yml");
    await until("A late parcel", ".cm-content");
    await change("level: easy", "level: hard");
    await page.keyboard.press("Control+s");
    await until(/^Saved/, "#status");
    expect(onDisk("my suite.yml")).toContain("level: hard");
    await page.locator("#file").selectOption("SUITE.YML");
    await until("level: easy", ".cm-content");
  });

  it("begins a new customer from questions", async () => {
    await page.locator("#new").click();
    const answers = {
      name: "Rosa Lindqvist",
      happened: "The tent tore",
      stakes: "the children, rain",
      feelings: "cold",
      about: "when they travel on",
      told: "We leave on Thursday",
      offer: "send another tent",
    };
    for (const [name, words] of Object.entries(answers)) await page.locator(`#new-${name}`).fill(words);
    await page.getByRole("button", { name: "Begin" }).click();
    await until("Rosa Lindqvist", "#log .theirs");
    await page.locator("#save").click();
    await until(/^Saved/, "#status");
    expect(onDisk("the-tent-tore.yml")).toContain("name: Rosa Lindqvist");
  });

  it("says at each blank answer what belongs there, and loses none of the others", async () => {
    await page.locator("#new").click();
    await page.locator("#new-name").fill("Rosa Lindqvist");
    await page.locator("#new-happened").fill("   ");
    await page.getByRole("button", { name: "Begin" }).click();
    await until("Write in a sentence what has happened to them", "#new-happened-missing");
    await until("Fill in what is still missing", "#new-flow .trouble");
    expect(await page.locator("#new-name-missing").textContent()).toBe("");
    expect(await page.evaluate("document.activeElement.id")).toBe("new-happened");
    expect(await page.locator("#new-name").inputValue()).toBe("Rosa Lindqvist");
    await page.keyboard.press("Escape");
    await page.locator("#new-flow[open]").waitFor({ state: "hidden" });
  });

  it("copies the open flow, as it is on the page, under a name that it asks for", async () => {
    await change("level: medium", "level: hard");
    await page.locator("#copy").click();
    await page.locator("#new-to").fill("minimal");
    await page.getByRole("button", { name: "Begin" }).click();
    await until("There is a file minimal.yml already", "#new-flow .trouble");
    await page.locator("#new-to").fill("Late delivery, in Spain");
    await page.keyboard.press("Enter");
    await until("flow: late-delivery-in-spain", ".cm-content");
    await until("level: hard", ".cm-content");
    await page.keyboard.press("Control+s");
    await until(/^Saved/, "#status");
    expect(onDisk("late-delivery-in-spain.yml")).toContain("flow: late-delivery-in-spain\n");
    expect(onDisk()).toContain("level: medium");
  });

  it("renames the open flow after asking, says what names it, and keeps what is not saved", async () => {
    mkdirSync(join(folder, "paths"));
    writeFileSync(join(folder, "paths/first.yml"), "path: first\nsteps:\n  - flow: late-delivery\n");
    await say(RUDE);
    await change("level: medium", "level: hard");
    await page.locator("#rename").click();
    await until("paths/first.yml", "#rename-note");
    await page.keyboard.press("Escape");
    expect(onDisk()).toContain("flow: late-delivery");
    await page.locator("#rename").click();
    expect(await page.locator("#rename-to").inputValue()).toBe("late-delivery");
    await page.locator("#rename-to").fill("the bike");
    await page.keyboard.press("Enter");
    await until("It is called the-bike.yml now", "#status");
    expect(await page.locator("#file").inputValue()).toBe("the-bike.yml");
    expect(onDisk("the-bike.yml")).toContain("flow: the-bike\n");
    expect(onDisk("the-bike.yml")).toContain("level: medium");
    await until("level: hard", ".cm-content");
    expect(await page.locator("#log .mine").count()).toBe(1);
    expect(() => onDisk()).toThrow();
    await page.waitForTimeout(800);
    expect(await page.locator(".notice").count()).toBe(0);
  });

  it("deletes the open flow only when that is confirmed, and can put it back", async () => {
    const before = onDisk();
    await page.locator("#delete").click();
    await until("agents no longer meet this customer", "#delete-words");
    await page.getByRole("button", { name: "Keep it" }).click();
    expect(onDisk()).toBe(before);
    await page.locator("#delete").click();
    await page.getByRole("button", { name: "Delete it" }).click();
    await until("late-delivery.yml is deleted", ".notice");
    expect(() => onDisk()).toThrow();
    expect(await page.locator("#file option").allTextContents()).toEqual(["minimal.yml"]);
    await page.getByRole("button", { name: "Put it back" }).click();
    await until("late-delivery.yml is back", "#status");
    expect(onDisk()).toBe(before);
    expect(await page.locator(".notice").count()).toBe(0);
  });

  it("can be used with the keyboard alone", async () => {
    const focused = () => page.evaluate("document.activeElement.id || document.activeElement.className");
    const tabTo = async (id: string) => {
      for (let presses = 0; presses < 25 && (await focused()) !== id; presses++)
        await page.keyboard.press("Tab");
      expect(await focused()).toBe(id);
    };
    await page.locator("#file").focus();
    for (const id of ["new", "copy", "rename", "delete"]) {
      await page.keyboard.press("Tab");
      expect(await focused()).toBe(id);
    }
    await page.keyboard.press("Tab");
    expect(await focused()).toContain("cm-content");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("x");
    await until("1 error", "#problems-count");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("problem error");
    await page.keyboard.press("Enter");
    expect(await focused()).toContain("cm-content");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await page.locator("#stale").waitFor({ state: "hidden" });
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    await tabTo("tab-talk");
    await page.keyboard.press("ArrowRight");
    await page.locator("#map svg").waitFor();
    await page.keyboard.press("ArrowLeft");
    await tabTo("reply");
    await page.keyboard.type(KIND);
    await page.keyboard.press("Enter");
    await until("message 1 of 1", "#turn-text");
    expect(await focused()).toBe("reply");
  });

  it("answers its dialogues and notices with the keyboard, and gives the focus back", async () => {
    const focused = () => page.evaluate("document.activeElement.id || document.activeElement.textContent");
    await page.locator("#delete").focus();
    await page.keyboard.press("Enter");
    await until("late-delivery.yml", "#delete-title");
    expect(await focused()).toBe("Keep it");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("delete");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.locator("#rename-flow[open]").waitFor();
    expect(await focused()).toBe("rename-to");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("rename");
    await change("level: medium", "level: hard");
    writeFileSync(join(folder, "late-delivery.yml"), onDisk().replace("minutes: 8", "minutes: 9"));
    await until("was changed on disk", ".notice");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("Take the one on disk");
    await page.keyboard.press("Enter");
    await until("minutes: 9", ".cm-content");
    expect(await page.evaluate("document.activeElement.className")).toContain("cm-content");
  });

  it("completes and explains names and signs", async () => {
    await find("calls-for");
    await until("calls-for: Which of the three skills help most here", "#explained");
    await find("- when: escalating");
    await until("when: What the message shows", "#explained");
    await page.keyboard.press("End");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Control+Backspace");
    await page.keyboard.type("polic");
    await until("answers with a rule", ".cm-completionInfo");
    await accept("policy-wall");
    await until("when: policy-wall", ".cm-activeLine");
    await page.keyboard.press("Enter");
    await page.keyboard.type("becau");
    await until("Shown after the talk beside this message", ".cm-completionInfo");
    await accept("because");
    await until("because: ", ".cm-activeLine");
    await page.keyboard.press("Enter");
    await page.keyboard.type("go: wal");
    await until("walked-away", ".cm-tooltip-autocomplete li");
    await page.keyboard.press("Escape");
  });

  it("searches in letters that can be read, and in words that everybody knows", async () => {
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+f");
    const sizes = `[...document.querySelectorAll(".cm-search :is(input, button, label)")].map((one) =>
      Number.parseInt(getComputedStyle(one).fontSize))`;
    expect(Math.min(...(await page.evaluate<number[]>(sizes)))).toBeGreaterThan(14);
    expect(await page.locator(".cm-search label").allTextContents()).toEqual([
      "Same case",
      "Pattern",
      "Whole words",
    ]);
  });

  it.each([1280, 900])(
    "fits into a window %d wide, light and dark, and shows where the focus is",
    async (width) => {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
        expect(await page.evaluate("document.documentElement.scrollHeight")).toBe(800);
      }
      await page.locator("#tab-talk").focus();
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Tab");
      const outline = 'getComputedStyle(document.querySelector("#tab-talk")).outlineWidth';
      expect(await page.evaluate(outline)).toBe("3px");
      expect(await page.evaluate('document.fonts.check("16px Atkinson Hyperlegible")')).toBe(true);
    },
  );

  it("fits a phone, with nothing too small to read or to touch", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await say(KIND);
    for (const pane of ["map", "table", "signs", "talk"]) {
      await page.locator(`#tab-${pane}`).click();
      await page.locator(`#pane-${pane}`).waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    }
    const sizes = await page.evaluate<number[]>(
      `[...document.querySelectorAll("button, select, textarea")].filter((one) => one.offsetParent && !one.closest("#log"))
        .map((one) => one.getBoundingClientRect().height)`,
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
    await page.locator("#tab-map").click();
    expect((await page.locator("#map svg").boundingBox())?.width).toBeGreaterThanOrEqual(560);
    await page.locator("#new").click();
    await page.getByRole("button", { name: "Cancel" }).click();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });

  it("says what to do where somebody opens it without its key", async () => {
    const other = await browser.newPage();
    await other.goto(workshop.url.replace(/#.*/, ""));
    await other.locator("#status", { hasText: "Open the whole address" }).waitFor();
    await other.close();
  });
});
