import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/** Where systems keep a browser of the Chromium family. */
const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Keeps the browser from talking to anybody but the workbench, and from asking for a graphics card. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser that CHROME_PATH names, else an installed one, else the one that comes with the project's packages. */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist. Correct it or leave it out.`);
  const found = named ?? INSTALLED.find((path) => existsSync(path));
  if (found) return playwright.launch({ executablePath: found, args: QUIET });
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((flag) => flag !== "--single-process"), ...QUIET],
  });
}
