import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Position,
  Range,
  SelectionRange,
  WorkspaceSymbol,
} from "vscode-languageserver-protocol";
import { SymbolKind } from "vscode-languageserver-protocol";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { cursor, cut, startWorkspace } from "../test/workspace.ts";

const ASSETS =
  "assets:\n  guide:\n    title: A guide\n    link: https://northwind.example/guide\n    owner: Ines Roy <ines@northwind.example>\n    expires: 2030-01-01\n";

let server: Awaited<ReturnType<typeof startWorkspace>>;
beforeAll(async () => {
  server = await startWorkspace({
    "cadence.assets.yaml": ASSETS,
    "team/unopened.playbook.yaml": cleanPlaybook.replace("title: First conversation", "title: A conversation nobody opened"),
    "team/broken.playbook.yaml": "title: [\n",
    "approved/first/1.playbook.yaml": cleanPlaybook,
  });
});
afterAll(() => server.end());

const clean = readFileSync(path.join(import.meta.dirname, "../../playbooks/first-conversation.playbook.yaml"), "utf8");

describe("the outline", () => {
  const outline = (text: string) => server.about<DocumentSymbol[]>("textDocument/documentSymbol", text);

  test("tells touches by their id, with day and channel", async () => {
    const symbols = await outline(cleanPlaybook);
    expect(symbols.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["title", "audience", "variables", "touches", "replies", "afterwards"]),
    );
    const touches = symbols.find(({ name }) => name === "touches")?.children ?? [];
    expect(touches.map(({ name, detail }) => `${name}: ${detail}`)).toContain("two-causes: day 4, linkedin");
    expect(symbols.find(({ name }) => name === "variables")?.children).toMatchObject([{ name: "first_name", detail: "Priya" }]);
  });

  test("each part lies in the part around it, and its name in it", async () => {
    for (const text of [cleanPlaybook, clean, "touches:\n  - {}\n  -\n  - id: a\nreplies: { no: stop }\n"]) {
      const inside = (inner: Range, outer: Range) => before(outer.start, inner.start) && before(inner.end, outer.end);
      const hold = (symbols: readonly DocumentSymbol[], around?: Range): void => {
        for (const { range, selectionRange, children, name } of symbols) {
          expect(name).not.toBe("");
          expect(inside(selectionRange, range)).toBe(true);
          if (around) expect(inside(range, around)).toBe(true);
          hold(children ?? [], range);
        }
      };
      hold(await outline(text));
    }
  });

  test.each([
    "touches: [{ id: hello, day: 1, channel: email }, { id: again, day: 4, channel: call }]\n",
    "touches:\n  - { id: hello, day: 1, channel: email } # the first\n  # and then\n  - {id: again, day: 4,\n     channel: call}\n",
    '{ "touches": [\n  { "id": "hello", "day": 1, "channel": "email" },\n\n  { "channel": "call", "day": 4, "id": "again" } ] }\n',
  ])("tells touches however they are written: %j", async (text) => {
    const [list] = await outline(text);
    expect(list?.children?.map(({ name, detail, kind, selectionRange }) => [name, detail, kind, cut(text, selectionRange)])).toEqual([
      ["hello", "day 1, email", SymbolKind.Event, expect.stringContaining("hello")],
      ["again", "day 4, call", SymbolKind.Event, expect.stringContaining("again")],
    ]);
  });

  test("of an empty file is empty", async () => expect(await outline("")).toEqual([]));
});

const before = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);

describe("workspace symbols", () => {
  const names = async (query: string) =>
    (await server.connection.sendRequest<WorkspaceSymbol[]>("workspace/symbol", { query })).map(({ name }) => name);

  test("find playbooks by their title, opened or not, and never an approved copy", async () => {
    expect(await names("nobody opened")).toEqual(["A conversation nobody opened"]);
    const all = await server.connection.sendRequest<WorkspaceSymbol[]>("workspace/symbol", { query: "two-causes" });
    expect(all.map(({ location }) => location.uri)).toContain(server.uri("team/unopened.playbook.yaml"));
    expect(all.map(({ location }) => location.uri)).not.toContain(server.uri("approved/first/1.playbook.yaml"));
  });

  test("find assets and variables, in any capitals", async () => {
    expect(await names("GUIDE")).toContain("guide");
    expect(await names("first_name")).toContain("first_name");
    expect(await names("no such thing anywhere")).toEqual([]);
  });
});

