import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ClientCapabilities } from "vscode-languageserver-protocol";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startServer } from "../test/client.ts";
import type { Preview } from "./drawing.ts";

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cadence-drawing-"));
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const uri = () => server.uri("first.playbook.yaml");
const asked = () => server.connection.sendRequest<Preview | null>("cadence/drawing", { textDocument: { uri: uri() } });

async function started(text: string, capabilities: ClientCapabilities = {}): Promise<Preview> {
  server = await startServer(folder, capabilities);
  await server.open(uri(), text);
  const preview = await asked();
  if (!preview) throw new Error("There is no preview of a playbook.");
  return preview;
}

/** What stands at a range, in a text whose characters the client counts as JavaScript does. */
const at = (text: string, { start, end }: { start: { line: number; character: number }; end: { line: number; character: number } }) =>
  text
    .split("\n")
    .slice(start.line, end.line + 1)
    .map((line, i, all) => line.slice(i === 0 ? start.character : 0, i === all.length - 1 ? end.character : undefined))
    .join("\n");

test("a playbook is told as a timeline, branches and a picture, each part with the place where it is written", async () => {
  const { title, drawn, unread, version } = await started(cleanPlaybook);
  expect([title, unread, version]).toEqual(["First conversation", undefined, 1]);
  expect(drawn?.line.map(({ day, gap, touches }) => [day, gap, touches.map(({ id, channel }) => `${channel} ${id}`)])).toEqual([
    ["Day 1", "", ["Call benchmark-call", "Email benchmark-in-writing"]],
    ["Day 4", "3 business days later", ["LinkedIn two-causes"]],
    ["Day 9", "a week later", ["Email case-in-brief"]],
    ["Day 16", "7 business days later", ["Email stepping-back"]],
  ]);
  const touches = drawn?.line.flatMap((stop) => stop.touches) ?? [];
  expect(touches.map(({ range }) => at(cleanPlaybook, range))).toEqual(touches.map(({ id }) => id));
  for (const { whole, id } of touches) expect(at(cleanPlaybook, whole)).toMatch(new RegExp(`^id: ${id}\n`));
  for (const { range, words } of drawn?.branches ?? [])
    expect([words, at(cleanPlaybook, range)]).toEqual([expect.stringContaining(": "), expect.stringMatching(/^[a-z-]+$/)]);
  expect(drawn?.branches.length).toBeGreaterThan(3);
  for (const { main, rows } of drawn?.pictures ?? []) {
    expect(main.dots.map(({ range }) => at(cleanPlaybook, range))).toEqual([
      "benchmark-call",
      "two-causes",
      "case-in-brief",
      "stepping-back",
    ]);
    expect(rows.length).toBeGreaterThan(0);
  }
  expect(drawn?.told).toContain("Day 4: LinkedIn.");
});

test("what cannot be read says where and why, and a playbook that sends nothing is not drawn", async () => {
  const broken = await started(cleanPlaybook.replace("title: First", 'title: "First'));
  expect(broken.drawn).toBeUndefined();
  expect(broken.unread?.range.start.line).toBe(0);
  expect(broken.unread?.words).toMatch(/\. .*\.$/);
  await server.change(uri(), 2, [{ text: "title: Nothing yet\n" }]);
  expect(await asked()).toEqual({ version: 2, title: "Nothing yet" });
  // A day that is missing is read as a careful reader would.
  await server.change(uri(), 3, [{ text: cleanPlaybook.replace("    day: 4\n", "") }]);
  expect((await asked())?.drawn?.line.map(({ day }) => day)).toEqual(["Day 1", "Day 5", "Day 9", "Day 16"]);
});

test("only playbooks have a preview, and places are counted as the client counts", async () => {
  const smile = '  - { reason: "🙂é", id: smile, day: 30, channel: email }';
  const preview = await started(cleanPlaybook.replace("touches:\n", `touches:\n${smile}\n`), { general: { positionEncodings: ["utf-8"] } });
  const written = preview.drawn?.line.flatMap(({ touches }) => touches).find(({ id }) => id === "smile");
  expect(written?.range.start.character).toBe(Buffer.byteLength(smile.slice(0, smile.indexOf("smile"))));
  const config = server.uri("cadence.config.yaml");
  await server.open(config, "severities: { known-keys: warning }\n");
  expect(await server.connection.sendRequest("cadence/drawing", { textDocument: { uri: config } })).toBeNull();
});

test("the lens that opens a preview is for clients that can show one", async () => {
  const lenses = () =>
    server.connection.sendRequest<{ command: { command: string; title: string } }[]>("textDocument/codeLens", {
      textDocument: { uri: uri() },
    });
  await started(cleanPlaybook);
  expect((await lenses()).map(({ command }) => command.command)).toEqual(["cadence.approval", "cadence.tellPaths"]);
  await server.stop();
  await started(cleanPlaybook, { experimental: { commands: { commands: ["cadence.showPreview"] } } });
  expect((await lenses()).map(({ command }) => command.title)).toEqual([
    "Never approved",
    "Preview",
    expect.stringContaining("Every promise holds"),
  ]);
});
