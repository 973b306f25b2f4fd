import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { expect, test } from "vitest";
import { check, messageFindings, rules } from "../../core/index.ts";
import { bin, cadence, folderWith } from "../../test/cadence.ts";
import { cleanPlaybook } from "../../test/clean-playbook.ts";

test("an assistant that knows the protocol checks what it drafts, by the team's configuration, and learns why", async () => {
  const folder = await folderWith({ "cadence.config.yaml": "severities: { known-keys: info }\n" });
  const client = new Client({ name: "test", version: "1" });
  const transport = new StdioClientTransport({ command: process.execPath, args: [bin, "mcp"], cwd: folder, stderr: "pipe" });
  let err = "";
  transport.stderr?.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  await client.connect(transport);
  try {
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(["check_playbook", "check_message", "explain_rule"]);
    const text = cleanPlaybook.replace("summary:", "sumary:");
    const { structuredContent } = (await client.callTool({ name: "check_playbook", arguments: { text } })) as unknown as {
      structuredContent: {
        findings: { rule: string; severity: string; words: string; message: string; offers: string[] }[];
        errors: number;
      };
    };
    expect(structuredContent.findings.map(({ rule, message }) => [rule, message])).toEqual(
      check(text).findings.map(({ rule, message }) => [rule, message]),
    );
    const slip = structuredContent.findings.find(({ rule }) => rule === "known-keys");
    expect(slip).toMatchObject({ severity: "info", words: "sumary" });
    expect(slip?.offers.length).toBeGreaterThan(0);

    const message = await client.callTool({
      name: "check_message",
      arguments: { text: "Hi Priya,\n\nJust checking in on my last email.", stage: "contacted" },
    });
    const heard = messageFindings("Hi Priya,\n\nJust checking in on my last email.", { stage: "contacted" });
    expect(heard.length).toBeGreaterThan(0);
    expect(message).toMatchObject({ structuredContent: { findings: heard.map(({ rule, message }) => ({ rule, message })) } });
    const explained = await client.callTool({ name: "explain_rule", arguments: { rule: "gaps-hold" } });
    expect(JSON.stringify(explained)).toContain(rules["gaps-hold"].why);
    expect(await client.callTool({ name: "explain_rule", arguments: { rule: "gap-holds" } })).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining("did you mean gaps-hold?") }],
    });
    expect(await client.callTool({ name: "check_message", arguments: { text: 3 } })).toMatchObject({ isError: true });
  } finally {
    await client.close();
  }
  expect(err).toBe("");
});

test("what was asked before the input ended is answered, and then it ends", async () => {
  const asked = [
    {
      id: 1,
      method: "initialize",
      params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } },
    },
    { method: "notifications/initialized" },
    { id: 2, method: "tools/call", params: { name: "check_message", arguments: { text: "Just checking in!!" } } },
    { id: 3, method: "tools/call", params: { name: "check_playbook", arguments: { text: cleanPlaybook } } },
  ];
  const input = asked.map((one) => `${JSON.stringify({ jsonrpc: "2.0", ...one })}\n`).join("");
  const { code, out, err } = await cadence(await folderWith({}), ["mcp"], { input });
  const answers = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: number; result?: unknown });
  expect([
    code,
    err,
    answers
      .filter(({ result }) => result !== undefined)
      .map(({ id }) => id)
      .sort(),
  ]).toEqual([0, "", [1, 2, 3]]);
});

test("what is too long, or no message at all, is told, and the next request is answered", async () => {
  const client = new Client({ name: "test", version: "1" });
  const transport = new StdioClientTransport({ command: process.execPath, args: [bin, "mcp"], cwd: await folderWith({}), stderr: "pipe" });
  let err = "";
  transport.stderr?.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  await client.connect(transport);
  try {
    const ask = (text: string) => client.callTool({ name: "check_playbook", arguments: { text } });
    expect(await ask("x".repeat(1_100_000))).toMatchObject({ isError: true, content: [{ text: expect.stringContaining("over 1 MB") }] });
    await expect(ask("x".repeat(30_000_000))).rejects.toThrow("The request is over 6 MB");
    expect(await ask("\u0001".repeat(1_000_000))).toMatchObject({ structuredContent: { findings: expect.any(Array) } });
    await transport.send("no message" as never);
    const stopped = new AbortController();
    const given = client.callTool({ name: "check_playbook", arguments: { text: cleanPlaybook } }, undefined, { signal: stopped.signal });
    stopped.abort("enough");
    await expect(given).rejects.toThrow();
    expect(await ask(cleanPlaybook)).toMatchObject({ structuredContent: { errors: 0 } });
  } finally {
    await client.close();
  }
  expect(err).toBe("cadence: A line of the input is no message of the Model Context Protocol, and was passed over.\n");
});

test("a request that is too long is answered by its id, wherever that stands, and one that has none is told beside", async () => {
  const long = "x".repeat(7_000_000);
  const input = [
    `{"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"text":"${long}"}}`,
    `{"method":"tools/call","params":{"text":"${long}"},"jsonrpc":"2.0","id":7}`,
    `{"text":"${long}`,
    `{"jsonrpc":"2.0","id":8,"method":"ping"}`,
  ].join("\n");
  const { code, out, err } = await cadence(await folderWith({}), ["mcp"], { input });
  const answers = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: unknown; error?: { code: number } });
  expect([code, answers.map(({ id, error }) => [id, error?.code])]).toEqual([
    0,
    [
      ["a", -32600],
      [7, -32600],
      [8, undefined],
    ],
  ]);
  expect(err).toMatch(/^cadence: The request is over 6 MB[^\n]*\n$/);
});
