import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { browserPath, QUIET } from "../../extension/workbench/browser.ts";
import { buildHandbook } from "../build.ts";
import { approveDraft, copiedPlaybooks, draftsIn } from "../test/ledger.ts";
import { serveStatic } from "../test/site-server.ts";

/**
 * What Lighthouse says of the handbook on a phone, page by page: of 100 points for performance, accessibility and best practices. Leaves
 * with 1 where one is less. Lighthouse is installed when this is run and nowhere else: it weighs as much as a fifth of the project.
 */
const PAGES = ["/", "/playbooks/", "/playbooks/first-conversation/", "/principles/right-dose/", "/check/", "/report/"];
const CATEGORIES = ["performance", "accessibility", "best-practices"];

type Audit = { readonly id: string; readonly score: number | null; readonly scoreDisplayMode: string; readonly displayValue?: string };
type Result = {
  readonly categories: Readonly<Record<string, { readonly id: string; readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, Audit>>;
};
type Lighthouse = (url: string, flags: { readonly port: number; readonly onlyCategories: readonly string[] }) => Promise<{ lhr: Result }>;
type Launched = { readonly port: number; kill(): void };

const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
using playbooks = copiedPlaybooks();
try {
  cpSync(join(import.meta.dirname, "lighthouse"), folder, { recursive: true });
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const within = createRequire(join(folder, "package.json"));
  const load = async <T>(name: string): Promise<T> => (await import(pathToFileURL(within.resolve(name)).href)) as T;
  const { default: lighthouse } = await load<{ default: Lighthouse }>("lighthouse");
  const { launch } = await load<{ launch: (options: object) => Promise<Launched> }>("chrome-launcher");

  for (const id of draftsIn(playbooks.folder)) await approveDraft(playbooks.folder, id);
  const dist = join(folder, "dist");
  const wrong = await buildHandbook({ into: dist, playbooks: playbooks.folder });
  if (wrong !== undefined) throw new Error(wrong);
  await using site = await serveStatic(dist, { compressed: true });
  const chrome = await launch({ chromePath: await browserPath(), chromeFlags: ["--headless=new", ...QUIET] });
  try {
    for (const page of PAGES) tell(page, (await lighthouse(site.url + page, { port: chrome.port, onlyCategories: CATEGORIES })).lhr);
  } finally {
    chrome.kill();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function tell(page: string, { categories, audits }: Result): void {
  const scores = Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)] as const);
  if (scores.some(([, score]) => score < 100)) process.exitCode = 1;
  const [paint, blocked] = ["largest-contentful-paint", "total-blocking-time"].map((id) => audits[id]?.displayValue ?? "?");
  const lost = Object.values(audits).filter((one) => one.score !== null && one.score < 1 && one.scoreDisplayMode === "binary");
  console.log(
    `  ${page.padEnd(34)} ${scores.map(([id, score]) => `${id} ${score}`).join("  ")}  painted after ${paint}, blocked for ${blocked}`,
    ...lost.map(({ id }) => id),
  );
}
