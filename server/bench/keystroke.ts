import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startServer } from "../test/client.ts";

const WARM_UP = 150;
const KEYSTROKES = 400;
const playbook = path.join(import.meta.dirname, "../../playbooks/first-conversation.playbook.yaml");

/**
 * From a keystroke to its diagnostics, over standard input and output, in a real playbook of about 200 lines: our server
 * beside one that only parses, their keystrokes taken in turns so that a busy machine is unfair to neither.
 */
const text = await readFile(playbook, "utf8");
const folder = await mkdtemp(path.join(tmpdir(), "cadence-bench-"));
const lines = text.split("\n");
const line = lines.findIndex((one) => one.includes("Two in five were look-alike"));

const rivals = {
  cadence: await startServer(folder),
  "parse only": await startServer(folder, {}, path.join(import.meta.dirname, "parse-only-server.ts")),
};
const times: Record<string, number[]> = Object.fromEntries(Object.keys(rivals).map((name) => [name, []]));

for (const server of Object.values(rivals)) {
  const uri = server.uri("bench.playbook.yaml");
  await server.open(uri, text);
  await server.diagnostics(uri, 1);
}
for (let key = 0; key < WARM_UP + KEYSTROKES; key++) {
  for (const [name, server] of Object.entries(rivals)) {
    const uri = server.uri("bench.playbook.yaml");
    const at = { line, character: 10 + (key % 40) };
    const typed = { range: { start: at, end: at }, text: "x" };
    const erased = { range: { start: at, end: { line, character: at.character + 1 } }, text: "" };
    const version = key + 2;
    server.published.length = 0;
    const start = performance.now();
    await server.change(uri, version, [
      key % 2 === 0
        ? typed
        : { ...erased, range: { start: { line, character: 10 + ((key - 1) % 40) }, end: { line, character: 11 + ((key - 1) % 40) } } },
    ]);
    await server.diagnostics(uri, version);
    if (key >= WARM_UP) times[name]?.push(performance.now() - start);
  }
}
for (const server of Object.values(rivals)) await server.stop();
await rm(folder, { recursive: true });

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
const base = quantile(times["parse only"] ?? [], 0.5);
console.log(`Keystroke to diagnostics over stdio, ${lines.length} lines, ${KEYSTROKES} keystrokes each, in turns:\n`);
for (const [name, values] of Object.entries(times)) {
  const [median, late] = [quantile(values, 0.5), quantile(values, 0.95)];
  console.log(
    `  ${name.padEnd(12)} median ${median.toFixed(2)} ms   95th of 100 ${late.toFixed(2)} ms   × ${(median / base).toFixed(2)} of parsing only`,
  );
}
