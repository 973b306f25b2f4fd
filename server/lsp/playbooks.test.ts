import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { answersFor } from "../test/answers.ts";
import { folderWith } from "../test/cadence.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startServer } from "../test/client.ts";
import type { Listed } from "./playbooks.ts";

const SAM = "Sam Lindqvist <sam@northwind.example>";

test("every playbook of the workspace is listed with its title and state, open or not, and no approved copy", async () => {
  const folder = await folderWith({
    "cadence.config.yaml": "severities: { known-keys: warning }\n",
    "a.playbook.yaml": cleanPlaybook,
    "deeper/b.playbook.yml": "title: [no title\n",
    "notes.yaml": "title: Not a playbook\n",
  });
  const server = await startServer(folder);
  onTestFinished(async () => void (await server.stop()));
  const listed = async () => {
    const found = await server.connection.sendRequest<Listed[]>("cadence/playbooks");
    return found
      .map(({ uri, title, approval }) => [uri.slice(uri.lastIndexOf("/") + 1), title, approval?.state, approval?.draft])
      .sort((a, b) => String(a[0]).localeCompare(String(b[0])));
  };
  expect(await listed()).toEqual([
    ["a.playbook.yaml", "First conversation", "never-approved", "changed"],
    ["b.playbook.yml", undefined, "never-approved", "changed"],
  ]);

  const uri = server.uri("a.playbook.yaml");
  await server.open(uri, cleanPlaybook);
  const approved = await server.connection.sendRequest("cadence/approve", { uri, by: SAM, answers: answersFor(cleanPlaybook) });
  expect(approved).toMatchObject({ done: expect.any(String) });
  expect(await readFile(path.join(folder, "approved/a/1/a.playbook.yaml"), "utf8")).toBe(cleanPlaybook);
  expect((await listed())[0]).toEqual(["a.playbook.yaml", "First conversation", "approved", "same"]);

  // What is open counts as the editor has it, what is not as it was saved.
  await server.change(uri, 2, [{ text: cleanPlaybook.replace("title: First", "title: Second") }]);
  expect((await listed())[0]).toEqual(["a.playbook.yaml", "Second conversation", "approved", "changed"]);
  await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  await writeFile(path.join(folder, "a.playbook.yaml"), cleanPlaybook.replace("title: First", "title: Third"));
  expect((await listed())[0]).toEqual(["a.playbook.yaml", "Third conversation", "approved", "changed"]);
});
