import { execFileSync } from "node:child_process";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { addDays, rules } from "../core/index.ts";
import { answersFile } from "../test/answers.ts";
import { cadence, folderWith } from "../test/cadence.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { allowed, hasOpenSsh, newSigner } from "../test/ssh.ts";

const SAM = "Sam Lindqvist <sam@northwind.example>";
const DRAFT = "first-conversation.playbook.yaml";
const RECORD = "approved/first-conversation/1/first-conversation.approval.yaml";
const today = new Date().toISOString().slice(0, 10);
const house = (files: Record<string, string> = {}) =>
  folderWith({ [DRAFT]: cleanPlaybook, "answers.yaml": answersFile(cleanPlaybook), ...files });
const approve = (folder: string, ...more: readonly string[]) =>
  cadence(folder, ["approve", DRAFT, "--by", SAM, "--answers", "answers.yaml", "--note", "Something changed.", ...more]);
const revoke = (folder: string, ...more: readonly string[]) =>
  cadence(folder, ["revoke", "first-conversation", "--by", SAM, "--because", "Its benchmark was withdrawn.", ...more]);

/** What `verify` says for programs, and its exit code. */
async function verified(folder: string, ...more: readonly string[]) {
  const { code, out } = await cadence(folder, ["verify", "--format", "json", ...more]);
  return { code, ...(JSON.parse(out) as { playbooks: Record<string, unknown>[]; unread?: { what: string; todo: string }[] }) };
}
const said = async (folder: string, ...more: readonly string[]) => (await cadence(folder, ["verify", ...more])).out.replace(/\s+/g, " ");

test("every state is told, for people and for programs", async () => {
  const folder = await house();
  expect(await verified(folder)).toMatchObject({ code: 0, playbooks: [{ id: "first-conversation", state: "never-approved" }] });
  await approve(folder);
  expect(await verified(folder)).toMatchObject({
    code: 0,
    playbooks: [
      { state: "approved", version: 1, approvedBy: SAM, approvedOn: today, reviewBy: addDays(today, 90), draftIs: "same", signed: false },
    ],
  });
  const states = async (day: number) => {
    const { code, playbooks } = await verified(folder, "--on", addDays(today, day));
    return [code, playbooks[0]?.["state"]];
  };
  expect(await states(75)).toEqual([0, "approved"]);
  expect(await states(76)).toEqual([0, "due-soon"]);
  expect(await states(90)).toEqual([0, "due-soon"]);
  expect(await states(91)).toEqual([0, "overdue"]);
  expect(await states(120)).toEqual([0, "overdue"]);
  // Past the team's grace of thirty days the build must not go on.
  expect(await states(121)).toEqual([1, "overdue"]);
  await writeFile(path.join(folder, "cadence.config.yaml"), "approvals: { when-overdue: withdraw }\n");
  expect(await verified(folder, "--on", addDays(today, 200))).toMatchObject({
    code: 0,
    playbooks: [{ state: "overdue", withdrawn: true }],
  });

  await writeFile(path.join(folder, DRAFT), `# A note.\n${cleanPlaybook}`);
  expect(await said(folder)).toContain("The draft says the same in other writing.");
  await writeFile(path.join(folder, DRAFT), cleanPlaybook.replace("title: First conversation", "title: Another conversation"));
  expect(await said(folder)).toMatch(/The draft has changed since.* - title: First conversation \+ title: Another conversation/);
  await rm(path.join(folder, DRAFT));
  expect(await said(folder)).toContain("There is none any more; what was approved stays in the handbook.");

  expect(await revoke(folder)).toMatchObject({ code: 0, err: "" });
  expect(await verified(folder)).toMatchObject({
    code: 0,
    playbooks: [{ state: "revoked", decisions: [{ kind: "approval" }, { kind: "revocation" }] }],
  });
  expect(await said(folder)).toContain("because Its benchmark was withdrawn.");
});

test("what is forged fails the build and says where and what gave it away", async () => {
  const folder = await house();
  await approve(folder);
  await writeFile(path.join(folder, RECORD), (await readFile(path.join(folder, RECORD), "utf8")).replace('review-by: "2', 'review-by: "3'));
  const { code, playbooks } = await verified(folder);
  expect([code, playbooks[0]?.["state"]]).toEqual([1, "forged"]);
  expect(await said(folder)).toMatch(
    /forged Decision 1 is not the one that was made: its record has changed\. at approved\/first-conversation\/newest\.yaml do Restore/,
  );
});

