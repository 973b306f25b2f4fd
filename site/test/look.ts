import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchBrowser } from "../../extension/workbench/browser.ts";
import { buildHandbook } from "../build.ts";
import { approveDraft, copiedPlaybooks, draftsIn, writeHostileDraft } from "./ledger.ts";
import { kinds } from "./pages.ts";
import { serveStatic } from "./site-server.ts";

/**
 * Takes a picture of every kind of page at three widths, light and dark, and as it prints, for somebody to look at.
 * They go to `out/look`. Words after the command choose pages by a part of their address.
 */

const folder = join(import.meta.dirname, "../out/look");
const chosen = process.argv.slice(2);
const pages = kinds.filter((path) => chosen.length === 0 || chosen.some((part) => path.includes(part)));

using playbooks = copiedPlaybooks();
writeHostileDraft(playbooks.folder);
for (const id of draftsIn(playbooks.folder)) await approveDraft(playbooks.folder, id);
const out = mkdtempSync(join(tmpdir(), "handbook-"));
try {
  const wrong = await buildHandbook({ into: join(out, "dist"), playbooks: playbooks.folder });
  if (wrong !== undefined) throw new Error(wrong);
  await using site = await serveStatic(join(out, "dist"));
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  for (const path of pages) {
    const name = path.replaceAll("/", "-").replace(/^-|-$/g, "") || "home";
    const page = await browser.newPage({ reducedMotion: "reduce" });
    await page.goto(site.url + path);
    await page.evaluate(() => document.fonts.ready);
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [390, 820, 1440]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      }
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    for (const format of ["A4", "Letter"]) await page.pdf({ path: join(folder, `${name}-${format}.pdf`), format });
    await page.close();
  }
  await browser.close();
} finally {
  rmSync(out, { recursive: true, force: true });
}
