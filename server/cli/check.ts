import { asJson } from "./json.ts";
import { readPiped } from "./piped.ts";
import { showFindings, showSummary, showUnread } from "./pretty.ts";
import { screenOn } from "./screen.ts";
import { exitCodeOf, verdictOn } from "./verdict.ts";

export type CheckOptions = { readonly format: "pretty" | "json"; readonly stdinName?: string };

/** `cadence check`: says everything there is to say about some files, and leaves the exit code that follows from it. */
export async function runCheck(paths: readonly string[], { format, stdinName }: CheckOptions): Promise<void> {
  const piped = paths.includes("-")
    ? { file: stdinName ?? "-", name: stdinName ?? "stdin.playbook.yaml", read: await readPiped(stdinName ?? "-", "a playbook") }
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
