import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, readFile, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { bin, cadence, folderWith, nobody } from "../test/cadence.ts";
import { has } from "../test/shells.ts";

/** Two findings: one that can be mended without a look, one that cannot. */
const draft = "sumary: For heads of operations.\ntitle: One\nowner: Dana Ortiz <dana@northwind.example>\n";
const quiet =
  "severities: { every-reply-handled: off, belief-has-facts: off, benefit-for-the-prospect: off, exclusions-named: off, relationship-kept: off, research-is-time-boxed: off, rest-before-return: off, return-needs-new-reason: off, enough-touches: off, ends-with-take-away: off, has-content: off, nothing-missing: off }\n";

type Json = {
  files: { file: string; findings: { rule: string; severity: string }[] }[];
  unread?: { what: string }[];
  summary: { known?: number };
};
const json = (out: string) => JSON.parse(out) as Json;
const found = (out: string) => json(out).files.map(({ file, findings }) => [file, findings.map(({ rule }) => rule)]);

test("a fix is shown before it is made, made whole, and made once", async () => {
  const folder = await folderWith({
    "a.playbook.yaml": `\uFEFF# note\r\n${draft.replaceAll("\n", "\r\n")}`,
    "b.playbook.yaml": draft.replace("sumary", "summary"),
    "cadence.config.yaml": quiet,
  });
  const shown = await cadence(folder, ["check", "--fix", "--dry-run"]);
  expect(shown.out).toContain(
    "--- a/a.playbook.yaml\n+++ b/a.playbook.yaml\n@@ -1,4 +1,4 @@\n # note\r\n-sumary: For heads of operations.\r\n+summary: For heads of operations.\r\n title: One",
  );
  expect(shown.out).not.toContain("There is no key");
  expect((await readFile(path.join(folder, "a.playbook.yaml"), "utf8")).includes("sumary")).toBe(true);

  const made = await cadence(folder, ["check", "--fix"]);
  expect(made.out.replace(/\s+/g, " ")).toMatch(/mended a\.playbook\.yaml: [^.]*summary/);
  expect(await readFile(path.join(folder, "a.playbook.yaml"), "utf8")).toBe(
    `\uFEFF# note\r\n${draft.replace("sumary", "summary").replaceAll("\n", "\r\n")}`,
  );
  expect((await cadence(folder, ["check", "--fix"])).out).not.toContain("mended");
});

test.skipIf(process.platform === "win32")(
  "what is shown before it is made, patch and git apply make the same way, whatever the files are called",
  async ({ skip }) => {
    if (!has("patch")) return skip("There is no patch here.");
    const names = ["plain", "two words", "crlf é", 'tab\tand "quotes"', "no end", "-- dashes"].map(
      (name) => `my plays/${name}.playbook.yaml`,
    );
    const texts = [draft, draft, draft.replaceAll("\n", "\r\n"), draft, draft.trimEnd(), draft.replace("title: One", "title: |\n  -- One")];
    const files = Object.fromEntries(names.map((name, i) => [name, texts[i] ?? ""]));
    const [here, patched, applied] = await Promise.all([folderWith(files), folderWith(files), folderWith(files)]);
    const { out } = await cadence(here, ["check", "--fix", "--dry-run"]);
    const diff = out.slice(0, out.indexOf("\n\n") + 1);
    execFileSync("patch", ["-p1", "--batch", "--binary"], { cwd: patched, input: diff });
    // A repository of its own, for the file that stands in for one is none.
    await rm(path.join(applied, ".git"));
    execFileSync("git", ["init", "-q"], { cwd: applied });
    execFileSync("git", ["apply"], { cwd: applied, input: diff });
    await cadence(here, ["check", "--fix"]);
    for (const name of names) {
      const mended = await readFile(path.join(here, name), "utf8");
      expect(mended).not.toBe(files[name]);
      for (const folder of [patched, applied]) expect([name, await readFile(path.join(folder, name), "utf8")]).toEqual([name, mended]);
    }
  },
);

test.skipIf(process.platform === "win32")("what may not be written is told, and stays as it was", async () => {
  const folder = await folderWith({ "a.playbook.yaml": draft });
  await chmod(folder, 0o555);
  const { code, err } = await cadence(folder, ["check", "--fix"], { as: nobody });
  expect([code, err.replace(/\s+/g, " ")]).toEqual([2, expect.stringContaining("You have no permission to write it.")]);
  await chmod(folder, 0o755);
  expect(await readFile(path.join(folder, "a.playbook.yaml"), "utf8")).toBe(draft);
});

