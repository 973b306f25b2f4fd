import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { WorkspaceDiagnosticReport } from "vscode-languageserver-protocol";
import { random } from "../accuracy/random.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startServer } from "../test/client.ts";

/**
 * What somebody waits for in an editor, over standard input and output: the bundled server beside one that does nothing, one that
 * only parses and one for any YAML. They take turns key by key, so that a busy machine is unfair to none of them.
 */
const root = path.join(import.meta.dirname, "../..");
const KEYS = Number(process.env["KEYS"] ?? 300);
const WARM_UP = 100;

const bundled = path.join(root, "extension/dist/server.cjs");
const generic = path.join(
  path.dirname(createRequire(import.meta.url).resolve("yaml-language-server/package.json")),
  "bin/yaml-language-server",
);
const RIVALS = {
  cadence: bundled,
  "nothing at all": path.join(import.meta.dirname, "empty-server.ts"),
  "parse only": path.join(import.meta.dirname, "parse-only-server.ts"),
  "yaml-language-server": generic,
};
/** Who waits a while before it answers gets two keys in so many, or nobody would wait for the end. */
const SELDOM: Readonly<Record<string, number>> = { "yaml-language-server": 20 };
type Server = Awaited<ReturnType<typeof startServer>>;

const short = readFileSync(path.join(root, "playbooks/first-conversation.playbook.yaml"), "utf8");
/** Touches under ids and on days of their own. */
const later = (touches: string, round: number) =>
  touches
    .replace(/^( +- id: )(.*)$/gm, `$1$2-${round}`)
    .replace(/^( +pairs-with: )(.*)$/gm, `$1$2-${round}`)
    .replace(/^( +day: )(\d+)$/gm, (_day, key: string, day: string) => `${key}${Number(day) + round * 40}`);
const rounds = (made: (touches: string, round: number) => string) =>
  short.replace(/^touches:\n([\s\S]*?)^(?=replies:)/m, (_, touches: string) => {
    const again = Array.from({ length: 15 }, (_none, round) => made(later(touches, round), round));
    return `touches:\n${again.join("")}`;
  });
const vocabulary = [...new Set(short.match(/\b[a-z]{4,}\b/g))];
/** A playbook of about 2,000 lines: the touches of the short one, again and again, in words of their own. They make little sense. */
const long = rounds((touches, round) => {
  const next = random(round);
  const anew = (line: string) =>
    line.replace(/(?<![{a-z.])\b[a-z]{4,}\b(?![:}a-z_])/g, () => vocabulary[Math.floor(next() * vocabulary.length)] ?? "");
  const isWords = /^ {6}(?! *[a-z-]+:(?: |$))|^ +(?:subject|reason|value):/;
  return round === 0
    ? touches
    : touches
        .split("\n")
        .map((line) => (isWords.test(line) ? anew(line) : line))
        .join("\n");
});
/** The same with nearly the same words each time, which is told at every touch: no text has more findings for its length. */
const repetitive = rounds((touches, round) => touches.replace(/(?<= )warehouses\b/g, `warehouses of round ${round}`));

const folder = mkdtempSync(path.join(tmpdir(), "cadence-bench-"));
const share = (values: readonly number[], of: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * of))] ?? Number.NaN;
const ms = (value: number) => `${value.toFixed(1)} ms`;
const tell = (what: string, values: readonly number[], high = 0.99) =>
  console.log(`  ${what.padEnd(44)} p50 ${ms(share(values, 0.5)).padStart(9)}   p${high * 100} ${ms(share(values, high)).padStart(9)}`);

/** Types and erases a letter in a message, in turns; answers how long each key took until `wait` was over. */
async function keys(
  servers: Readonly<Record<string, Server>>,
  text: string,
  wait: (server: Server, uri: string, version: number | undefined) => Promise<unknown>,
) {
  const line = text.split("\n").findIndex((one) => one.includes("Two in five were look-alike"));
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
  const name = `keys-${text.length}-${Math.random()}.playbook.yaml`;
  for (const server of Object.values(servers)) {
    await server.open(server.uri(name), text);
    const { diagnostics } = await server.diagnostics(server.uri(name));
    if (server === cadence && "parse only" in servers)
      console.log(`  ${diagnostics.length} findings, ${JSON.stringify(diagnostics).length} characters`);
  }
  for (let key = 0; key < WARM_UP + KEYS; key++)
    for (const [rival, server] of Object.entries(servers)) {
      if (key % (SELDOM[rival] ?? 1) > 1) continue;
      const uri = server.uri(name);
      const at = { line, character: 20 };
      const change =
        key % 2 === 0 ? { range: { start: at, end: at }, text: "x" } : { range: { start: at, end: { line, character: 21 } }, text: "" };
      server.published.length = 0;
      const started = performance.now();
      await server.change(uri, key + 2, [change]);
      // A server that does not say which version it speaks of is taken at its first word.
      await wait(server, uri, rival in SELDOM ? undefined : key + 2);
      if (key >= WARM_UP) times[rival]?.push(performance.now() - started);
    }
  for (const server of Object.values(servers))
    await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri: server.uri(name) } });
  return times;
}