test("what does not hold today fails the build and says what, where, why and what to do", async () => {
  const assets = (expires: string) =>
    `assets:\n  pick-benchmark: { title: Pick benchmark, owner: Dana Ortiz <dana@northwind.example>, expires: ${expires} }\n`;
  const folder = await house({ "cadence.assets.yaml": assets("2999-12-31") });
  const draft = cleanPlaybook.replace("channel: email", "channel: email\n    asset: pick-benchmark");
  await writeFile(path.join(folder, DRAFT), draft);
  await writeFile(path.join(folder, "answers.yaml"), answersFile(draft));
  expect(await approve(folder)).toMatchObject({ code: 0, err: "" });
  expect(await verified(folder)).toMatchObject({ code: 0, playbooks: [{ state: "approved" }] });
  await writeFile(path.join(folder, "cadence.assets.yaml"), assets("2026-01-31"));
  await writeFile(path.join(folder, "cadence.config.yaml"), "caps: { default: { smallest-gap: 20 } }\n");
  // Twice, because the second time it is remembered.
  for (const _ of [1, 2]) {
    const { code, playbooks } = await verified(folder);
    expect([code, playbooks[0]?.["state"], playbooks[0]?.["fails"]]).toEqual([1, "approved", "what was approved does not hold today"]);
    expect(playbooks[0]?.["lapses"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ line: expect.any(Number), what: expect.stringContaining("which expired on 2026-01-31.") }),
        expect.objectContaining({ why: rules["gaps-hold"].why }),
      ]),
    );
  }
  const words = await said(folder);
  expect(words).toMatch(
    /lapsed “[\w-]+” brings “pick-benchmark”, which expired on 2026-01-31\. at approved\/first-conversation\/1\/first-conversation\.playbook\.yaml:\d+:\d+ why What is out of date .* do Have Dana Ortiz/,
  );
  expect(words).toContain("One of them must not be published as it stands.");
  await writeFile(path.join(folder, "cadence.assets.yaml"), assets("2999-12-31"));
  await rm(path.join(folder, "cadence.config.yaml"));
  expect(await verified(folder)).toMatchObject({ code: 0 });
});

describe("revoking", () => {
  test.each([
    [["first-conversatoin", "--by", SAM, "--because", "A reason in words."], "There is no playbook “first-conversatoin”"],
    [["first-conversation", "--by", SAM, "--because", "no"], "Nothing says why."],
    [["first-conversation", "--by", "Sam", "--because", "A reason in words."], "“Sam” does not name a person well enough."],
    [["first-conversation", "--by", SAM, "--because", "A reason in words.", "--on", "2020-01-01"], "more than 7 days ago"],
  ])("%j is refused", async (args, why) => {
    const folder = await house();
    await approve(folder);
    const run = await cadence(folder, ["revoke", ...args]);
    expect([run.code, run.err.replace(/\s+/g, " ")]).toEqual([1, expect.stringContaining(why)]);
    expect(await readdir(path.join(folder, "approved/first-conversation"))).toEqual(["1", "newest.yaml"]);
  });

  test("the owner may, a stranger may not, what was never approved or is revoked already cannot be", async () => {
    const folder = await house({ "cadence.config.yaml": `approvers: [{ person: "${SAM}" }]\n` });
    expect((await revoke(folder)).err).toContain("was never approved");
    await approve(folder);
    const run = (by: string) => cadence(folder, ["revoke", DRAFT, "--by", by, "--because", "A reason in words."]);
    expect((await run("Kit Rivera <kit@northwind.example>")).err.replace(/\s+/g, " ")).toContain(
      "neither owns this playbook nor is among the approvers",
    );
    expect(await run("Dana Ortiz <dana@northwind.example>")).toMatchObject({ code: 0 });
    expect((await run(SAM)).err).toContain("was revoked already");
    expect((await approve(folder)).code).toBe(0);
    expect(await verified(folder)).toMatchObject({ playbooks: [{ state: "approved", version: 3 }] });
  });

  test("of an approval and a revocation at once one wins, and the other is told", async () => {
    const folder = await house();
    await approve(folder);
    await writeFile(path.join(folder, DRAFT), `${cleanPlaybook}# One more word.\n`);
    const runs = await Promise.all([approve(folder), revoke(folder)]);
    const won = runs.filter(({ code }) => code === 0).length;
    // Whoever comes clearly later decides on what is there then, and may.
    expect([1, 2]).toContain(won);
    for (const { code, err } of runs) if (code !== 0) expect(err.replace(/\s+/g, " ")).toContain("at the same moment, and was first");
    expect(await verified(folder)).toMatchObject({ code: 0, playbooks: [{ decisions: { length: won + 1 } }] });
  });
});

