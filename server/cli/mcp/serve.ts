import { once } from "node:events";
import path from "node:path";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { ErrorCode } from "@modelcontextprotocol/sdk/types.js";
import * as z from "zod";
import {
  CHANNELS,
  type Finding as CoreFinding,
  kindOfFile,
  type MessageContext,
  messageFindings,
  near,
  offersOf,
  principles,
  ruleList,
  STAGES,
} from "../../core/index.ts";
import { createKnowledge } from "../../disk/knowledge.ts";
import { LARGEST_FILE } from "../../disk/read-text.ts";
import { reportOn } from "../verdict.ts";
import { version } from "../version.ts";
import { idIn, wholeLines } from "./lines.ts";

/** What an assistant is told of all this before it asks anything. */
const INSTRUCTIONS = `Checks sales-cadence playbooks and messages against ten principles of decent persistence.
Check every message and playbook you draft before you show it, and put right what is found. An error must go; a warning needs a second look; what is heuristic is a reading of the words, which a person may let stand. Never try to get around a finding by hiding the words.`;

/** Bytes of a request at most. A text of the largest kind takes six times as many where every sign of it is escaped. */
const LARGEST_REQUEST = 6 * LARGEST_FILE + 65_536;

const Position = z.object({ line: z.number().int(), character: z.number().int() });
const Finding = z.object({
  rule: z.string(),
  principle: z.string(),
  kind: z.enum(["certain", "heuristic"]),
  severity: z.enum(["error", "warning", "info", "hint"]),
  message: z.string().describe("What is wrong, why it matters, and what to do."),
  words: z.string().describe("The words it is about."),
  range: z.object({ start: Position, end: Position }).describe("Lines and characters from 0."),
  offers: z.array(z.string()).describe("Ways to put it right that an editor offers."),
  url: z.string(),
});
const Found = { findings: z.array(Finding), errors: z.number().int(), warnings: z.number().int() };

/** `cadence mcp`: lets assistants check what they draft, over standard input and output. Ends when its input ends. */
export async function serveMcp(): Promise<void> {
  const knowledge = createKnowledge();
  const known = (name: string) => {
    knowledge.forget();
    return knowledge.for(path.resolve(name));
  };
  const server = new McpServer({ name: "cadence-playbooks", title: "Cadence Playbooks", version }, { instructions: INSTRUCTIONS });
  const text = z.string().max(LARGEST_FILE, "The text is over 1 MB, and no playbook or message is. Send the one you mean.");

  server.registerTool(
    "check_playbook",
    {
      title: "Check a playbook",
      description:
        "Everything there is to say about a playbook, a configuration or an assets file: where, what is wrong, why it matters, what to do.",
      inputSchema: {
        text: text.describe("The whole text of the file, YAML."),
        file: z
          .string()
          .max(1000)
          .default("draft.playbook.yaml")
          .describe("The name it has or shall have; the configuration beside it holds."),
      },
      outputSchema: Found,
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ text, file }) => {
      const name = kindOfFile(file) ? file : `${file}.playbook.yaml`;
      return answered(text, reportOn(text, path.resolve(name), await known(name)).findings);
    },
  );

  server.registerTool(
    "check_message",
    {
      title: "Check a message",
      description:
        "What a reader would hear in the words of one message: checking in, pressure, blame, a no that is argued. A reading, never a verdict.",
      inputSchema: {
        text: text.describe("The words of the message."),
        channel: z
          .enum(CHANNELS as [string, ...string[]])
          .optional()
          .describe("How it reaches the prospect."),
        stage: z
          .enum(STAGES as [string, ...string[]])
          .optional()
          .describe("How far the relationship is."),
        thread: z.enum(["new", "reply"]).optional().describe("Whether it continues a conversation."),
        subject: z.string().max(1000).optional().describe("Its subject line."),
      },
      outputSchema: Found,
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ text, ...context }) => {
      const { config } = await known("any.playbook.yaml");
      const given = Object.fromEntries(Object.entries(context).filter(([, value]) => value !== undefined)) as MessageContext;
      return answered(text, messageFindings(text, given, config));
    },
  );

  server.registerTool(
    "explain_rule",
    {
      title: "Explain a rule",
      description: "All that a rule says of itself: why it is there, what to do, the principle it serves.",
      inputSchema: { rule: z.string().max(100).describe("The rule's id, as a finding names it, such as gaps-hold.") },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ rule: id }) => {
      const rule = ruleList.find((one) => one.id === id);
      const nearest = near(
        id,
        ruleList.map((one) => one.id),
      );
      if (!rule) return { isError: true, ...said(`There is no rule “${id}”${nearest ? `; did you mean ${nearest}?` : "."}`) };
      const { summary, why, todo, serves, severity, kind } = rule;
      const offers = offersOf(id).map((offer) => `- ${offer}`);
      return said(
        [
          `${id} (${severity}, ${kind})`,
          summary,
          `Why: ${why}`,
          `What to do: ${todo}`,
          `Principle: ${serves}`,
          ...(offers.length > 0 ? ["The editor offers:", ...offers] : []),
        ].join("\n"),
      );
    },
  );

  // The library would end the conversation over one request that is too long, and tell nobody.
  const lines = wholeLines(LARGEST_REQUEST, (begin, end) => void refuse(idIn(begin, end)));
  const transport = new StdioServerTransport(lines, process.stdout, { maxBufferSize: 2 * LARGEST_REQUEST });
  server.server.onerror = () => complain("A line of the input is no message of the Model Context Protocol, and was passed over.");
  const ended = once(lines, "end");
  await server.connect(transport);
  process.stdin.pipe(lines);
  // What was asked before is answered still, which closing the server would forbid; after that nothing keeps the program going.
  await ended;

  async function refuse(id: string | number | undefined): Promise<void> {
    if (id === undefined) return complain(TOO_LONG);
    await transport.send({ jsonrpc: "2.0", id, error: { code: ErrorCode.InvalidRequest, message: TOO_LONG } });
  }
}

const TOO_LONG = "The request is over 6 MB, and no playbook or message is. Send the one you mean.";
const complain = (words: string): void => void process.stderr.write(`cadence: ${words}\n`);

const said = (words: string) => ({ content: [{ type: "text" as const, text: words }] });

function answered(text: string, findings: readonly CoreFinding[]) {
  const lines = findings.map(({ severity, rule, range, message }) => `${severity} at line ${range.start.line + 1} (${rule}): ${message}`);
  const structuredContent = {
    findings: findings.map(({ rule, principle, kind, severity, message, range, span, fixes, url }) => ({
      rule,
      principle: principles[principle].title,
      kind,
      severity,
      message,
      words: text.slice(...span),
      range,
      offers: fixes.map(({ title }) => title),
      url,
    })),
    errors: findings.filter(({ severity }) => severity === "error").length,
    warnings: findings.filter(({ severity }) => severity === "warning").length,
  };
  return { ...said(lines.length > 0 ? lines.join("\n") : "Nothing to say about this."), structuredContent };
}
