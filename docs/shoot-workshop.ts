import type { Browser } from "playwright-core";
import { serveWorkshop } from "../src/terminal/workshop/serve.ts";

const REPLIES = [
  "I'm sorry for the inconvenience. What's your order number?",
  "Two promises of tomorrow, and still no bike for Ruby. Which day is the party?",
];

/** Tries a flow of the folder out in the workshop, saves nothing, and takes a picture of it into the file. */
export async function shootWorkshop(browser: Browser, flows: string, file: string): Promise<void> {
  const workshop = await serveWorkshop(flows, 0, console.error);
  const page = await browser.newPage({ viewport: { width: 1280, height: 1060 }, deviceScaleFactor: 1 });
  await page.goto(workshop.url);
  await page.locator("#log .theirs").first().waitFor();
  await page.locator("#file").selectOption("late-delivery.yml");
  await page.locator("#log .theirs", { hasText: "Dana" }).first().waitFor();
  for (const reply of REPLIES) {
    await page.locator("#reply").fill(reply);
    await page.keyboard.press("Enter");
    await page.locator("#log .mine", { hasText: reply.slice(0, 20) }).waitFor();
  }
  await page.locator("#log .trace[open] .place").click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: file });
  await page.close();
  await workshop.close();
}