test("an earlier commit remembers what was taken away", async () => {
  const folder = await house();
  await rm(path.join(folder, ".git"), { recursive: true });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@x.example", ...args], { cwd: folder, stdio: "pipe" });
  git("init", "-q");
  await approve(folder);
  await cp(path.join(folder, "approved"), path.join(folder, ".kept"), { recursive: true });
  await revoke(folder);
  git("add", "approved");
  git("commit", "-q", "-m", "Revoked");
  expect(await verified(folder, "--since", "HEAD")).toMatchObject({ code: 0, playbooks: [{ state: "revoked" }] });
  // An old ledger, whole in itself.
  await rm(path.join(folder, "approved"), { recursive: true });
  await cp(path.join(folder, ".kept"), path.join(folder, "approved"), { recursive: true });
  expect(await verified(folder)).toMatchObject({ code: 0, playbooks: [{ state: "approved" }] });
  expect(await verified(folder, "--since", "HEAD")).toMatchObject({ code: 1, playbooks: [{ state: "forged" }] });
  expect(await said(folder, "--since", "HEAD")).toContain("Decision 2 was made at HEAD already, and it is not there any more.");
  expect(await verified(folder, "--since", "no-such-branch")).toMatchObject({
    code: 2,
    unread: [{ what: "git knows no commit “no-such-branch”." }],
  });
});

test("what cannot be read is told and never passed over", async () => {
  const folder = await house({ "cadence.config.yaml": "approvers: [\n" });
  expect(await verified(folder)).toMatchObject({ code: 2, playbooks: [], unread: [{}] });
  expect(await verified(folder, "no-such-folder")).toMatchObject({ code: 2 });
  expect((await cadence(folder, ["verify", "--on", "soon"])).err).toContain("“soon” is not a date.");
  await writeFile(path.join(folder, "cadence.config.yaml"), "team: Northwind\n");
  await writeFile(path.join(folder, "allowed_signers"), Buffer.from([0, 1, 2]));
  expect(await verified(folder)).toMatchObject({ code: 2, unread: [{ what: expect.stringContaining("This is not text") }] });
});

if (!hasOpenSsh) process.stderr.write("\nNOT RUN: signing with ssh-keygen, because it is not here. Debian has it in openssh-client.\n\n");

describe.skipIf(!hasOpenSsh)("signing with ssh-keygen", () => {
  async function signing(lineFor = "sam@northwind.example") {
    const folder = await house({ "cadence.config.yaml": "approvals: { signatures: required }\n" });
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", "key"], { cwd: folder });
    await writeFile(path.join(folder, "allowed_signers"), `${lineFor} ${await readFile(path.join(folder, "key.pub"), "utf8")}`);
    return folder;
  }

  test("what is signed holds, and OpenSSH itself says so", async () => {
    const folder = await signing();
    expect((await approve(folder, "--sign", "key")).err).toBe("");
    expect(await verified(folder)).toMatchObject({ code: 0, playbooks: [{ state: "approved", signed: true }] });
    const args = [
      "-Y",
      "verify",
      "-f",
      "allowed_signers",
      "-I",
      "sam@northwind.example",
      "-n",
      "approval@cadence-playbooks",
      "-s",
      `${RECORD}.sig`,
    ];
    execFileSync("ssh-keygen", args, { cwd: folder, input: await readFile(path.join(folder, RECORD)), stdio: ["pipe", "pipe", "pipe"] });
    expect((await revoke(folder, "--sign", "key")).err).toBe("");
    expect(await verified(folder)).toMatchObject({ code: 0, playbooks: [{ state: "revoked" }] });
  });

  test.each<[string, () => Promise<string>, readonly string[], string]>([
    ["with somebody else's key", () => signing("theo@northwind.example"), ["--sign", "key"], "somebody else's key"],
    ["with a key that is not there", () => signing(), ["--sign", "no-such-key"], "could not be signed with no-such-key"],
    ["with no key at all", () => signing(), [], "There is no key to sign with."],
  ])("%s nothing is entered", async (_, make, args, why) => {
    const folder = await make();
    const run = await cadence(folder, ["approve", DRAFT, "--by", SAM, "--answers", "answers.yaml", ...args], {
      env: { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", HOME: folder },
    });
    expect([run.code, run.err.replace(/\s+/g, " ")]).toEqual([1, expect.stringContaining(why)]);
    expect((await verified(folder)).playbooks).toMatchObject([{ state: "never-approved" }]);
  });

  test("a key that is nobody's is refused when read, too", async () => {
    const folder = await signing();
    await approve(folder, "--sign", "key");
    await writeFile(path.join(folder, "allowed_signers"), allowed("sam@northwind.example", newSigner()));
    expect(await verified(folder)).toMatchObject({ code: 1, playbooks: [{ state: "forged" }] });
  });
});
