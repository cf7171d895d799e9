import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

// CHROMIUM names another browser, as for the screenshots.
const PLACES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  chromium.executablePath(),
];

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
];

const found = PLACES.find((place) => place && existsSync(place));

/** Whether tests in a browser can run here; where they must (in CI), they fail instead of being left out. */
export const hasBrowser = found !== undefined || process.env.CI !== undefined;

/** Starts a real Chromium. Where there is none it says how to get one. */
export async function startBrowser(): Promise<Browser> {
  if (!found)
    throw new Error("Chromium is needed here. Install it, or name one with CHROMIUM=/path/to/chromium");
  return chromium.launch({ executablePath: found, args: QUIET });
}