test("links lead from assets, addresses, owners and rules to where they are", async () => {
  const text = cleanPlaybook
    .replace("    ask: reply\n", "    ask: reply\n    asset: guide\n")
    .concat("accepted:\n  - { rule: plain-speech, at: two-causes, because: They write like this. }\n");
  const links = await server.about<DocumentLink[]>("textDocument/documentLink", text);
  expect(links.map(({ range, target }) => `${cut(text, range)} ${target}`)).toEqual([
    "guide https://northwind.example/guide",
    "dana@northwind.example mailto:dana@northwind.example",
    "plain-speech http://localhost:4321/rules/plain-speech/",
  ]);
});

describe("folding", () => {
  test("each touch, each text, each section, and runs of comments", async () => {
    const text = `# one\n# two\n${cleanPlaybook}`;
    const folds = await server.about<FoldingRange[]>("textDocument/foldingRange", text);
    const lines = text.split("\n");
    expect(folds[0]).toEqual({ startLine: 0, endLine: 1, kind: "comment" });
    const firsts = folds.map(({ startLine }) => lines[startLine]?.trim());
    expect(firsts).toEqual(expect.arrayContaining(["audience:", "touches:", "- id: benchmark-call", "message: |", "replies:"]));
    const touch = folds.find(({ startLine }) => lines[startLine]?.includes("id: two-causes"));
    expect(lines[touch?.endLine ?? 0]).toContain("If neither, tell me and I will drop it.");
  });

  test("words that look like comments are words", async () => {
    const folds = await server.about<FoldingRange[]>("textDocument/foldingRange", "touches:\n  - message: |\n      # a\n      # b\n");
    expect(folds.map(({ kind }) => kind)).not.toContain("comment");
  });
});

describe("selection", () => {
  async function grown(marked: string): Promise<string[]> {
    const { text, position } = cursor(marked);
    const uri = await server.opened(text);
    const [chain] = await server.connection.sendRequest<SelectionRange[]>("textDocument/selectionRange", {
      textDocument: { uri },
      positions: [position],
    });
    const steps: string[] = [];
    for (let step = chain; step; step = step.parent) steps.push(cut(text, step.range));
    return steps;
  }

  test("grows from a word over its sentence, its text, its key and its touch to everything", async () => {
    const steps = await grown(cleanPlaybook.replace("May I send you", "May I se|>nd you"));
    expect(steps[0]).toBe("send");
    expect(steps[1]).toMatch(/^May I send you the numbers[\s\S]*size\?$/);
    expect(steps.some((step) => step.startsWith("script: |"))).toBe(true);
    expect(steps.some((step) => step.startsWith("id: benchmark-call"))).toBe(true);
    expect(steps.at(-1)).toBe(cleanPlaybook);
    for (const [i, step] of steps.entries()) expect(steps[i + 1]?.includes(step) ?? true).toBe(true);
  });

  test.each([
    ["a playbook", clean],
    [
      "brackets, carriage returns and letters of several parts",
      'touches: [{ id: a, day: 1, message: "h\u00e9llo 👋" }]\r\n# c\r\n\r\nb:\r\n  - {d: e,\r\n     f: g}\r\n',
    ],
    ["what is broken", "touches:\n  - id: a\n    message: |\n      x 👋 {{a}}\n\n   bad: [\n"],
    ["nothing", ""],
  ])("of %s holds the place it grows from at each step, and each step holds the one before", async (_, text) => {
    const lines = text.split(/\r?\n/);
    const positions = lines.flatMap((own, line) => [0, own.length >> 1, own.length].map((character) => ({ line, character })));
    const uri = await server.opened(text);
    const chains = await server.connection.sendRequest<SelectionRange[]>("textDocument/selectionRange", {
      textDocument: { uri },
      positions,
    });
    const holds = (outer: Range, inner: Range) => before(outer.start, inner.start) && before(inner.end, outer.end);
    for (const [i, chain] of chains.entries()) {
      const at = positions[i] as Position;
      expect(holds(chain.range, { start: at, end: at }), JSON.stringify(at)).toBe(true);
      for (let one = chain; one.parent; one = one.parent) {
        expect(holds(one.parent.range, one.range), JSON.stringify([at, one])).toBe(true);
        expect(one.parent.range, JSON.stringify(at)).not.toEqual(one.range);
      }
    }
  });

  test("takes a blank with its braces", async () => {
    expect(await grown(cleanPlaybook.replace("Hello {{first_name}}, this", "Hello {{first|>_name}}, this"))).toContain("{{first_name}}");
  });
});
