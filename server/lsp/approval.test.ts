import { execFileSync } from "node:child_process";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { answersFor } from "../test/answers.ts";
import { cadence, folderWith } from "../test/cadence.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startServer } from "../test/client.ts";
import { hasOpenSsh } from "../test/ssh.ts";

const SAM = "Sam Lindqvist <sam@northwind.example>";
const DRAFT = "first-conversation.playbook.yaml";

/** The server with the draft open in it. */
async function editing(files: Record<string, string> = {}) {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook, ...files });
  const server = await startServer(folder, { workspace: { codeLens: { refreshSupport: true } } });
  onTestFinished(async () => void (await server.stop()));
  const refreshed: number[] = [];
  server.connection.onRequest("workspace/codeLens/refresh", () => {
    refreshed.push(1);
    return null;
  });
  const uri = server.uri(DRAFT);
  await server.open(uri, cleanPlaybook);
  const ask = <T>(what: string, more: object = {}) => server.connection.sendRequest<T>(`cadence/${what}`, { uri, ...more });
  const lens = async (of = uri) =>
    (
      await server.connection.sendRequest<{ command: { title: string; command: string } }[]>("textDocument/codeLens", {
        textDocument: { uri: of },
      })
    ).flatMap(({ command }) => (command.command === "cadence.approval" ? [command.title] : []));
  const approve = (more: object = {}) => ask("approve", { by: SAM, note: "A change.", answers: answersFor(cleanPlaybook), ...more });
  return { folder, server, uri, ask, lens, approve, refreshed };
}

test("a draft's way through an editor: never approved, approved, changed, revoked", async () => {
  const { folder, server, uri, ask, lens, approve, refreshed } = await editing();
  expect(server.capabilities.codeLensProvider).toBeDefined();
  expect(await lens()).toEqual(["Never approved"]);
  expect(await ask("approved-text")).toBeNull();
  expect(await ask("approval-questions")).toMatchObject({
    approvers: [],
    needsNote: false,
    questions: Object.keys(answersFor(cleanPlaybook)).map((id) => ({ id })),
  });

  expect(await approve()).toMatchObject({ done: expect.stringContaining("Approved as version 1.") });
  expect(refreshed.length).toBeGreaterThan(0);
  expect(await lens()).toEqual(["Approved by Sam Lindqvist, version 1"]);
  expect(await ask("approval")).toMatchObject({
    state: "approved",
    draft: "same",
    detail: expect.stringContaining("The draft is what was approved."),
  });
  // The command line sees the same.
  expect((await cadence(folder, ["verify"])).code).toBe(0);

  const changed = cleanPlaybook.replace("title: First conversation", "title: Another conversation");
  await server.change(uri, 2, [{ text: changed }]);
  expect(await lens()).toEqual(["Approved by Sam Lindqvist, version 1 · the draft has changed since"]);
  expect(await ask("approved-text")).toBe(cleanPlaybook);
  expect(await ask("approval-questions")).toMatchObject({ needsNote: true });
  // It is not an error: the diagnostics say nothing of it.
  expect((await server.diagnostics(uri, 2)).diagnostics.filter(({ message }) => /approv/i.test(String(message)))).toEqual([]);
  expect(await approve()).toMatchObject({ refused: [{ what: "The draft has changes that are not saved." }] });

  expect(await ask("revoke", { by: SAM, because: "no" })).toMatchObject({ refused: [{ what: "Nothing says why." }] });
  expect(await ask("revoke", { by: SAM, because: "Its benchmark was withdrawn." })).toMatchObject({
    done: expect.stringContaining("Version 1 is revoked."),
  });
  expect(await lens()).toEqual(["Revoked by Sam Lindqvist · the draft has changed since"]);
});

test("what stands against an approval is told in full, and an answer's weakness before it is given", async () => {
  const { ask, approve } = await editing({ "cadence.config.yaml": "approvers: [{ person: Maren Holt <maren@northwind.example> }]\n" });
  expect(await approve({ answers: {} })).toMatchObject({
    refused: expect.arrayContaining([
      expect.objectContaining({ what: "Sam Lindqvist is not among the approvers in cadence.config.yaml." }),
      expect.objectContaining({ what: expect.stringContaining("has no answer") }),
    ]),
  });
  expect(await ask("approval-questions")).toMatchObject({ approvers: ["Maren Holt <maren@northwind.example>"] });
  expect(await ask("answer-is-poor", { answer: "yes", others: [] })).toBe("is answered with one word only");
  expect(await ask("answer-is-poor", { answer: "A sentence about this playbook.", others: [] })).toBeNull();
});

test("a forged ledger and an unreadable configuration are told; approved copies and other files have no lens", async () => {
  const { folder, server, ask, lens, approve } = await editing();
  await approve();
  const copy = `approved/first-conversation/1/${DRAFT}`;
  await server.open(server.uri(copy), cleanPlaybook);
  expect(await lens(server.uri(copy))).toEqual([]);
  expect(await lens(server.uri("nowhere.playbook.yaml"))).toEqual([]);
  await writeFile(path.join(folder, copy), `${await readFile(path.join(folder, copy), "utf8")}# Slipped in.\n`);
  expect(await ask("approval")).toMatchObject({
    state: "forged",
    words: "The approval cannot be believed",
    detail: expect.stringContaining("The copy is not what was approved"),
  });
  await writeFile(path.join(folder, "cadence.config.yaml"), "approvers: [\n");
  expect(await ask("approval")).toMatchObject({ words: "Approval unknown", detail: expect.stringContaining("cadence.config.yaml") });
  expect(await approve()).toMatchObject({ refused: [{ what: expect.stringContaining("cadence.config.yaml") }] });
});

test.skipIf(!hasOpenSsh)(
  "where the team asks for signatures an editor signs with git's key, and says what is missing where there is none",
  async () => {
    const { folder, ask, lens, approve } = await editing({ "cadence.config.yaml": "approvals: { signatures: required }\n" });
    const run = (program: string, ...args: string[]) => execFileSync(program, args, { cwd: folder, stdio: "pipe" });
    await rm(path.join(folder, ".git"));
    run("git", "init", "-q");
    run("git", "config", "user.signingkey", "");
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key");
    await writeFile(path.join(folder, "allowed_signers"), `sam@northwind.example ${await readFile(path.join(folder, "key.pub"), "utf8")}`);
    expect(await approve()).toMatchObject({
      refused: [{ what: "There is no key to sign with.", todo: expect.stringContaining("git config user.signingkey") }],
    });
    expect(await lens()).toEqual(["Never approved"]);

    run("git", "config", "user.signingkey", path.join(folder, "key"));
    expect(await approve()).toMatchObject({ done: expect.stringContaining("Approved as version 1.") });
    expect(await readdir(path.join(folder, "approved/first-conversation/1"))).toContain("first-conversation.approval.yaml.sig");
    expect(await ask("approval")).toMatchObject({ state: "approved" });
    const { code, out } = await cadence(folder, ["verify", "--format", "json"]);
    expect({ code, playbooks: JSON.parse(out).playbooks }).toMatchObject({ code: 0, playbooks: [{ state: "approved", signed: true }] });

    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "stranger");
    run("git", "config", "user.signingkey", path.join(folder, "stranger"));
    expect(await ask("revoke", { by: SAM, because: "Its benchmark was withdrawn." })).toMatchObject({ refused: [{}] });
    expect(await lens()).toEqual(["Approved by Sam Lindqvist, version 1"]);
  },
);
