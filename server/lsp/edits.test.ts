import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CodeAction, CompletionItem, Position, Range, TextEdit, WorkspaceEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { read } from "../core/index.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { cursor, startWorkspace } from "../test/workspace.ts";

let server: Awaited<ReturnType<typeof startWorkspace>>;
beforeAll(async () => {
  server = await startWorkspace({}, { textDocument: { codeAction: { resolveSupport: { properties: ["edit"] } } } });
});
afterAll(() => server.end());

const after = (text: string, edits: readonly TextEdit[] = []) =>
  TextDocument.applyEdits(TextDocument.create("a", "cadence-playbook", 1, text), [...edits]);
const madeBy = (text: string, uri: string, edit: WorkspaceEdit | undefined) => after(text, edit?.changes?.[uri]);
const options = { tabSize: 2, insertSpaces: true };

describe("formatting", () => {
  const untidy = cleanPlaybook.replace("    day: 4\n", "    day:    4  \n\n\n").replace("title: F", "title:   F");

  test("of a whole file", async () => {
    const edits = await server.about<TextEdit[]>("textDocument/formatting", untidy, { options });
    expect(after(untidy, edits)).toBe(cleanPlaybook.replace("    day: 4\n", "    day: 4\n\n"));
  });

  test("of some lines", async () => {
    const range: Range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const edits = await server.about<TextEdit[]>("textDocument/rangeFormatting", untidy, { options, range });
    expect(after(untidy, edits)).toBe(untidy.replace("title:   F", "title: F"));
  });

  test("of what does not read: nothing", async () => {
    expect(await server.about("textDocument/formatting", "a: [\nb:    1\n", { options })).toEqual([]);
  });

  test.each<[what: string, marked: string, made: string]>([
    ["a key that opens a part", "audience:   \n|>\n", "audience:\n  \n"],
    ["a key that opens a text", "touches:\n  - id: a\n    message: |\n|>", "touches:\n  - id: a\n    message: |\n      "],
    ["a list", "touches:\n|>", "touches:\n  "],
    ["a key whose value is a word", "title:\n|>", "title:\n"],
    ["a key with its value", "title: x\n|>", "title: x\n"],
    ["words that look like a key", "touches:\n  - message: |\n      Note:\n|>", "touches:\n  - message: |\n      Note:\n"],
  ])("while typing, after %s", async (_, marked, made) => {
    const { text } = cursor(marked);
    const edits = await server.at<TextEdit[]>("textDocument/onTypeFormatting", marked, { ch: "\n", options });
    expect(after(text, edits)).toBe(made);
  });

  test.each<[what: string, marked: string, made: string]>([
    ["over a text", "title: |\n|>\n  Hello\n", "title: |\n  \n  Hello\n"],
    ["over a text that stands less far in than usual", "title: |\n|>\n Hello\n", "title: |\n \n Hello\n"],
    ["over a part that stands further in", "audience:\n|>\n    stage: cold\n", "audience:\n    \n    stage: cold\n"],
    ["where nothing follows", "title: |\n|>", "title: |\n  "],
  ])("a new line %s says the same, however wide the editor's tabs are", async (_, marked, made) => {
    const { text } = cursor(marked);
    const wide = { tabSize: 8, insertSpaces: true };
    const edits = await server.at<TextEdit[]>("textDocument/onTypeFormatting", marked, { ch: "\n", options: wide });
    expect(after(text, edits)).toBe(made);
    expect(read(after(text, edits))).toMatchObject({ sound: true, value: read(text).value });
  });
});

describe("actions on touches", () => {
  async function actions(text: string, there: string, only = ["refactor"]) {
    const line = text.split("\n").findIndex((one) => one.includes(there));
    const position: Position = { line, character: 6 };
    const uri = await server.opened(text);
    const offered = await server.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], only },
    });
    return {
      titles: offered.map(({ title }) => title),
      made: (title: string) => madeBy(text, uri, offered.find((one) => one.title === title)?.edit),
    };
  }

  test("move it with all that follow", async () => {
    const { titles, made } = await actions(cleanPlaybook, "id: two-causes");
    expect(titles).toEqual([
      "Move “two-causes” and what follows it 1 business day later",
      "Move “two-causes” and what follows it a week later",
      "Move “two-causes” and what follows it 1 business day earlier",
    ]);
    expect(made(titles[1] ?? "")).toBe(
      cleanPlaybook
        .replace("day: 4\n", "day: 9\n")
        .replace("day: 9\n    channel: email", "day: 14\n    channel: email")
        .replace("day: 16", "day: 21"),
    );
  });

  test("part a pair, so that the second is a contact of its own", async () => {
    const { titles, made } = await actions(cleanPlaybook, "id: benchmark-in-writing");
    expect(titles[0]).toBe("Part “benchmark-in-writing” from “benchmark-call”: a contact of its own, a business day later");
    const text = made(titles[0] ?? "");
    expect(text).not.toContain("pairs-with");
    const touches = (read(text).value as { touches: { day: number }[] }).touches.map(({ day }) => day);
    expect(touches).toEqual([1, 2, 5, 10, 17]);
  });

  test("pair two of one day", async () => {
    const apart = cleanPlaybook.replace("    pairs-with: benchmark-call\n", "");
    const { titles, made } = await actions(apart, "id: benchmark-in-writing");
    expect(titles[0]).toBe("Pair “benchmark-in-writing” with “benchmark-call”: one contact in two ways");
    expect((read(made(titles[0] ?? "")).value as { touches: unknown[] }).touches[1]).toMatchObject({ "pairs-with": "benchmark-call" });
  });

  test("nothing, where no touch is", async () => {
    expect((await actions(cleanPlaybook, "segment:")).titles).toEqual([]);
  });
});

