import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ClientCapabilities, DiagnosticRefreshRequest, type DocumentDiagnosticReport } from "vscode-languageserver-protocol";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startServer } from "../test/client.ts";

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
let version: number;
let text: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cadence-held-"));
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const uri = () => server.uri("first.playbook.yaml");
const place = (offset: number) => {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};
const codes = (found: { diagnostics: readonly { code?: unknown }[] }) => found.diagnostics.map(({ code }) => code);

/** A playbook with a new line in it, on which somebody is about to type. Answers the offset there. */
async function begin(whileTyping: "shown" | "held", capabilities: ClientCapabilities = {}): Promise<number> {
  server = await startServer(folder, capabilities);
  await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: { cadence: { findings: { whileTyping } } } });
  text = cleanPlaybook.replace("owner:", "\nowner:");
  version = 1;
  await server.open(uri(), text);
  return text.indexOf("owner:") - 1;
}

/** One key at a place; answers what is told of the text with it. */
async function key(offset: number, letter: string) {
  const range = { start: place(offset), end: place(offset) };
  text = text.slice(0, offset) + letter + text.slice(offset);
  await server.change(uri(), ++version, [{ range, text: letter }]);
}

async function typed(offset: number, words: string): Promise<number> {
  for (const [i, letter] of [...words].entries()) await key(offset + i, letter);
  return offset + words.length;
}

/** Types a key that does not exist. `told` is what was told of the last letter. */
async function typing(whileTyping: "shown" | "held"): Promise<{ end: number; told: unknown[] }> {
  const at = await begin(whileTyping);
  await giveValue(at);
  const end = await typed(at, "remarks");
  return { end, told: codes(await server.diagnostics(uri(), version)) };
}

/** The value is there before the key, so that what is wrong is the key and nothing else. */
async function giveValue(at: number): Promise<void> {
  await server.change(uri(), ++version, [{ range: { start: place(at), end: place(at) }, text: ": words" }]);
  text = `${text.slice(0, at)}: words${text.slice(at)}`;
}

test("by default a finding is told with the key that makes it", async () => {
  expect((await typing("shown")).told).toContain("known-keys");
});

describe("where it is set so, the word that is typed is left alone", () => {
  /** What is told of the newest version after that. */
  const next = async (count: number) => {
    await expect.poll(() => server.published.filter((one) => one.version === version).length).toBeGreaterThan(count);
    return codes(server.published.findLast((one) => one.version === version) ?? { diagnostics: [] });
  };

  test("until it is saved", async () => {
    const { told } = await typing("held");
    expect(told).not.toContain("known-keys");
    await server.connection.sendNotification("textDocument/didSave", { textDocument: { uri: uri() } });
    expect(await next(1)).toContain("known-keys");
  });

  test("until something is asked about another place, and not before", async () => {
    const { end } = await typing("held");
    const asks = (offset: number) =>
      server.connection.sendRequest("textDocument/documentHighlight", { textDocument: { uri: uri() }, position: place(offset) });
    await asks(end);
    await asks(end - 3);
    // Whatever was to be told of this would have come before the answer to a third question.
    expect(server.published.filter((one) => one.version === version)).toHaveLength(1);
    await asks(0);
    expect(await next(1)).toContain("known-keys");
  });

  test("until the cursor leaves, for a client that tells", async () => {
    const { end } = await typing("held");
    const cursor = (offset: number) =>
      server.connection.sendNotification("cadence/cursor", { textDocument: { uri: uri() }, position: place(offset) });
    await cursor(end);
    await cursor(end + 4);
    expect(await next(1)).toContain("known-keys");
  });

  test("until the next word, or a key elsewhere; findings elsewhere are told all the while", async () => {
    const { end } = await typing("held");
    await key(end, " ");
    expect(codes(await server.diagnostics(uri(), version))).toContain("known-keys");
    const day = text.indexOf("day: 9") + "day: 9".length;
    text = `${text.slice(0, day - 1)}5${text.slice(day)}`;
    await server.change(uri(), ++version, [{ range: { start: place(day - 1), end: place(day) }, text: "5" }]);
    const told = codes(await server.diagnostics(uri(), version));
    expect(told).toContain("known-keys");
    expect(told).not.toContain("gaps-hold");
    await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: { cadence: {} } });
    expect(await next(1)).toContain("gaps-hold");
  });
});

test("what is pasted or completed is judged at once", async () => {
  const at = await begin("held");
  await key(at, "summry: Twice");
  expect(codes(await server.diagnostics(uri(), version)).length).toBeGreaterThan(0);
});

test("a client that asks is asked to ask again, and only where something was held back", async () => {
  const at = await begin("held", {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } },
  });
  let refreshed = 0;
  server.connection.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshed++;
  });
  const asked = async () => {
    const report = await server.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", {
      textDocument: { uri: uri() },
    });
    return report.kind === "full" ? report.items.map(({ code }) => code) : [];
  };
  const saved = () => server.connection.sendNotification("textDocument/didSave", { textDocument: { uri: uri() } });
  // The setting itself changes what is told.
  await asked();
  await expect.poll(() => refreshed).toBe(1);
  refreshed = 0;
  const owner = text.indexOf("owner:");
  await typed(owner + "owner: ".length, "a");
  await asked();
  await saved();
  await asked();
  expect(refreshed).toBe(0);
  await giveValue(at);
  await typed(at, "remarks");
  expect(await asked()).not.toContain("known-keys");
  await saved();
  await expect.poll(() => refreshed).toBe(1);
  expect(await asked()).toContain("known-keys");
});
