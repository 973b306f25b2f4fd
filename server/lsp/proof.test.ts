import { expect, onTestFinished, test } from "vitest";
import type { CodeLens, ShowDocumentParams, ShowMessageParams } from "vscode-languageserver-protocol";
import { check, summaryOf } from "../core/index.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { cut, startWorkspace } from "../test/workspace.ts";

async function editing(capabilities: object = {}) {
  const editor = await startWorkspace({}, capabilities);
  onTestFinished(editor.end);
  const messages: ShowMessageParams[] = [];
  const shown: ShowDocumentParams[] = [];
  editor.connection.onNotification("window/showMessage", (params: ShowMessageParams) => {
    messages.push(params);
  });
  editor.connection.onRequest("window/showDocument", (params: ShowDocumentParams) => {
    shown.push(params);
    return { success: true };
  });
  /** The lens about the paths of a text, if there is one. */
  const lens = async (uri: string) =>
    (await editor.connection.sendRequest<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } })).find(({ command }) =>
      /promise|runs/.test(command?.title ?? ""),
    );
  const tell = ({ command }: CodeLens) =>
    editor.connection.sendRequest("workspace/executeCommand", { command: command?.command, arguments: command?.arguments });
  return { ...editor, lens, tell, messages, shown };
}

test("a lens over the touches says that every promise holds, with as many runs as the command line counts; it tells them where no preview is", async () => {
  const { opened, lens, tell, messages, shown } = await editing({ window: { showDocument: { support: true } } });
  const found = await lens(await opened(cleanPlaybook));
  const playbook = check(cleanPlaybook).playbook;
  const runs = playbook && summaryOf(playbook)?.counts[1]?.runs;
  expect(found?.command?.title).toBe(`Every promise holds on every run · ${runs} runs with one answer or none`);
  expect(found && cut(cleanPlaybook, found.range)).toBe("touches");
  if (found) await tell(found);
  expect(messages).toEqual([
    { type: 3, message: `Every promise holds on every run: on the ${runs} runs with one answer or none, and on all with more.` },
  ]);
  expect(shown).toEqual([]);
});

test("where a promise breaks the lens names it; choosing it tells the shortest run, and goes to where it breaks", async () => {
  const { opened, lens, tell, messages, shown, change } = await editing({ window: { showDocument: { support: true } } });
  const early = cleanPlaybook.replace("day: 4", "day: 2");
  const uri = await opened(early);
  const found = await lens(uri);
  expect(found?.command).toMatchObject({
    title: "A promise breaks on some run: enough time between two touches",
    command: "cadence.tellPaths",
  });
  if (found) await tell(found);
  expect(messages).toMatchObject([{ type: 2, message: expect.stringMatching(/The shortest run on which it breaks: .*[Dd]ay 2/) }]);
  expect(shown.map(({ uri: at, selection }) => [at, selection && cut(early, selection)])).toEqual([[uri, "two-causes"]]);

  // What a branch breaks has its place at the branch. Several are named in one line.
  const returning = cleanPlaybook.replace("silence: stop", "silence:\n    wait: 14 days\n    then: return");
  await change(uri, 2, [{ text: returning }]);
  const rest = await lens(uri);
  expect(rest?.command?.title).toBe("A promise breaks on some run: a rest before a return");
  if (rest) await tell(rest);
  const { selection } = shown.at(-1) ?? {};
  expect(selection && cut(returning, selection)).toBe("silence");
  const three = returning.replace("day: 4", "day: 2").replace("kind: take-away", "thread: new");
  await change(uri, 3, [{ text: three }]);
  expect((await lens(uri))?.command?.title).toMatch(/^3 promises break on some run: [^,]+, [^,]+, and 1 more$/);
});

test("a client with a preview is led there while all holds, and told where something breaks", async () => {
  const { opened, lens } = await editing({ experimental: { commands: { commands: ["cadence.showPreview"] } } });
  const uri = await opened(cleanPlaybook);
  expect((await lens(uri))?.command).toMatchObject({ command: "cadence.showPreview", arguments: [uri] });
  expect((await lens(await opened(cleanPlaybook.replace("day: 4", "day: 2"))))?.command?.command).toBe("cadence.tellPaths");
});

test("nothing is proven of what sends nothing, cannot be read, or is no playbook", async () => {
  const { opened, lens, connection } = await editing();
  expect(await lens(await opened("title: Nothing yet\n"))).toBeUndefined();
  expect(await lens(await opened(`${cleanPlaybook}\n  "`))).toBeUndefined();
  expect(await lens(await opened("severities: {}\n", "cadence.config.yaml"))).toBeUndefined();
  const uri = await opened("title: Nothing yet\n");
  await expect(connection.sendRequest("workspace/executeCommand", { command: "cadence.tellPaths", arguments: [uri] })).rejects.toThrow(
    "no touches",
  );
});