test("slips in the options are told before anything happens", async () => {
  const folder = await folderWith({ "a.playbook.yaml": draft });
  for (const [args, said] of [
    [["--dry-run"], "add --fix"],
    [["-", "--fix"], "--fix writes into files"],
    [["--output", "x"], "add --format"],
    [["--max-warnings", "-1"], "whole number"],
    [["--changed", "--changed-since", "x"], "cannot be used with"],
  ] as const) {
    const { code, out, err } = await cadence(folder, ["check", ...args], { input: "" });
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(said)]);
  }
});

test("after more findings than anybody puts right in a day, and only then, it is said what to do with them", async () => {
  const folder = await folderWith(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.playbook.yaml`, draft])));
  const hint = "Too much for one day? “cadence report” counts it by playbook, and “cadence baseline” records it";
  const said = async (...args: string[]) => (await cadence(folder, ["check", ...args])).out.replace(/\s+/g, " ");
  expect(await said()).toContain(hint);
  expect(await said("1.playbook.yaml")).not.toContain("Too much");
  await cadence(folder, ["baseline"]);
  expect(await said()).not.toContain("Too much");
});

test("a baseline forgets nothing of a file that got another name where nobody looked", async () => {
  const folder = await folderWith({ "a/one.playbook.yaml": draft, "b/two.playbook.yaml": draft });
  await cadence(folder, ["baseline"]);
  await rename(path.join(folder, "a/one.playbook.yaml"), path.join(folder, "a/renamed.playbook.yaml"));
  const part = await cadence(folder, ["check", "b"]);
  expect([part.code, part.out]).toEqual([0, expect.not.stringContaining("found no more")]);
  expect((await cadence(folder, ["check", "-"], { input: draft })).out).not.toContain("found no more");
  expect((await cadence(folder, ["baseline", "b"])).out).not.toContain("dropped");
  expect((await cadence(folder, ["check"])).code).toBe(0);
});

test("a baseline holds back what was there, fails on what is new, and drops what is gone", async () => {
  const folder = await folderWith({ "team/a.playbook.yaml": draft });
  expect((await cadence(folder, ["check"])).code).toBe(1);
  const recorded = await cadence(folder, ["baseline"]);
  expect([recorded.code, recorded.out]).toEqual([0, expect.stringMatching(/✓ \d+ findings recorded in cadence\.baseline\.json\./)]);
  const plain = await cadence(folder, ["check"]);
  expect([plain.code, plain.out.replace(/\s+/g, " ")]).toEqual([
    0,
    expect.stringMatching(/0 errors\. \d+ findings known from the baseline are not shown\./),
  ]);

  // Moved lines and a new name change nothing; a new slip is new, from a folder further down too.
  await rename(path.join(folder, "team/a.playbook.yaml"), path.join(folder, "team/b.playbook.yaml"));
  await writeFile(path.join(folder, "team/b.playbook.yaml"), `# moved\n\n${draft}tuches: []\n`);
  const next = await cadence(path.join(folder, "team"), ["check", "--format", "json"]);
  expect([next.code, found(next.out)]).toEqual([1, [["b.playbook.yaml", ["known-keys"]]]]);
  expect(json(next.out).summary.known).toBeGreaterThan(3);
  expect(json((await cadence(folder, ["check", "--no-baseline", "--format", "json"])).out).files[0]?.findings.length).toBeGreaterThan(4);

  await writeFile(path.join(folder, "team/b.playbook.yaml"), draft.replace("sumary", "summary"));
  expect((await cadence(folder, ["check"])).out.replace(/\s+/g, " ")).toContain(
    "1 recorded finding is found no more: “cadence baseline” drops it.",
  );
  expect((await cadence(folder, ["baseline"])).out.replace(/\s+/g, " ")).toContain("1 entry dropped that is found no more.");
  await writeFile(path.join(folder, "team/b.playbook.yaml"), draft);
  expect(found((await cadence(folder, ["check", "--format", "json"])).out)).toEqual([["team/b.playbook.yaml", ["known-keys"]]]);

  await writeFile(path.join(folder, "cadence.baseline.json"), "<<<<<<< HEAD\n");
  const broken = await cadence(folder, ["check"]);
  expect([broken.code, broken.err.replace(/\s+/g, " ")]).toEqual([
    2,
    expect.stringContaining("This baseline cannot be read. It is not JSON any more."),
  ]);
});

test("a baseline of many playbooks is read however long it is, up to what no team has", async () => {
  const folder = await folderWith({ "a.playbook.yaml": draft });
  await cadence(folder, ["baseline"]);
  const file = path.join(folder, "cadence.baseline.json");
  const { format, files } = JSON.parse(await readFile(file, "utf8"));
  const entries = Array.from({ length: 20_000 }, (_, i) => ({
    rule: "reason-given",
    words: `touch-${i}`,
    what: `“touch-${i}” has no reason.`,
  }));
  await writeFile(file, JSON.stringify({ format, files: { ...files, "z.playbook.yaml": entries } }));
  expect((await stat(file)).size).toBeGreaterThan(1_500_000);
  const known = await cadence(folder, ["check", "a.playbook.yaml"]);
  expect([known.code, known.out]).toEqual([0, expect.stringMatching(/findings\s+known\s+from\s+the\s+baseline\s+are\s+not\s+shown/)]);
  await truncate(file, 2 ** 30);
  const vast = await cadence(folder, ["check", "a.playbook.yaml"]);
  expect([vast.code, vast.err.replace(/\s+/g, " ")]).toEqual([
    2,
    expect.stringContaining("The file is 1,024 MB; nothing over 100 MB is read. What is found in ten thousand playbooks"),
  ]);
});

const git = (cwd: string, ...args: string[]) =>
  execFileSync("git", ["-c", "user.name=Dana", "-c", "user.email=dana@northwind.example", "-c", "init.defaultBranch=main", ...args], {
    cwd,
    stdio: "pipe",
  });

test("only what changed is checked: edited, new, or below a changed configuration", async () => {
  const folder = await folderWith({
    "a.playbook.yaml": draft,
    "b.playbook.yaml": draft,
    "team/c ü.playbook.yaml": draft,
    "team/d.playbook.yaml": draft,
  });
  const files = async (...args: string[]) =>
    found((await cadence(folder, ["check", ...args, "--format", "json"])).out).map(([file]) => file);
  await rm(path.join(folder, ".git"));
  const none = await cadence(folder, ["check", "--changed"]);
  expect([none.code, none.err]).toEqual([2, expect.stringContaining("not in a Git repository")]);

  git(folder, "init");
  expect(await files("--changed")).toHaveLength(4);
  git(folder, "add", ".");
  git(folder, "commit", "-m", "one");
  expect(await files("--changed")).toEqual([]);
  await writeFile(path.join(folder, "a.playbook.yaml"), `${draft}# new\n`);
  await writeFile(path.join(folder, "team/e.playbook.yaml"), draft);
  expect(await files("--changed")).toEqual(["a.playbook.yaml", "team/e.playbook.yaml"]);
  await writeFile(path.join(folder, "team/cadence.config.yaml"), "team: Northwind\n");
  expect(await files("--changed")).toEqual([
    "a.playbook.yaml",
    "team/c ü.playbook.yaml",
    "team/cadence.config.yaml",
    "team/d.playbook.yaml",
    "team/e.playbook.yaml",
  ]);

  git(folder, "checkout", "-b", "next");
  git(folder, "add", "a.playbook.yaml");
  git(folder, "commit", "-m", "two");
  await rm(path.join(folder, "team/cadence.config.yaml"));
  await rm(path.join(folder, "team/e.playbook.yaml"));
  expect(await files("--changed-since", "main")).toEqual(["a.playbook.yaml"]);

  // Of a repository within this one, Git only says that it changed.
  for (const where of ["inner", "inner/deep"]) await mkdir(path.join(folder, where));
  git(path.join(folder, "inner"), "init");
  await writeFile(path.join(folder, "inner/deep/f.playbook.yaml"), draft);
  git(path.join(folder, "inner"), "add", ".");
  git(path.join(folder, "inner"), "commit", "-m", "inner");
  expect(await files("--changed")).toEqual(["inner/deep/f.playbook.yaml"]);
  git(folder, "add", "inner");
  git(folder, "commit", "-m", "three");
  expect(await files("--changed")).toEqual([]);
  await writeFile(path.join(folder, "inner/deep/f.playbook.yaml"), `${draft}# new\n`);
  expect(await files("--changed")).toEqual(["inner/deep/f.playbook.yaml"]);
  const unknown = await cadence(folder, ["check", "--changed-since", "origin/main"]);
  expect([unknown.code, unknown.err.replace(/\s+/g, " ")]).toEqual([
    2,
    expect.stringContaining("no commit or branch called “origin/main”"),
  ]);
  const without = await cadence(folder, ["check", "--changed"], { env: { PATH: "/nowhere" } });
  expect([without.code, without.err]).toEqual([2, expect.stringContaining("Git is not installed")]);
});

test("what is remembered is what would be found: under another text, configuration, name or rule, and when it is damaged", async () => {
  const folder = await folderWith({ "a.playbook.yaml": draft, "b.playbook.yaml": draft });
  const location = path.join(folder, "cache/findings.json");
  const both = async () => {
    const [fresh, cached] = [
      await cadence(folder, ["check", "--format", "json"]),
      await cadence(folder, ["check", "--format", "json", "--cache-location", location]),
    ];
    expect([cached.code, cached.out]).toEqual([fresh.code, fresh.out]);
    expect(cached.err).toMatch(untold);
    return fresh.out;
  };
  let untold = /^$/;
  const before = await both();
  expect(await both()).toBe(before);
  await writeFile(path.join(folder, "cadence.config.yaml"), "severities: { known-keys: info }\n");
  expect(await both()).not.toBe(before);
  await writeFile(path.join(folder, "b.playbook.yaml"), draft.replace("sumary", "summary"));
  await both();
  const kept = JSON.parse(await readFile(location, "utf8")) as { engine: string; values: Record<string, { findings: { what: string }[] }> };
  // It is really read, as long as it is this engine's.
  for (const { findings } of Object.values(kept.values)) for (const finding of findings) finding.what = "Remembered.";
  await writeFile(location, JSON.stringify(kept));
  expect((await cadence(folder, ["check", "--cache-location", location])).out).toContain("Remembered.");
  for (const damage of [{ what: 7 }, { span: null }, { related: [{}] }, { principle: "toString" }, { severity: "loud" }]) {
    const values = Object.fromEntries(
      Object.entries(kept.values).map(([key, { findings, ...value }]) => [
        key,
        { ...value, findings: findings.map((finding) => ({ ...finding, ...damage })) },
      ]),
    );
    await writeFile(location, JSON.stringify({ ...kept, values }));
    await both();
  }
  await writeFile(location, JSON.stringify({ ...kept, engine: "another" }));
  await both();
  await writeFile(location, "{ not json");
  await both();
  await rm(location);
  await mkdir(location);
  // Whoever named the place hears that nothing can be kept there.
  untold = /findings\.json\s+This is a folder[\s\S]*nothing is remembered/;
  await both();
});

test("many playbooks are judged on every core, with the same verdict", async () => {
  const long = `${draft}${"# A note for the next author.\n".repeat(300)}`;
  const folder = await folderWith(Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`${i}.playbook.yaml`, `${long}k${i}: 1\n`])));
  const all = found((await cadence(folder, ["check", "--format", "json"])).out);
  const one = found((await cadence(folder, ["check", "17.playbook.yaml", "--format", "json"])).out);
  expect(all).toHaveLength(130);
  expect(all.find(([file]) => file === "17.playbook.yaml")).toEqual(one[0]);
});

