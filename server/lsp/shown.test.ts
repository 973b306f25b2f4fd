import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { InlayHint, Range, SemanticTokens, SemanticTokensDelta } from "vscode-languageserver-protocol";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { cut, startWorkspace } from "../test/workspace.ts";

let server: Awaited<ReturnType<typeof startWorkspace>>;
beforeAll(async () => {
  server = await startWorkspace();
});
afterAll(() => server.end());

const everything: Range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

describe("inlay hints", () => {
  async function hints(text: string, range = everything) {
    const found = await server.about<InlayHint[]>("textDocument/inlayHint", text, { range });
    const lines = text.split("\n");
    return found.map(({ position: { line }, label }) => `${lines[line]?.trim()} → ${String(label)}`);
  }

  test("say how long each touch waits, which date that would be, how full the week is, and how long each text is", async () => {
    const found = await hints(cleanPlaybook);
    const day = (words: string) => found.find((one) => one.startsWith(words)) ?? "";
    expect(day("day: 1 →")).toMatch(/→ · (?:Mon|Tue|Wed|Thu|Fri) \d+ [A-Z][a-z]{2} if started today$/);
    expect(day("day: 4 →")).toMatch(/→ · 3 business days later · .* · 2nd contact in seven days$/);
    expect(day("day: 9 →")).toMatch(/→ · a week later · .*if started today$/);
    expect(found).toContain("day: 1 → · together with “benchmark-call”");
    expect(found.filter((one) => one.startsWith("message: | →")).every((one) => / words$/.test(one))).toBe(true);
    expect(found.find((one) => one.startsWith("script: |"))).toMatch(/\d\d words$/);
  });

  test("count a branch from its reply, without dates nobody knows", async () => {
    const branch =
      "replies:\n  not-now:\n    touches:\n      - { id: a, day: 0, channel: call }\n      - id: b\n        day: 10\n        channel: call\n    then: stop\n";
    const found = await hints(branch);
    expect(found.join("\n")).toContain("the day of the reply");
    expect(found).toContain("day: 10 → · 2 weeks later");
    expect(found.join("\n")).not.toContain("today");
  });

  test("only for the lines that show, and after no comment", async () => {
    const commented = cleanPlaybook.replace("    day: 4\n", "    day: 4 # a while\n");
    const line = commented.split("\n").findIndex((one) => one.includes("day: 4"));
    const range = { start: { line, character: 0 }, end: { line, character: 99 } };
    const found = await server.about<InlayHint[]>("textDocument/inlayHint", commented, { range });
    expect(found).toMatchObject([{ position: { line, character: "    day: 4".length } }]);
  });

  test("each can be turned off", async () => {
    const quiet = await startWorkspace({}, {});
    await quiet.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { cadence: { hints: { dates: false, week: false, words: false } } },
    });
    const found = await quiet.about<InlayHint[]>("textDocument/inlayHint", cleanPlaybook, { range: everything });
    expect(found.map(({ label }) => label)).toEqual([
      "· together with “benchmark-call”",
      "· 3 business days later",
      "· a week later",
      "· 7 business days later",
    ]);
    await quiet.end();
  });
});

describe("semantic tokens", () => {
  type Legend = { tokenTypes: string[] };
  const legend = () => (server.capabilities.semanticTokensProvider as { legend: Legend }).legend;

  /** The words of each token with its type. */
  function words(text: string, data: readonly number[]): string[] {
    const lines = text.split("\n");
    const found: string[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = 0] = data.slice(i, i + 4);
      character = down > 0 ? right : character + right;
      line += down;
      found.push(`${lines[line]?.slice(character, character + length)} ${legend().tokenTypes[type]}`);
    }
    return found;
  }

  test("tell names, channels and phrases", async () => {
    const text = cleanPlaybook.replace("here are the numbers I mentioned.", "just checking in on my last email.");
    const { data } = await server.about<SemanticTokens>("textDocument/semanticTokens/full", text);
    const found = words(text, data);
    expect(found).toEqual(
      expect.arrayContaining(["first_name variable", "benchmark-call event", "email enumMember", "linkedin enumMember"]),
    );
    expect(found.some((one) => / phrase$/.test(one))).toBe(true);
  });

  test("call no key a phrase, where a reading misses something under it", async () => {
    const text = cleanPlaybook.replace(
      "here are the numbers I mentioned.",
      "We are growing fast. Our team built our platform, we won two awards for it, and I like our office and my work.",
    );
    const uri = await server.opened(text);
    const { diagnostics } = await server.diagnostics(uri, 1);
    expect(diagnostics.map(({ code, range }) => `${code}: ${cut(text, range)}`)).toContain("speaks-of-them: message");
    const { data } = await server.about<SemanticTokens>("textDocument/semanticTokens/full", text);
    expect(words(text, data)).not.toContain("message phrase");
  });

  test("of a range are those of its lines", async () => {
    const line = cleanPlaybook.split("\n").findIndex((one) => one.includes("pairs-with"));
    const range = { start: { line, character: 0 }, end: { line, character: 99 } };
    const { data } = await server.about<SemanticTokens>("textDocument/semanticTokens/range", cleanPlaybook, { range });
    expect(words(cleanPlaybook, data)).toEqual(["benchmark-call event"]);
  });

  test("changes are told as changes, and make the same of what was there", async () => {
    const uri = await server.opened(cleanPlaybook);
    const first = await server.connection.sendRequest<SemanticTokens>("textDocument/semanticTokens/full", { textDocument: { uri } });
    const text = cleanPlaybook.replace("day: 4\n", "day: 4\n    pairs-with: benchmark-call\n");
    await server.change(uri, 2, [{ text }]);
    const delta = await server.connection.sendRequest<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", {
      textDocument: { uri },
      previousResultId: first.resultId,
    });
    const data = [...first.data];
    for (const { start, deleteCount, data: put = [] } of [...delta.edits].reverse()) data.splice(start, deleteCount, ...put);
    expect(words(text, data)).toEqual(words(text, (await server.about<SemanticTokens>("textDocument/semanticTokens/full", text)).data));
    expect(delta.edits.length).toBeGreaterThan(0);
  });
});

test("an unused variable fades, and a related place is told", async () => {
  const uri = await server.opened(
    cleanPlaybook.replace("touches:\n", "touches:\n").replace("  first_name:", "  company: { example: Larkspur }\n  first_name:"),
  );
  const { diagnostics } = await server.diagnostics(uri, 1);
  expect(diagnostics.find(({ code }) => code === "variables-used")?.tags).toEqual([1]);
  const twice = cleanPlaybook.replace("id: two-causes", "id: benchmark-call");
  const other = await server.opened(twice);
  const found = (await server.diagnostics(other, 1)).diagnostics.find(({ code }) => code === "ids-unique");
  expect(found?.relatedInformation?.map(({ location }) => [location.uri, cut(twice, location.range)])).toEqual([
    [other, expect.stringContaining("benchmark-call")],
  ]);
});
