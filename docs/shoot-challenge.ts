import { join } from "node:path";
import { pino } from "pino";
import type { Browser, Page } from "playwright-core";
import type { Challenge } from "../src/challenge/challenge.ts";
import type { Flow } from "../src/flow/flow.ts";
import { startStandIn } from "../src/slack/stand-in.ts";
import { createTightrope } from "../src/slack/tightrope.ts";
import type { Desk } from "../src/store/desk.ts";
import { openStore } from "../src/store/store.ts";

const DAY = 86_400_000;
const TEAM = "T01HARBOUR";
const CHANNEL = "C01TEAM";
const WORD = "A hundred lines that say: I heard you. I'll go first, slips and all.";
// How many specific validations a made-up team of nine said on each of four days.
const WEEK = [9, 17, 24, 31];
const SKILLS = ["validation", "question", "de-escalation"] as const;
// Of the made-up team, every so manieth had a practice in which the skill was not clear.
const CLEAR_UNLESS = { validation: 5, question: 1, "de-escalation": 4 };
const HEARD =
  "Two years of lessons with headphones on, and the first time anybody listened your hands stopped on page two.";
const QUESTION = "Who did you most want to hear that song?";

/** Launches a challenge and a listening game in a stand-in of its own, lets a made-up team play, and takes pictures. */
export async function shootChallenge(browser: Browser, flows: readonly Flow[], folder: string) {
  let ago = 40 * DAY;
  const now = () => Date.now() - ago;
  const standIn = await startStandIn("/practice");
  const store = await openStore(":memory:", now);
  const { connection, apiUrl, upload, directory } = standIn;
  const around = { connection, apiUrl, upload, directory, store, now, flows: () => flows };
  const log = pino({ level: "warn" });
  const tightrope = createTightrope({ ...around, command: "/practice", log, seed: () => 7 });
  await tightrope.start();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 });
  await page.goto(standIn.url);
  const shoot = async (name: string, height: number) => {
    await page.setViewportSize({ width: 1280, height });
    await page.waitForTimeout(1_200);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(`docs/${name}.png`);
  };

  await open(page, "Tightrope");
  await page.waitForTimeout(1_500);
  ago = 4 * DAY;
  await open(page, "support-team");
  await say(page, "/practice challenge");
  await press(page, "Next");
  await page.getByPlaceholder("100").fill("100");
  await page.locator(".modal input, .modal textarea").last().fill(WORD);
  await shoot("challenge-plan", 1_130);
  await press(page, "Preview");
  await press(page, "Post it");
  const challenge = await store.together(TEAM, (desk) => desk.challenges.openIn(TEAM, CHANNEL));
  if (!challenge) throw new Error("No challenge was posted.");
  for (const [day, amount] of WEEK.entries()) {
    await store.together(TEAM, (desk) => playDay(desk, challenge, day, amount));
    ago -= DAY;
  }
  await tightrope.clockwork.turn();
  await shoot("challenge", 620);
  await say(page, "/practice challenge");
  await press(page, "End it");
  await shoot("challenge-summary", 1_200);

  await open(page, "night-shift");
  await say(page, "/practice challenge");
  await page.locator(".modal label, .modal span", { hasText: "Listening game" }).first().click();
  await press(page, "Next");
  await page.locator(".modal select").first().selectOption({ index: 1 });
  await press(page, "Preview");
  await press(page, "Post it");
  await page.waitForTimeout(1_500);
  await press(page, "Say what you heard");
  await page.locator(".modal textarea, .modal input").nth(0).fill(HEARD);
  await page.locator(".modal textarea, .modal input").nth(1).fill(QUESTION);
  await shoot("listening", 900);

  await page.close();
  await tightrope.stop();
  await store.close();
  await standIn.stop();
}

/** What a made-up team of nine does on one day of a challenge. */
async function playDay(desk: Desk, challenge: Challenge, day: number, amount: number): Promise<void> {
  const at = challenge.madeAt + day * DAY + 3_600_000;
  for (let person = 0; person < 9; person++) {
    const user = `U${person}DAY`;
    await desk.challenges.join(challenge, user, CHANNEL);
    if (person > day + 4) continue;
    for (const skill of SKILLS) {
      const clear = person % CLEAR_UNLESS[skill] !== 0;
      const flow = person % 2 ? "late-delivery" : "double-charge";
      const showed = { user, challenge: challenge.id, flow, clear };
      await desk.figures.contribute({ team: TEAM, channel: CHANNEL, skill }, showed);
    }
  }
  await desk.challenges.count(challenge, {
    source: `day-${day}`,
    user: "U0DAY",
    channel: CHANNEL,
    amount,
    at,
  });
}

async function open(page: Page, place: string): Promise<void> {
  await page.locator("button.sidebar-item", { hasText: place }).click();
  await page.waitForTimeout(800);
}

async function say(page: Page, words: string): Promise<void> {
  await page.locator("textarea").first().fill(words);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(1_500);
}

async function press(page: Page, label: string): Promise<void> {
  await page.locator("button", { hasText: label }).last().click();
  await page.waitForTimeout(1_500);
}