test("all findings of a rule are put right at once, worked out when it is chosen", async () => {
  const text = cleanPlaybook.replaceAll("ask: reply\n", "asks: reply\n");
  const uri = await server.opened(text);
  const { diagnostics } = await server.diagnostics(uri, 1);
  const range = diagnostics.find(({ code }) => code === "known-keys")?.range;
  const offered = await server.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range,
    context: { diagnostics },
  });
  const action = offered.find(({ title }) => title === "Do so everywhere “known-keys” finds something (2 places)");
  expect(action?.edit).toBeUndefined();
  const resolved = await server.connection.sendRequest<CodeAction>("codeAction/resolve", action);
  expect(madeBy(text, uri, resolved.edit)).toBe(cleanPlaybook);

  const told = new Promise((hear) => server.connection.onNotification("window/showMessage", hear));
  await server.change(uri, 2, [{ text: `${text}# Changed.\n` }]);
  expect(await server.connection.sendRequest<CodeAction>("codeAction/resolve", action)).toEqual(action);
  expect(await told).toEqual({ type: 2, message: "The playbook was changed or closed after this was offered. Open the menu once more." });
});

describe("completion", () => {
  const complete = (marked: string) => server.at<CompletionItem[]>("textDocument/completion", marked);
  const labels = async (marked: string) => (await complete(marked)).map(({ label }) => label);

  test("the next sensible days, first the one after no shorter gap than before", async () => {
    const items = await complete(
      "touches:\n  - { id: a, day: 1, channel: call }\n  - { id: b, day: 5, channel: email }\n  - id: c\n    day: |>\n",
    );
    expect(items.map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
      "9: 4 business days after “b”",
      "10: A week after “b”",
      "11: 6 business days after “b”",
      "12: 7 business days after “b”",
      "5: The same day as “b”, as a pair with it",
    ]);
    expect(await labels("touches:\n  - id: a\n    day: |>\n")).toEqual(["1"]);
    expect(await labels("replies:\n  no:\n    touches:\n      - id: a\n        day: |>\n")).toEqual(["0", "1"]);
  });

  test("a whole touch for each channel, that reads back as one", async () => {
    const items = await complete("touches:\n  - id: a\n    day: 1\n    channel: call\n  |>\n");
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(["- a call", "- an email", "- a LinkedIn message"]));
    for (const { insertText } of items.filter(({ label }) => label.startsWith("- "))) {
      const whole = `touches:\n  - id: a\n    day: 1\n    channel: call\n  ${insertText}\n`;
      const { sound, value } = read(whole);
      expect(sound).toBe(true);
      expect((value as { touches: { day: number }[] }).touches[1]?.day).toBe(4);
    }
  });

  test("a whole touch behind a dash that is there already", async () => {
    const items = await complete("touches:\n  - |>\n");
    const email = items.find(({ label }) => label === "an email");
    expect((read(`touches:\n  - ${email?.insertText}\n`).value as { touches: unknown[] }).touches).toMatchObject([
      { channel: "email", day: 1 },
    ]);
    expect(items.map(({ label }) => label)).toContain("channel");
  });

  test("a whole branch for a reply that has none", async () => {
    const items = await complete("replies:\n  no: stop\n  |>\n");
    const branches = items.filter(({ label }) => label.endsWith(": a branch"));
    expect(branches.map(({ filterText }) => filterText)).toContain("not-now");
    expect(branches.map(({ filterText }) => filterText)).not.toContain("no");
    for (const { insertText } of branches) expect(read(`replies:\n  no: stop\n  ${insertText}\n`).sound).toBe(true);
  });

  test("what is long is told when somebody looks at it", async () => {
    const items = await complete("accepted:\n  - rule: |>\n");
    const item = items.find(({ label }) => label === "plain-speech");
    expect(item?.documentation).toBeUndefined();
    const resolved = await server.connection.sendRequest<CompletionItem>("completionItem/resolve", item);
    expect(JSON.stringify(resolved.documentation)).toContain("heuristic");
  });
});
