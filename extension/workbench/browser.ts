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
export const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The program of the browser that CHROME_PATH names, else of an installed one. Undefined where there is neither. */
function installed(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist. Correct it or leave it out.`);
  return named ?? INSTALLED.find((path) => existsSync(path));
}

/** The same, or else that of the one that comes with the project's packages. */
export const browserPath = async (): Promise<string> => installed() ?? chromium.executablePath();

/** Starts the browser that CHROME_PATH names, else an installed one, else the one that comes with the project's packages. */
export async function launchBrowser(): Promise<Browser> {
  const found = installed();
  if (found) return playwright.launch({ executablePath: found, args: QUIET });
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((flag) => flag !== "--single-process"), ...QUIET],
  });
}
