import { checkMessage, linesOf, type MessageContext, messageFindings, positionAt, principles } from "../core/index.ts";
import { knowledgeFor } from "../disk/knowledge.ts";
import type { Unread } from "../disk/trouble.ts";
import { CADENCE } from "./called.ts";
import { frame } from "./frame.ts";
import { readPiped } from "./piped.ts";
import { label, row, showUnread, whole } from "./pretty.ts";
import { screenOn } from "./screen.ts";

export type MessageOptions = Pick<MessageContext, "channel" | "stage" | "subject" | "thread"> & { readonly format: "pretty" | "json" };

const NOTHING: Unread = {
  file: "(from the pipe)",
  kind: "missing",
  what: "Nothing came through the pipe.",
  todo: `Send the words of the message, as in: ${CADENCE} message < message.txt`,
};

/** `cadence message`: what there is to say about the words of a message from a pipe. Exit 0, or 2 when it could not be read. */
export async function runMessage({ format, ...context }: MessageOptions): Promise<void> {
  const read = await readPiped("-", "a message");
  if (!("text" in read)) {
    process.exitCode = 2;
    showUnread([read], screenOn(process.stderr), "unread");
    return;
  }
  if (read.text.trim() === "") {
    process.exitCode = 2;
    showUnread([NOTHING], screenOn(process.stderr), "unread");
    return;
  }
  const { config } = await knowledgeFor("any.playbook.yaml");
  const screen = screenOn(process.stdout);
  if (format === "json") return screen.print(JSON.stringify({ version: 1, ...checkMessage(read.text, context, config) }, null, 2));
  const findings = messageFindings(read.text, context, config);
  const source = { text: read.text, lines: linesOf(read.text) };
  for (const finding of findings) {
    const { line, character } = positionAt(source.lines, finding.span[0]);
    screen.print(
      "",
      ...row(screen.paint(finding.severity, finding.severity.padStart(8)), finding.what, screen, "strong"),
      ...whole("at", `line ${line + 1}, character ${character + 1}`, screen, "place"),
      "",
      ...frame(source, [{ span: finding.span, role: finding.severity, sign: "^" }], screen, 8),
      "",
      ...label("why", finding.why, screen),
      ...label("do", finding.todo, screen),
      ...label("rule", `${finding.rule} · ${principles[finding.principle].title}`, screen),
      ...whole("", finding.url, screen, "quiet"),
    );
  }
  const count = findings.length;
  const sum =
    count === 0 ? "Nothing to say about these words." : `${count} ${count === 1 ? "place" : "places"} to look at again. A person decides.`;
  screen.print("", `${count === 0 ? screen.paint("good", "✓") : screen.paint("warning", "!")} ${screen.paint("strong", sum)}`, "");
}
