import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { answersFile } from "../server/test/answers.ts";
import { cadence } from "../server/test/cadence.ts";
import { cleanPlaybook } from "../server/test/clean-playbook.ts";

const root = path.dirname(import.meta.dirname);

/** A house like ours with its own playbooks, so that nothing here disturbs a handbook that is open. Inside ours, for what is installed there. */
async function house(playbooks: Readonly<Record<string, string>>): Promise<string> {
  await mkdir(path.join(root, "out"), { recursive: true });
  const folder = await mkdtemp(path.join(root, "out/start-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const sources = (file: string) => !/^(node_modules|dist|\.astro)$/.test(path.basename(file));
  for (const room of ["site", "scripts"]) await cp(path.join(root, room), path.join(folder, room), { recursive: true, filter: sources });
  await cp(path.join(root, "tsconfig.base.json"), path.join(folder, "tsconfig.base.json"));
  await symlink(path.join(root, "server"), path.join(folder, "server"), "junction");
  await mkdir(path.join(folder, "playbooks"));
  for (const [name, text] of Object.entries(playbooks)) await writeFile(path.join(folder, "playbooks", name), text);
  return folder;
}

/** Starts everything as `npm start` does, in a process group of its own. */
function started(folder: string, ...args: readonly string[]) {
  // Without what the test runner tells its own: the handbook would believe that it is being tested.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|VITE_|TEST|NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL)/.test(name)),
  );
  const child = spawn(process.execPath, ["scripts/start.ts", ...args], {
    cwd: folder,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, "close").then(([code]) => code as number | null);
  const group = -(child.pid ?? Number.NaN);
  onTestFinished(() => {
    if (isAlive(group)) process.kill(group, "SIGKILL");
  });
  return {
    group,
    ended,
    child,
    /** Waits for words, and answers with everything that was said from them on. */
    async hears(words: RegExp, from = 0): Promise<string> {
      for (;;) {
        const at = said.slice(from).search(words);
        if (at >= 0) return said.slice(from + at);
        if (child.exitCode !== null) throw new Error(`It ended before it said ${words}:\n${said}`);
        await pause(20);
      }
    },
    length: () => said.length,
  };
}

const isAlive = (process_: number) => {
  try {
    return process.kill(process_, 0);
  } catch {
    return false;
  }
};

const DRAFT = "first-conversation.playbook.yaml";

test("npm start: the handbook opens, saved drafts are checked, an approval shows, and it ends when asked", {
  timeout: 180_000,
}, async () => {
  const folder = await house({ [DRAFT]: cleanPlaybook, "cadence.config.yaml": "team: Northwind\n" });
  const busy = createServer().listen(0, "localhost");
  await once(busy, "listening");
  onTestFinished(() => void busy.close());
  const { port } = busy.address() as AddressInfo;

  const start = started(folder, "--port", String(port));
  await start.hears(/1 playbook and 1 configuration checked: 0 errors\./);
  const [, url = ""] = /read {2}(http:\S+)/.exec(await start.hears(/read {2}http:\S+\n/)) ?? [];
  expect(new URL(url).port).not.toBe(String(port));
  expect((await fetch(url)).status).toBe(200);
  const page = new URL("playbooks/first-conversation/", url);
  expect((await fetch(page)).status).toBe(404);

  await start.hears(/saved in playbooks is checked here/);
  let before = start.length();
  await writeFile(path.join(folder, "playbooks", DRAFT), cleanPlaybook.replace("summary:", "sumary:"));
  // Told on two streams, so in either order.
  await start.hears(/1 playbook checked: 1 error/, before);
  await start.hears(/playbooks\/first-conversation\.playbook\.yaml was saved/, before);
  await start.hears(/2 │ sumary:/, before);

  before = start.length();
  await writeFile(path.join(folder, "playbooks/cadence.config.yaml"), "team: Northwind\nseverities: { known-keys: warning }\n");
  await start.hears(/was saved; it may concern every playbook/, before);
  await start.hears(/1 playbook and 1 configuration checked: 0 errors and 1 warning/, before);

  await writeFile(path.join(folder, "playbooks", DRAFT), cleanPlaybook);
  await writeFile(path.join(folder, "answers.yaml"), answersFile(cleanPlaybook));
  const approval = await cadence(folder, [
    "approve",
    `playbooks/${DRAFT}`,
    "--by",
    "Sam Lindqvist <sam@northwind.example>",
    "--answers",
    "answers.yaml",
  ]);
  const written = performance.now();
  expect(approval).toMatchObject({ code: 0, err: "" });
  while (!(await fetch(page).then((response) => response.text())).includes("For heads of operations")) await pause(20);
  console.info(`An approval shows in the running handbook after ${Math.round(performance.now() - written)} ms.`);
  await start.hears(/speaks for version 1: the handbook shows it/);

  process.kill(start.child.pid ?? Number.NaN, "SIGINT");
  expect(await start.ended).toBe(0);
  expect(isAlive(start.group)).toBe(false);
  await expect(fetch(url)).rejects.toThrow();
});
