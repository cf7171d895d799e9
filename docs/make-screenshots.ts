import { join } from "node:path";
import { pino } from "pino";
import type { Page } from "playwright-core";
import { startStandIn } from "../src/slack/stand-in.ts";
import { createTightrope } from "../src/slack/tightrope.ts";
import { readFlowFolder } from "../src/store/flow-folder.ts";
import { openStore } from "../src/store/store.ts";
import { given, type Usage } from "../src/terminal/usage.ts";
import { startBrowser } from "../test/real-browser.ts";
import { shootChallenge } from "./shoot-challenge.ts";
import { shootWorkshop } from "./shoot-workshop.ts";

given({
  command: "npm run screenshots",
  does: `Takes the pictures of the README, some of them as wide as a phone as well.
It plays a practice in the local Slack in a real Chromium. CHROMIUM names another browser.`,
  options: {},
  examples: [["npm run screenshots", "writes docs/*.png"]],
} satisfies Usage);

const REPLIES = [
  "I'm sorry for the inconvenience. What's your order number?",
  "Two promises of tomorrow, and still no bike for Ruby. No wonder you've had enough.",
  "You had to tell her twice that it isn't there. Which day is the party?",
  "Saturday at two, with the whole class waiting for it. Which address does the bike have to go to?",
  "I'm ordering a second bike from our shop in town to Alder Row now, and I'll message you myself by noon on Friday with the courier's name.",
];

// On a phone Slack shows one place at a time, and pictures and lists as wide as their message.
const AS_ON_A_PHONE =
  ".sidebar, .topbar, .msg-hover-actions { display: none !important } .bk-image { margin: 8px 0 } .bk-select { max-width: 100% }";
const PHONE = 420;

const folder = import.meta.dirname;
const standIn = await startStandIn("/practice");
const store = await openStore(":memory:");
const files = readFlowFolder(join(folder, "..", "flows"));
const flows = files.flatMap(({ flow }) => flow ?? []);
const paths = files.flatMap(({ path }) => path ?? []);
const tightrope = createTightrope({
  connection: standIn.connection,
  apiUrl: standIn.apiUrl,
  store,
  flows: () => flows,
  paths: () => paths,
  command: "/practice",
  log: pino({ level: "warn" }),
  upload: standIn.upload,
  directory: standIn.directory,
  seed: () => 7,
});
await tightrope.start();

const browser = await startBrowser();
const wide = await browser.newPage({ viewport: { width: 1280, height: 1000 }, deviceScaleFactor: 1 });
await wide.goto(standIn.url);
await practise(wide);
await wide.setViewportSize({ width: 1280, height: 1560 });
await wide.waitForTimeout(500);
await shoot(wide, "debrief");
await shootAsPhone(wide, "debrief", 1460);
await lookBack(wide);
await shootWorkshop(browser, join(folder, "..", "flows"), join(folder, "workshop.png"));
console.log("docs/workshop.png");
await shootChallenge(browser, flows, folder);
await browser.close();
await tightrope.stop();
await store.close();
await standIn.stop();

async function practise(page: Page) {
  await page.locator("button.sidebar-item", { hasText: "Tightrope" }).click();
  await page.waitForTimeout(1_000);
  await shoot(page, "home");
  const title = flows.find(({ id }) => id === "late-delivery")?.title;
  await page.locator(`xpath=//*[contains(text(), "${title}")]/following::button[1]`).last().click();
  await page.waitForTimeout(1_500);
  await page.locator("button.sidebar-item", { hasText: "Priya Raman" }).click();
  await page.waitForTimeout(800);
  for (const reply of REPLIES) {
    await page.locator("textarea").first().fill(reply);
    await page.keyboard.press("Enter");
    await page.waitForTimeout(3_500);
    if (reply === REPLIES.at(-2)) await shoot(page, "practice");
  }
  await page.locator("button", { hasText: "Show my debrief" }).last().waitFor({ timeout: 10_000 });
  await page.waitForTimeout(1_000);
  await page.locator("select").nth(-2).selectOption({ index: 4 });
  await page.waitForTimeout(700);
  await page.locator("select").last().selectOption({ index: 1 });
  await page.waitForTimeout(700);
  await shoot(page, "you-first");
  await page.locator("button", { hasText: "Show my debrief" }).last().click();
  await page.getByText("One thing to try").last().waitFor({ timeout: 10_000 });
  await page.waitForTimeout(1_500);
}

async function lookBack(page: Page) {
  await page.locator("button", { hasText: "The whole talk" }).last().click();
  await page.setViewportSize({ width: 1280, height: 1440 });
  await page.waitForTimeout(1_500);
  await shoot(page, "whole-talk");
  await page.setViewportSize({ width: 1280, height: 1000 });
  await closeDialogue(page);
  await openDialogue(page, "I see it differently", "talk-back");
  await openDialogue(page, "Share this with", "share");
  await page
    .locator("button", { hasText: /Try message \d+ again/ })
    .last()
    .click();
  await page.waitForTimeout(2_000);
  await page
    .locator("textarea")
    .first()
    .fill(REPLIES[1] ?? "");
  await page.keyboard.press("Enter");
  await page.getByText("then and now").last().waitFor({ timeout: 10_000 });
  await page.waitForTimeout(1_000);
  await shoot(page, "then-and-now");
  await shootAsPhone(page, "then-and-now", 800);
  for (const word of ["stop", "progress"]) {
    await page.locator("textarea").first().fill(word);
    await page.keyboard.press("Enter");
    await page.waitForTimeout(2_500);
  }
  await scrollToEnd(page);
  await shoot(page, "progress");
  await shootAsPhone(page, "progress", 800);
}

async function shootAsPhone(page: Page, name: string, height: number) {
  const style = await page.addStyleTag({ content: AS_ON_A_PHONE });
  await page.setViewportSize({ width: PHONE, height });
  await scrollToEnd(page);
  await shoot(page, `${name}-phone`);
  await style.evaluate((element) => (element as unknown as { remove(): void }).remove());
  await page.setViewportSize({ width: 1280, height: 1000 });
  await scrollToEnd(page);
}

// The pictures arrive after the page has scrolled to its end.
async function scrollToEnd(page: Page) {
  await page.waitForTimeout(500);
  await page.mouse.move(300, 400);
  await page.mouse.wheel(0, 9_000);
  await page.waitForTimeout(800);
}

async function openDialogue(page: Page, label: string, name: string) {
  await page.locator("button", { hasText: label }).last().click();
  await page.waitForTimeout(1_500);
  await shoot(page, name);
  await closeDialogue(page);
}

async function closeDialogue(page: Page) {
  await page.locator("button", { hasText: "✕" }).last().click();
  await page.waitForTimeout(500);
}

async function shoot(page: Page, name: string) {
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/${name}.png`);
}
