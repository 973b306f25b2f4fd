import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "cadence-package-"));
const file = join(folder, "cadence-playbooks.vsix");
let output: string;
let vsix: Buffer;

beforeAll(() => {
  const packed = spawnSync("npm", ["run", "package", "--", "--out", file], { cwd: import.meta.dirname, encoding: "utf8" });
  output = packed.stdout + packed.stderr;
  expect(packed.status, output).toBe(0);
  vsix = readFileSync(file);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("packs without a warning", () => {
  expect(output).toContain("Packaged:");
  expect(output).not.toMatch(/\b(?:WARNING|ERROR)\b/);
});

test("packed again, it is the same, byte for byte", () => {
  const again = join(folder, "again.vsix");
  const env = { ...process.env, TZ: "Asia/Tokyo" };
  expect(spawnSync("npm", ["run", "package", "--", "--out", again], { cwd: import.meta.dirname, encoding: "utf8", env }).status).toBe(0);
  expect(readFileSync(again).equals(vsix)).toBe(true);
});

test("weighs less than one and a half megabytes", () => {
  expect(vsix.length).toBeLessThan(1_500_000);
});

test("ships these files and no others", () => {
  const digestLess = (name: string) => name.replace(/core-[\da-f]{8}\.cjs$/, "core-….cjs");
  expect(names(vsix).map(digestLess).sort()).toEqual([
    "[Content_Types].xml",
    "extension.vsixmanifest",
    "extension/LICENSE.txt",
    "extension/dist/core-….cjs",
    "extension/dist/extension.cjs",
    "extension/dist/extension.web.cjs",
    "extension/dist/holidays.cjs",
    "extension/dist/language-server.cjs",
    "extension/dist/model.bin",
    "extension/dist/model.json",
    "extension/dist/notices.txt",
    "extension/dist/preview.css",
    "extension/dist/preview.js",
    "extension/dist/server.cjs",
    "extension/dist/server.web.cjs",
    "extension/images/file-dark.svg",
    "extension/images/file-light.svg",
    "extension/images/icon.png",
    "extension/images/view.svg",
    "extension/language/configuration.json",
    "extension/language/grammar.json",
    "extension/package.json",
    "extension/readme.md",
    "extension/walkthrough/begin.md",
    "extension/walkthrough/look.md",
    "extension/walkthrough/mend.md",
    "extension/walkthrough/message.md",
    "extension/walkthrough/read.md",
  ]);
});

test("the server in it starts by itself, and finds the calendar of holidays beside it", async () => {
  // The server's own client; its types are in another project.
  const { startServer } = await import(join(import.meta.dirname, "../server/test/client.ts"));
  const server = await startServer(folder, {}, join(import.meta.dirname, "dist/server.cjs"));
  const uri = server.uri("cadence.config.yaml");
  await server.open(uri, "calendars:\n  default:\n    region: \n");
  const place = { textDocument: { uri }, position: { line: 2, character: 12 } };
  const answer = await server.connection.sendRequest("textDocument/completion", place);
  expect(answer.items ?? answer).toContainEqual(expect.objectContaining({ label: "DE-BY", detail: "Bayern, Germany" }));
  await server.stop();
});

/** The names of the files in a zip archive, from the directory at its end. */
function names(zip: Buffer): string[] {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [number, number, number];
    const text = zip.toString("utf8", at + 46, at + 46 + name);
    at += 46 + name + extra + comment;
    return text;
  });
}