const start = async (program: string) => startServer(folder, {}, program);
const all = Object.fromEntries(
  await Promise.all(Object.entries(RIVALS).map(async ([name, program]) => [name, await start(program)] as const)),
);
const { cadence, "parse only": floor } = all as Record<string, Server>;
if (!cadence || !floor) throw new Error("A server did not start.");

for (const [what, text] of [
  ["200 lines", short],
  ["2,000 lines", long],
  ["2,000 lines, every message said fifteen times", repetitive],
] as const) {
  console.log(`\nKey to diagnostics, ${what} (${text.split("\n").length}), ${KEYS} keys`);
  for (const [name, times] of Object.entries(await keys(all, text, (server, uri, version) => server.diagnostics(uri, version))))
    tell(name, times);
}

console.log("\nTwenty keys at once, last key to diagnostics");
for (const [name, server] of Object.entries(all)) {
  const times: number[] = [];
  const uri = server.uri(`burst-${name}.playbook.yaml`);
  await server.open(uri, short);
  await server.diagnostics(uri);
  let version = 1;
  for (let round = 0; round < (name === "yaml-language-server" ? 8 : 40); round++) {
    server.published.length = 0;
    for (let i = 0; i < 20; i++) {
      const at = { line: 1, character: 10 };
      void server.change(uri, ++version, [{ range: { start: at, end: at }, text: "x" }]);
    }
    const started = performance.now();
    // A server that does not say which version it speaks of is taken at its first word.
    await server.diagnostics(uri, name === "yaml-language-server" ? undefined : version);
    times.push(performance.now() - started);
  }
  tell(name, times, 0.95);
}

console.log("\nRight after a key");
for (const [method, more] of [
  ["completion", {}],
  ["hover", {}],
] as const)
  tell(
    method,
    (
      await keys({ cadence }, short, (server, uri) =>
        server.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position: { line: 2, character: 2 }, ...more }),
      )
    )["cadence"] ?? [],
    0.95,
  );
for (const server of Object.values(all)) await server.stop().catch(() => undefined);

console.log("\nCold start to first diagnostics");
for (const [name, program] of Object.entries(RIVALS)) {
  const times: number[] = [];
  for (let i = 0; i < 9; i++) {
    const started = performance.now();
    const server = await start(program);
    await server.open(server.uri("cold.playbook.yaml"), short);
    await server.diagnostics(server.uri("cold.playbook.yaml"));
    times.push(performance.now() - started);
    await server.stop().catch(() => undefined);
  }
  tell(name, times, 0.9);
}

/** Milliseconds in which somebody reads what they have opened. */
const A_REST = 15_000;
/** The resident memory of a process, in megabytes. Linux only. */
const memory = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
console.log("\nMemory with 1,000 playbooks open");
for (const [name, program] of [
  ["cadence", bundled],
  ["nothing at all", RIVALS["nothing at all"]],
  ["parse only", RIVALS["parse only"]],
] as const) {
  const server = await start(program);
  const texts = (i: number) => short.replaceAll("warehouse", `warehouse ${i}`);
  for (let i = 0; i < 1000; i++) {
    const uri = server.uri(`open-${i}.playbook.yaml`);
    await server.open(uri, texts(i));
    await server.diagnostics(uri);
  }
  const working = memory(server.pid);
  await setTimeout(A_REST);
  console.log(`  ${name.padEnd(44)} ${memory(server.pid).toFixed(0)} MB, and ${working.toFixed(0)} MB right after the last was opened`);
  await server.stop();
}

/** A clean playbook of about 150 lines, as `cadence check` is measured with. Every file has words of its own. */
const clean = (i: number) =>
  cleanPlaybook.replaceAll("twenty", `${20 + i}`).replaceAll("March", `March ${i}`) + "# A note for the next author.\n".repeat(16);
for (const [what, written] of [
  ["some 150 lines each", clean],
  ["260 lines each, something found in all", (i: number) => short.replaceAll("warehouse", `warehouse ${i}`)],
] as const) {
  console.log(`\nAll 1,000 files of a workspace, none of them open: ${what}`);
  for (let i = 0; i < 1000; i++) writeFileSync(path.join(folder, `file-${i}.playbook.yaml`), written(i));
  const server = await startServer(folder, { textDocument: { diagnostic: {} } }, bundled);
  const pull = async (previousResultIds: { uri: string; value: string }[]) => {
    const started = performance.now();
    const { items } = await server.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds });
    return { items, took: performance.now() - started };
  };
  const first = await pull([]);
  const second = await pull(first.items.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : [])));
  console.log(
    `  first ${ms(first.took)}, again ${ms(second.took)} (${second.items.filter(({ kind }) => kind === "unchanged").length} unchanged)`,
  );
  await server.stop();
}
rmSync(folder, { recursive: true });
