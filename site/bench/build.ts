import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { BUILDING } from "../build.ts";
import { approveDraft, copiedPlaybooks, draftsIn, seal } from "../test/ledger.ts";

/**
 * How long a handbook of many plays takes to build, beside two things. The floor reads the same files, puts them into a template and
 * writes as many bytes in one go. Plain Astro (`plain`) makes pages of the same content and nothing else: of each play a page with
 * every text of its copy and a page with every text of its record, without markup of their own, style, script or links; it checks
 * nothing. The handbook makes those pages, the lists that lead to them, two hundred pages that every handbook has, and for each
 * play six files for machines; it judges the whole ledger and asks every rule. How many plays is said after the command, 1000 unless
 * said otherwise. The search index is left out of all three, and every build begins with nothing remembered; pictures for chats are
 * drawn only where a handbook is published under an address, which the one built here is not. Memory is the most of the one process
 * that builds, with its threads.
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
    const times = (other: Took, what: "seconds" | "processor") => (handbook[what] / other[what]).toFixed(1);
    console.log(
      `${count} plays: ${times(plain, "seconds")} × plain Astro and ${times(floor, "seconds")} × the floor by the clock, ${times(plain, "processor")} × and ${times(floor, "processor")} × in processor time; ${Math.round(ours.bytes / count / 1024)} kB for each play, and the largest page has ${ours.largest} kB.`,
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
