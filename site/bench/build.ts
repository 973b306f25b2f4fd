import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { approveDraft, copiedPlaybooks, draftsIn, seal } from "../test/ledger.ts";

/**
 * How long a handbook of many plays takes to build, beside two things: the floor, which is reading the same files, putting them into
 * a template and writing as many bytes in one go; and plain Astro (`plain`), which is a page of each play's texts and nothing else.
 * How many plays is said after the command, 1000 unless said otherwise. The search index is left out of all three.
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
    const plain = astro(join(import.meta.dirname, "plain"), join(out, "plain"), env);
    const handbook = astro(site, join(out, "handbook"), { ...env, CADENCE_BUILD_CACHE: join(out, "cache") });
    const ours = sizeOf(join(out, "handbook"));
    const floor = onFloor(playbooks.folder, join(out, "floor"), ours.bytes / count);
    console.table({ floor, "plain Astro": { ...plain, ...sizeOf(join(out, "plain")) }, handbook: { ...handbook, ...ours } });
    const times = (other: Took) => (handbook.processor / other.processor).toFixed(1);
    console.log(
      `${count} plays: ${times(plain)} × plain Astro and ${times(floor)} × the floor in processor time; the largest page has ${ours.largest} kB.`,
    );
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

function astro(root: string, outDir: string, env: Readonly<Record<string, string>>): Took {
  rmSync(join(root, "node_modules/.astro"), { recursive: true, force: true });
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, "once.ts"), root, outDir], {
    env: { ...process.env, ...env, NODE_ENV: "production", ASTRO_TELEMETRY_DISABLED: "1" },
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
