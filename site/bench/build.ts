import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { BUILDING } from "../build.ts";
import { approveDraft, copiedPlaybooks, draftsIn, seal } from "../test/ledger.ts";
import { starlightOf } from "./starlight.ts";

/**
 * How long a handbook of many plays takes to build, beside what else could be built of the same ledger, in one run:
 *
 * - The floor reads the same files, puts them into a template and writes as many bytes in one go.
 * - Astro with the same pages (`same-pages.config.ts`) makes every page of the handbook, with its templates, styles and scripts, out of
 *   the same files, and believes them.
 * - Astro with the texts alone (`plain`) makes of each play a page with every text of its copy and a page with every text of its
 *   record, a seventh of the HTML: no markup of their own, no style, script or link.
 * - Starlight (`starlight`) makes the same two pages of each play out of Markdown: what the handbook says of it in Markdown, and every
 *   text of its record.
 *
 * The handbook itself also judges the whole ledger, asks every rule, follows every link, says of each page what it may run, and writes
 * six files of each play for machines. How many plays is said after the command, 1000 unless said otherwise; said twice, it is built
 * twice. The search index is left out of all, and every build begins with nothing remembered; pictures for chats are drawn only where a
 * handbook is published under an address, which the one built here is not. Memory is the most of the one process that builds, with its
 * threads.
 */

const site = join(import.meta.dirname, "..");
const counts = process.argv.slice(2).map(Number).filter(Boolean);

type Took = { readonly seconds: number; readonly processor: number; readonly memory: number };

for (const count of counts.length > 0 ? counts : [1000]) {
  using playbooks = copiedPlaybooks();
  const out = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    await fill(playbooks.folder, count);
    const env = { CADENCE_PLAYBOOKS: playbooks.folder, CADENCE_SEARCH: "off" };
    const fresh = (name: string) => ({ ...env, CADENCE_BUILD_CACHE: join(out, `${name}-cache`) });
    const texts = astro(join(import.meta.dirname, "plain"), join(out, "texts"), env);
    const pages = astro(site, join(out, "pages"), fresh("pages"), { config: "bench/same-pages.config.ts" });
    const handbook = astro(site, join(out, "handbook"), fresh("handbook"));
    const ours = sizeOf(join(out, "handbook"));
    const floor = onFloor(playbooks.folder, join(out, "floor"), ours.bytes / count);
    const project = join(out, "starlight");
    const script = starlightOf(playbooks.folder, join(out, "handbook"), project);
    const starlight = script && astro(project, join(project, "dist"), env, { script });
    if (!starlight) console.log("Starlight cannot be installed here, so it is left out.");
    const others = {
      "the floor": floor,
      "Astro, same pages": { ...pages, ...sizeOf(join(out, "pages")) },
      "Astro, texts alone": { ...texts, ...sizeOf(join(out, "texts")) },
      ...(starlight ? { "Starlight, Markdown": { ...starlight, ...sizeOf(join(project, "dist")) } } : {}),
    };
    console.table({ ...others, handbook: { ...handbook, ...ours } });
    const times = (other: Took, what: "seconds" | "processor") => `${(handbook[what] / other[what]).toFixed(1)} ×`;
    for (const [name, other] of Object.entries(others))
      console.log(`${times(other, "seconds")} ${name} by the clock, ${times(other, "processor")} in processor time`);
    console.log(`${count} plays: ${Math.round(ours.bytes / count / 1024)} kB for each, and the largest page has ${ours.largest} kB.`);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Approves as many plays as are wanted, from the repository's own, each with a title, a persona and a situation of its own. */
async function fill(folder: string, count: number): Promise<void> {
  const drafts = draftsIn(folder);
  const made = await Promise.all(drafts.map((id) => approveDraft(folder, id)));
  for (let i = 0; i < count; i++) {
    const from = made[i % made.length];
    const id = drafts[i % made.length];
    if (!from || !id) continue;
    const copy = readFileSync(from.copy, "utf8")
      .replace(/^title: .*/m, `title: Play number ${i}`)
      .replace(/^( +)persona: .*/m, `$1persona: Role ${i % 40}`)
      .replace(/^( +)situation: .*/m, `$1situation: What happened, in case ${i}`);
    await seal(folder, `play-${i}`, copy, { record: from.record, id });
  }
  for (const id of drafts) rmSync(join(folder, "approved", id), { recursive: true });
}

/** Builds one Astro project, by another configuration or another script than usual where there is one. */
function astro(
  root: string,
  outDir: string,
  env: Readonly<Record<string, string>>,
  other: { config?: string; script?: string } = {},
): Took {
  rmSync(join(root, "node_modules/.astro"), { recursive: true, force: true });
  const { config, script = join(import.meta.dirname, "once.ts") } = other;
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, root, outDir, ...(config ? [config] : [])], {
    cwd: root,
    env: { ...process.env, ...env, ...BUILDING },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${root} does not build:\n${stderr}${stdout}`);
  const took = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Took;
  return { seconds: tenth(took.seconds), processor: tenth(took.processor), memory: took.memory };
}

/** The same files read and parsed, every text put into a template, and as many bytes written for each. */
function onFloor(folder: string, outDir: string, bytesEach: number): Took & { readonly pages: number } {
  const from = performance.now();
  const before = process.cpuUsage();
  const files = globSync("approved/*/1/*.playbook.yaml", { cwd: folder });
  for (const [i, file] of files.entries()) {
    const text = readFileSync(join(folder, file), "utf8");
    const page = `<!doctype html><h1>${i}</h1>${Object.values(parse(text) as object)
      .map((one) => `<p>${JSON.stringify(one)}</p>`)
      .join("")}`;
    mkdirSync(join(outDir, String(i)), { recursive: true });
    writeFileSync(join(outDir, String(i), "index.html"), page.padEnd(bytesEach));
  }
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: tenth((performance.now() - from) / 1000),
    processor: tenth((user + system) / 1e6),
    memory: Math.round(process.memoryUsage.rss() / 2 ** 20),
    pages: files.length,
  };
}

/** What was written: pages, megabytes, and the largest page in kB. */
function sizeOf(folder: string) {
  const files = globSync("**/*.*", { cwd: folder }).map((file) => ({ file, size: statSync(join(folder, file)).size }));
  const pages = files.filter(({ file }) => file.endsWith(".html"));
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return { pages: pages.length, bytes, largest: Math.round(Math.max(...pages.map(({ size }) => size)) / 1024) };
}

function tenth(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
