import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchBrowser } from "../../extension/workbench/browser.ts";
import { buildHandbook } from "../build.ts";
import { approveDraft, copiedPlaybooks, draftsIn } from "./ledger.ts";
import { serveStatic } from "./site-server.ts";

/** Takes the README's pictures of the handbook, light and dark, from the repository's playbooks. */

const pictures = join(import.meta.dirname, "../../docs/pictures");
/** A play from its title to what somebody needs to know before the first touch. */
const PATH = "/playbooks/first-conversation/";
const VIEW = { viewport: { width: 1160, height: 1160 }, deviceScaleFactor: 1.5, reducedMotion: "reduce" } as const;

using playbooks = copiedPlaybooks();
for (const id of draftsIn(playbooks.folder)) await approveDraft(playbooks.folder, id);
const out = mkdtempSync(join(tmpdir(), "handbook-"));
try {
  const wrong = await buildHandbook({ into: join(out, "dist"), playbooks: playbooks.folder });
  if (wrong !== undefined) throw new Error(wrong);
  await using site = await serveStatic(join(out, "dist"));
  const browser = await launchBrowser();
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await browser.newPage({ ...VIEW, colorScheme });
    await page.goto(site.url + PATH);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(pictures, `handbook-${colorScheme}.png`) });
    await page.close();
  }
  await browser.close();
} finally {
  rmSync(out, { recursive: true, force: true });
}
