import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, expect, test } from "vitest";

/**
 * The server as a browser runs it: a worker made of the packed files' text, without anything of Node, that sees files only
 * through its client. Browsers pass messages as objects, so a client is a few lines.
 */
const dist = join(import.meta.dirname, "dist");
const playbook = readFileSync(join(import.meta.dirname, "../playbooks/first-conversation.playbook.yaml"), "utf8");

/** What a browser's worker has of messages and of turns. What else Node has, the packed server does not ask for: see below. */
const BROWSER = `
  const { parentPort } = require("node:worker_threads");
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  const target = new EventTarget();
  globalThis.addEventListener = target.addEventListener.bind(target);
  globalThis.removeEventListener = target.removeEventListener.bind(target);
  parentPort.on("message", (data) => globalThis.onmessage?.({ data }));
  for (const name of ["setImmediate", "clearImmediate", "global"]) delete globalThis[name];
  globalThis.self = globalThis;
  (0, eval)(require("node:worker_threads").workerData);
`;

type Message = { id?: number; method?: string; params?: Record<string, unknown>; result?: unknown; error?: unknown };
let worker: Worker;
const heard: Message[] = [];
const files: Record<string, string> = {
  "memfs:/team/cadence.config.yaml": "severities: { known-keys: warning }\n",
  "memfs:/team/a.playbook.yaml": playbook,
  "memfs:/other/cadence.config.yaml": "severities: { known-keys: info }\n",
};
const folders = [{ uri: "memfs:/team", name: "team" }];

beforeAll(() => {
  const built = spawnSync(process.execPath, [join(import.meta.dirname, "build.ts")], { encoding: "utf8" });
  expect(built.status, built.stderr).toBe(0);
  const text = ["var CADENCE_MODEL=", readFileSync(join(dist, "model.json")), ";", readFileSync(join(dist, "server.web.cjs"))].join("");
  worker = new Worker(BROWSER, { eval: true, workerData: text });
  worker.on("message", (message: Message) => {
    if (message.method && message.id !== undefined) worker.postMessage({ jsonrpc: "2.0", id: message.id, result: asked(message) });
    else heard.push(message);
  });
});
afterAll(() => worker?.terminate());

/** What the editor answers a server that has no disk. */
function asked({ method, params }: Message): unknown {
  if (method === "cadence/read") return files[String(params)] ?? null;
  if (method === "cadence/files") return Object.keys(files).map((uri) => ({ uri, stamp: String(files[uri]?.length) }));
  if (method === "workspace/workspaceFolders") return folders;
  return null;
}

let ids = 0;
const told = (method: string, params: unknown) => worker.postMessage({ jsonrpc: "2.0", method, params });
async function request(method: string, params: unknown): Promise<unknown> {
  const id = ++ids;
  worker.postMessage({ jsonrpc: "2.0", id, method, params });
  const answer = await waited((message) => message.id === id);
  expect(answer.error).toBeUndefined();
  return answer.result;
}
async function waited(wanted: (message: Message) => boolean): Promise<Message> {
  for (;;) {
    const found = heard.find(wanted);
    if (found) return found;
    await new Promise((next, fail) => worker.once("message", next).once("error", fail));
  }
}

test("the files for a browser ask for nothing of Node", () => {
  for (const name of ["server.web.cjs", "extension.web.cjs"]) {
    const asked = [...readFileSync(join(dist, name), "utf8").matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module]) => module);
    expect(asked.filter((module) => module !== "vscode")).toEqual([]);
  }
});

test("in a browser it reads files through the editor, finds, hovers and looks through the whole workspace", async () => {
  await request("initialize", {
    processId: null,
    rootUri: null,
    workspaceFolders: folders,
    capabilities: { workspace: { workspaceFolders: true } },
  });
  told("initialized", {});
  const uri = "memfs:/team/b.playbook.yaml";
  told("textDocument/didOpen", {
    textDocument: { uri, languageId: "cadence-playbook", version: 1, text: playbook.replace("summary:", "summry:") },
  });
  const published = await waited(({ method, params }) => method === "textDocument/publishDiagnostics" && params?.["uri"] === uri);
  // The configuration, read through the editor, makes it a warning.
  expect(published.params?.["diagnostics"]).toMatchObject([{ code: "known-keys", severity: 2 }]);
  const hover = await request("textDocument/hover", { textDocument: { uri }, position: { line: 1, character: 1 } });
  expect(JSON.stringify(hover)).toContain("What reps call this playbook.");
  const preview = await request("cadence/drawing", { textDocument: { uri } });
  expect(preview).toMatchObject({
    title: "First conversation with a head of operations",
    drawn: { line: [{ day: "Day 1" }, {}, {}, {}, {}, {}, {}] },
  });
  expect(await request("cadence/playbooks", undefined)).toContainEqual(
    expect.objectContaining({ uri: "memfs:/team/a.playbook.yaml", title: "First conversation with a head of operations", approval: null }),
  );
  const symbols = (await request("workspace/symbol", { query: "benchmark-in-writing" })) as { location: { uri: string } }[];
  expect(symbols.map(({ location }) => location.uri)).toContain("memfs:/team/a.playbook.yaml");
});

test("what a team wrote above a file counts once its folder joins the workspace", async () => {
  const uri = "memfs:/other/deep/c.playbook.yaml";
  const text = playbook.replace("summary:", "summry:");
  told("textDocument/didOpen", { textDocument: { uri, languageId: "cadence-playbook", version: 1, text } });
  const severity = (wanted: number) => (message: Message) =>
    message.method === "textDocument/publishDiagnostics" &&
    message.params?.["uri"] === uri &&
    (message.params["diagnostics"] as { severity: number }[])[0]?.severity === wanted;
  // Nobody may look around outside the workspace, so the careful severity holds.
  await waited(severity(1));
  folders.push({ uri: "memfs:/other", name: "other" });
  told("workspace/didChangeWorkspaceFolders", { event: { added: [{ uri: "memfs:/other", name: "other" }], removed: [] } });
  await waited(severity(3));
});
