import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { digestOf, writeRecord } from "../core/index.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { allowed, signAs } from "../test/ssh.ts";
import { approved, configOf, filesIn, keys, MAREN, newWorld, rewrite } from "../test/world.ts";

/*
 * How long `cadence verify` takes over a large ledger, unsigned and signed, beside the floor: reading every file of it and hashing
 * it, which nobody who verifies can do without. Ends with 1 when it takes longer than it may.
 */
const PLAYBOOKS = Number(process.argv[2] ?? 1000);
const VERSIONS = 5;
/** Milliseconds. */
const MOST = 3000;
const ROUNDS = 3;

const bin = path.join(import.meta.dirname, "../bin/cadence.js");
const folder = mkdtempSync(path.join(tmpdir(), "cadence-bench-"));
try {
  let slow = false;
  for (const signed of [false, true]) {
    const home = path.join(folder, signed ? "signed" : "unsigned");
    await fill(home, signed);
    const [floor, whole] = [() => readAndHash(home), () => verify(home)].map((work) =>
      Math.min(...Array.from({ length: ROUNDS }, () => timed(work))),
    );
    slow ||= (whole ?? 0) > MOST;
    console.log(
      `${PLAYBOOKS} playbooks × ${VERSIONS} versions, ${signed ? "signed" : "unsigned"}: cadence verify ${Math.round(whole ?? 0)} ms, start of Node included; floor (reading and hashing the files) ${Math.round(floor ?? 0)} ms; at most ${MOST} ms`,
    );
  }
  process.exitCode = slow ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Writes a ledger: one playbook approved five times, then its like under other names, each with records of its own. */
async function fill(home: string, signed: boolean): Promise<void> {
  const world = newWorld(signed);
  // The ledger was filled with the configuration it is verified with, as a ledger is.
  const written = `approvers: [{ person: "${MAREN}" }]\napprovals: { signatures: ${signed ? "required" : "optional"} }\n`;
  world.config = configOf(written);
  // As long as a real playbook is: a short cadence's text, three times over in comments.
  const long = cleanPlaybook + cleanPlaybook.replace(/^/gm, "# ").repeat(2);
  for (let version = 1; version <= VERSIONS; version++) {
    const text = `${long}# Version ${version}.\n`;
    await approved(world, { text, on: "2026-11-20" });
  }
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, ".git"), "");
  writeFileSync(path.join(home, "cadence.config.yaml"), written);
  writeFileSync(path.join(home, "allowed_signers"), allowed("maren@northwind.example", keys.maren));
  for (let i = 1; i <= PLAYBOOKS; i++) {
    const id = `play-${i}`;
    let previous = "none";
    for (let version = 1; version <= VERSIONS; version++) {
      rewrite(world, version, () => ({ playbook: id, previous }));
      const place = path.join(home, "approved", id, String(version));
      mkdirSync(place, { recursive: true });
      const files = filesIn(world, version);
      const record = files.get("first-conversation.approval.yaml") ?? new Uint8Array();
      if (signed) files.set("first-conversation.approval.yaml.sig", Buffer.from(signAs(keys.maren, record)));
      for (const [name, content] of files) writeFileSync(path.join(place, name.replace("first-conversation", id)), content);
      previous = await digestOf(record);
    }
    writeFileSync(path.join(home, "approved", id, "newest.yaml"), writeRecord("newest", { number: VERSIONS, digest: previous }));
    const draft = filesIn(world, VERSIONS).get("first-conversation.playbook.yaml") ?? new Uint8Array();
    writeFileSync(path.join(home, `${id}.playbook.yaml`), draft);
  }
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function verify(home: string): void {
  // Nothing is remembered from the turn before: a machine of CI remembers nothing either.
  rmSync(path.join(folder, "cache"), { recursive: true, force: true });
  const env = { ...process.env, XDG_CACHE_HOME: path.join(folder, "cache") };
  const { status, stdout } = spawnSync(process.execPath, [bin, "verify", "--format", "json"], { cwd: home, env, maxBuffer: 1 << 28 });
  const told = JSON.parse(stdout.toString()) as { playbooks: { state: string }[] };
  const approvedOnes = told.playbooks.filter(({ state }) => state === "approved").length;
  if (status !== 0 || approvedOnes !== PLAYBOOKS)
    throw new Error(`Only ${approvedOnes} of ${PLAYBOOKS} hold: ${stdout.toString().slice(0, 2000)}`);
}

function readAndHash(home: string): void {
  for (const entry of readdirSync(home, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      createHash("sha256")
        .update(readFileSync(path.join(entry.parentPath, entry.name)))
        .digest();
}
