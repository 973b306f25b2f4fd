import { decode, LARGEST_FILE, type Text, tooLarge } from "../disk/read-text.ts";
import type { Unread } from "../disk/trouble.ts";
import { asJson } from "./json.ts";
import { showFindings, showSummary, showUnread } from "./pretty.ts";
import { screenOn } from "./screen.ts";
import { exitCodeOf, verdictOn } from "./verdict.ts";

export type CheckOptions = { readonly format: "pretty" | "json"; readonly stdinName?: string };

/** `cadence check`: says everything there is to say about some files, and leaves the exit code that follows from it. */
export async function runCheck(paths: readonly string[], { format, stdinName }: CheckOptions): Promise<void> {
  const piped = paths.includes("-")
    ? { file: stdinName ?? "-", name: stdinName ?? "stdin.playbook.yaml", read: await readPiped(stdinName ?? "-") }
    : undefined;
  const verdict = await verdictOn(
    paths.filter((one) => one !== "-"),
    process.cwd(),
    piped,
  );
  // Before anything is printed: whoever reads may hang up before the end.
  process.exitCode = exitCodeOf(verdict);
  const out = screenOn(process.stdout);
  if (format === "json") return out.print(asJson(verdict));
  for (const checked of verdict.checked) showFindings(checked, out);
  const beside = screenOn(process.stderr);
  showUnread(verdict.unread, beside, "unread");
  showUnread(verdict.notes, beside, "note");
  showSummary(verdict.checked, verdict.unread, out);
}

/** The text that comes in by a pipe, as far as a playbook can be long. */
async function readPiped(name: string): Promise<Text | Unread> {
  if (process.stdin.isTTY) process.stderr.write("Reading a playbook from the keyboard: end it with Ctrl-D on a line of its own.\n");
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST_FILE) return tooLarge(name);
  }
  return decode(name, Buffer.concat(chunks));
}
