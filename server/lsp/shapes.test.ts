import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type {
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  LinkedEditingRanges,
  Position,
  Range,
  SelectionRange,
} from "vscode-languageserver-protocol";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { oddTexts } from "../test/odd-texts.ts";
import { startWorkspace } from "../test/workspace.ts";

let server: Awaited<ReturnType<typeof startWorkspace>>;
beforeAll(async () => {
  server = await startWorkspace();
});
afterAll(() => server.end());

const FLOW = `{title: "A 🙂", owner: Ines Roy <ines@northwind.example>, variables: {first_name: {example: Priya}},
 touches: [ # one
  {id: a, day: 1, channel: email,
   message: "Hello {{first_name}}, 🙂 {{ first_name }}"
  }, {id: b, pairs-with: a, day: 3, channel: call, script: 'Hi {{first_name}}'}, # two
 # three
 # four
  {id: c,
   day: 5
  }
 ],
}
`;
const emoji = cleanPlaybook.replace("Hello", "Hello 🙂👩‍👩‍👧").replace("Is this", "🙂\n      Is this");

/** What the protocol asks of an answer holds in any text: whole or broken, in blocks or in brackets, with any line ends, and in none. */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ["nothing", ""],
  ["an empty line", "\n"],
  ["white space", "  \n\t\n"],
  ["a byte order mark", "\uFEFF"],
  ["comments", "\n# a\n# b\n\n\n"],
  ["a comment without an end", "# a\n# b"],
  ["a word", "hello"],
  ["a playbook", cleanPlaybook],
  ["a playbook without its last line end", cleanPlaybook.trimEnd()],
  ["Windows' line ends and emoji", emoji.replaceAll("\n", "\r\n")],
  ["brackets", FLOW],
  ["brackets with Windows' line ends", FLOW.replaceAll("\n", "\r\n")],
  ["a bracket that nothing closes", cleanPlaybook.replace("touches:", "touches: [")],
  ["another one", cleanPlaybook.replace("variables:", "variables: {")],
  ["an item at a wrong column", cleanPlaybook.replace("  - id: two-causes", " - id: two-causes")],
  ["half a playbook", cleanPlaybook.slice(0, 1200)],
  ["a key twice", `${cleanPlaybook}title: again\n`],
  ["several documents", "---\na: 1\n---\nb: 2\n"],
  ["old line ends", "a: 1\rb:\r  c: 1\r  d: 2\r"],
  [
    "anchors and copies",
    "variables: {first_name: &x {example: P}}\ntouches:\n  - &t {id: a, day: 1, message: 'Hi {{first_name}}'}\n  - *t\n",
  ],
  ["keys that are parts", "? [a,\n b]\n: c\n? |\n  x\n  y\n: - 1\n"],
  ["tabs", "a:\n\t- b\n\t- c\n"],
  ["white space at the ends of lines", "title: x   \nsummary: |\n  a  \n  b  \n\n\n\nowner: y   # c\n"],
  ...oddTexts.filter(([what]) => /^emoji, (?:folded|in double)/.test(what)),
];

const upTo = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);
const holds = ({ start, end }: Range, position: Position) => upTo(start, position) && upTo(position, end);
const isWithin = (a: Range, b: Range) => upTo(b.start, a.start) && upTo(a.end, b.end);
const meet = (a: Range, b: Range) => !upTo(a.end, b.start) && !upTo(b.end, a.start);