test("so many that threads start before the rules are loaded: each reads its own, and says what one core says of all", async () => {
  const names = Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? `calm/${i}.playbook.yaml` : `${i}.playbook.yaml`));
  const folder = await folderWith({
    ...Object.fromEntries(names.map((name, i) => [name, `${draft}k${i}: 1\n`])),
    "calm/cadence.config.yaml": "severities: { known-keys: info }\n",
    "odd/one.playbook.yaml": Buffer.from("title: Gr\xfc\xdfe\n", "latin1"),
    "odd/another.playbook.yaml": "\0",
  });
  for (const format of ["json", "pretty"]) {
    const together = await cadence(folder, ["check", "--format", format]);
    // What is remembered is read first and judged here, and so few are not worth a thread.
    const alone = await cadence(folder, ["check", "--format", format, "--cache-location", path.join(folder, format)]);
    expect(together).toEqual(alone);
    expect(together.code).toBe(2);
    expect(together.err + together.out).toMatch(/line 1 holds a byte that is no character/);
    expect(together.err + together.out).toMatch(/zero byte on line 1/);
  }
  // Threads that were started for nothing keep nobody waiting.
  const { code, err } = await cadence(folder, ["check", "--baseline", "missing.json"]);
  expect([code, err]).toEqual([2, expect.stringContaining("There is no such file or folder.")]);
});

test.each([
  ["a file", "team/a.playbook.yaml"],
  ["a folder", "team"],
  ["a pattern", "team/*.playbook.yaml"],
])("watching checks again on every save of %s that is named and of what counts for it, and ends when asked", async (_, named) => {
  const folder = await folderWith({ "team/a.playbook.yaml": draft });
  const child = spawn(process.execPath, [bin, "check", named, "--watch"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  const said = async (words: string) => {
    while (!out.includes(words)) await once(child.stdout, "data");
  };
  await said("Watching.");
  expect(out).toContain("There is no key “sumary”");
  out = "";
  await writeFile(path.join(folder, "team/a.playbook.yaml"), draft.replace("sumary", "summary"));
  await said("playbook checked");
  expect(out).not.toContain("There is no key “sumary”");
  expect(out).toContain("belief-has-facts");
  out = "";
  await writeFile(path.join(folder, "cadence.config.yaml"), "severities: { belief-has-facts: off }\n");
  await said("playbook checked");
  expect(out).not.toContain("belief-has-facts");
  child.kill("SIGTERM");
  await once(child, "close");
});
