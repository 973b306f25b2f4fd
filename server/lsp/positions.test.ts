import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic, DocumentDiagnosticReport, Position, Range } from "vscode-languageserver-protocol";
import { everything, rangesIn } from "../test/everything.ts";
import { oddTexts } from "../test/odd-texts.ts";
import { startWorkspace } from "../test/workspace.ts";
import { counted, type Encoding, recounted, uncounted } from "./encoding.ts";

type Workspace = Awaited<ReturnType<typeof startWorkspace>>;
const ENCODINGS: readonly Encoding[] = ["utf-16", "utf-8", "utf-32"];
let servers: Record<Encoding, Workspace>;
beforeAll(async () => {
  const start = async (encoding: Encoding) =>
    [encoding, await startWorkspace({}, { general: { positionEncodings: [encoding] }, textDocument: { diagnostic: {} } })] as const;
  servers = Object.fromEntries(await Promise.all(ENCODINGS.map(start))) as Record<Encoding, Workspace>;
});
afterAll(async () => {
  for (const server of Object.values(servers)) await server.end();
});

const linesIn = (text: string) => text.split(/\r\n|\n|\r/);
/** Where a word stands the last time, a few characters into it. */
function inside(text: string, word: string): Position {
  const before = linesIn(text.slice(0, text.lastIndexOf(word) + 2));
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
const cut = (text: string, { start, end }: Range) =>
  start.line === end.line ? linesIn(text)[start.line]?.slice(start.character, end.character) : undefined;

/** In `npm test` one text in five; all of them with CADENCE_WHOLE=1. */
const texts = process.env["CADENCE_WHOLE"] ? oddTexts : oddTexts.filter((_, i) => i % 5 === 0);

describe.each(texts)("%s", (_, text) => {
  const lines = linesIn(text);
  const whole: Range = { start: { line: 0, character: 0 }, end: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };

  test("every range lies in the text and splits no character, and names are found where they stand, in each way of counting", async () => {
    const position = inside(text, "{{first_name}}");
    const name = `matrix-${oddTexts.findIndex(([, one]) => one === text)}.playbook.yaml`;
    const answers: Partial<Record<Encoding, Record<string, unknown>>> = {};
    for (const encoding of ENCODINGS) {
      const server = servers[encoding];
      expect(server.capabilities.positionEncoding).toBe(encoding);
      const uri = await server.opened(text, name);
      const lineOf = (_: string, line: number) => lines[line];
      const asked = recounted({ position, whole }, uri, encoding, counted, lineOf);
      const told = await everything(server.connection, uri, asked.position, asked.whole);
      const { "semanticTokens/full": tokens, ...others } = recounted(told, uri, encoding, uncounted, lineOf);
      answers[encoding] = JSON.parse(JSON.stringify({ ...others, tokens: decoded(tokens, encoding, lines) }).replaceAll(server.folder, ""));
    }
    const [first] = ENCODINGS.map((encoding) => answers[encoding]);
    for (const range of rangesIn(first)) expectInside(lines, range);
    for (const encoding of ENCODINGS) expect(answers[encoding]).toEqual(first);
    const highlights = first?.["documentHighlight"] as { range: Range }[];
    expect(highlights.map(({ range }) => cut(text, range))).toEqual(["first_name", "first_name", "first_name"]);
  });

  test("findings underline the words they speak of", async () => {
    const uri = await servers["utf-16"].opened(text);
    const { items } = (await servers["utf-16"].connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } })) as Extract<
      DocumentDiagnosticReport,
      { kind: "full" }
    >;
    const at = (code: string, holds = "") => items.find((one: Diagnostic) => one.code === code && String(one.message).includes(holds));
    expect(cut(text, at("known-keys")?.range as Range)).toBe("summry");
    expect(cut(text, at("variables-declared", "frist_name")?.range as Range)).toBe("{{frist_name}}");
  });
});

function expectInside(lines: readonly string[], { start, end }: Range): void {
  expect(start.line < end.line || (start.line === end.line && start.character <= end.character)).toBe(true);
  for (const { line, character } of [start, end]) {
    const text = lines[line] ?? (line === lines.length && character === 0 ? "" : undefined);
    expect(text).toBeDefined();
    expect(character).toBeLessThanOrEqual(text?.length ?? 0);
    expect(text?.slice(character - 1, character + 1) ?? "").not.toMatch(/^[\ud800-\udbff][\udc00-\udfff]$/);
  }
}

/** Tokens with the place of each, counted in UTF-16. */
function decoded(tokens: unknown, encoding: Encoding, lines: readonly string[]): unknown {
  const { data } = tokens as { data: number[] };
  const found: unknown[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    character = down > 0 ? right : character + right;
    line += down;
    const text = lines[line] ?? "";
    found.push([line, uncounted(encoding, text, character), uncounted(encoding, text, character + length), type, modifiers]);
  }
  return found;
}