describe.each(TEXTS)("in a text that is %s", (_, text) => {
  const lines = text.split(/\r\n|\n|\r/);
  const every = lines.flatMap((line, i) => [...Array(line.length + 1).keys()].map((character): Position => ({ line: i, character })));
  // Of a long text the ends of lines, where mistakes are, the blanks, and of the rest one place in seven.
  const positions = every.filter(({ line, character }, i) => {
    const own = lines[line] ?? "";
    return text.length < 700 || i % 7 === 0 || character === 0 || character === own.length || (own.includes("{{") && i % 2 === 0);
  });
  const isIn = ({ line, character }: Position) => line >= 0 && character >= 0 && character <= (lines[line]?.length ?? -1);
  const expectApart = (ranges: readonly Range[]) => {
    for (const [i, one] of ranges.entries()) {
      expect([one, isIn(one.start) && isIn(one.end) && upTo(one.start, one.end)]).toEqual([one, true]);
      expect(ranges.slice(i + 1).filter((other) => meet(one, other))).toEqual([]);
    }
  };
  const cut = ({ start, end }: Range) => (start.line === end.line ? lines[start.line]?.slice(start.character, end.character) : undefined);

  test("a selection holds its place, and each step is larger than the one before and around it", async () => {
    const chains = await server.about<SelectionRange[]>("textDocument/selectionRange", text, { positions });
    expect(chains.length).toBe(positions.length);
    for (const [i, chain] of chains.entries()) {
      const at = positions[i] as Position;
      expect([at, chain.range, holds(chain.range, at)]).toEqual([at, chain.range, true]);
      for (let step: SelectionRange | undefined = chain; step; step = step.parent) {
        expect([at, step.range, isIn(step.range.start) && isIn(step.range.end)]).toEqual([at, step.range, true]);
        if (!step.parent) continue;
        expect(step.parent.range).not.toEqual(step.range);
        expect([step.range, step.parent.range, isWithin(step.range, step.parent.range)]).toEqual([step.range, step.parent.range, true]);
      }
    }
  });

  test("folds end within the text, none is there twice, and none begins in another and ends behind it", async () => {
    const folds = await server.about<FoldingRange[]>("textDocument/foldingRange", text);
    for (const [i, fold] of folds.entries()) {
      expect(fold.startLine).toBeGreaterThanOrEqual(0);
      expect(fold.endLine).toBeGreaterThan(fold.startLine);
      expect(fold.endLine).toBeLessThan(lines.length);
      expect(lines[fold.endLine]?.trim()).not.toBe("");
      for (const other of folds.slice(i + 1)) {
        expect([other.startLine, other.endLine]).not.toEqual([fold.startLine, fold.endLine]);
        expect([fold, other, other.startLine > fold.endLine || other.endLine <= fold.endLine]).toEqual([fold, other, true]);
      }
    }
  });

  test("links, highlights and what is typed together lie in the text and apart from each other", async () => {
    const uri = await server.opened(text);
    const ask = <R>(method: string, more: object = {}) =>
      server.connection.sendRequest<R>(`textDocument/${method}`, { textDocument: { uri }, ...more });
    expectApart((await ask<DocumentLink[]>("documentLink")).map(({ range }) => range));
    for (const position of positions.filter((_, i) => text.length < 700 || i % 3 === 0)) {
      const lit = (await ask<DocumentHighlight[]>("documentHighlight", { position })).map(({ range }) => range);
      expectApart(lit);
      expect(lit.length === 0 || lit.some((range) => holds(range, position))).toBe(true);
      const linked = (await ask<LinkedEditingRanges | null>("linkedEditingRange", { position }))?.ranges ?? [];
      expectApart(linked);
      expect(linked.length === 0 || linked.some((range) => holds(range, position))).toBe(true);
      expect(new Set(linked.map(cut)).size).toBeLessThanOrEqual(1);
      expect(linked.map(cut)).not.toContain(undefined);
    }
  });
});

test("a place outside the text, and none at all, are answered as well", async () => {
  const far = { line: 9999, character: 9999 };
  const uri = await server.opened(cleanPlaybook);
  const ask = (method: string, more: object) => server.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...more });
  const last = cleanPlaybook.split("\n").length - 1;
  const whole = { range: { start: { line: 0, character: 0 }, end: { line: last, character: 0 } } };
  expect(await ask("selectionRange", { positions: [far] })).toEqual([whole]);
  expect(await ask("selectionRange", { positions: [] })).toEqual([]);
  expect(await ask("documentHighlight", { position: far })).toEqual([]);
  expect(await ask("linkedEditingRange", { position: far })).toBeNull();
});

test("the line on which a bracket closes is not folded away, because the next touch may begin on it", async () => {
  const folds = await server.about<FoldingRange[]>("textDocument/foldingRange", FLOW);
  const lines = FLOW.split("\n");
  expect(folds.map(({ startLine, endLine }) => [lines[startLine]?.trim(), lines[endLine]?.trim()])).toEqual([
    ["touches: [ # one", "}"],
    ["{id: a, day: 1, channel: email,", 'message: "Hello {{first_name}}, 🙂 {{ first_name }}"'],
    ["# three", "# four"],
    ["{id: c,", "day: 5"],
  ]);
});

test("a client that takes few folds has the outer ones, from everywhere in the text", async () => {
  const few = await startWorkspace({}, { textDocument: { foldingRange: { rangeLimit: 7 } } });
  onTestFinished(() => few.end());
  const folds = await few.about<FoldingRange[]>("textDocument/foldingRange", cleanPlaybook);
  const lines = cleanPlaybook.split("\n");
  const named = folds.map(({ startLine }) => lines[startLine]?.trim());
  expect(named.filter((line) => /^\w+:$/.test(line ?? ""))).toEqual([
    "audience:",
    "motive:",
    "research:",
    "variables:",
    "touches:",
    "replies:",
    "afterwards:",
  ]);
});

test("what only sounds like a rule has no page to lead to", async () => {
  const links = await server.about<DocumentLink[]>(
    "textDocument/documentLink",
    "accepted:\n  - { rule: constructor, at: a, because: b }\n  - { rule: toString, at: a, because: b }\n",
  );
  expect(links).toEqual([]);
});
