import type { Verdict } from "../verdict.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice", hint: "notice" } as const;

/** The verdict as commands of GitHub's workflows, which it shows beside the changed lines. */
export function asGithub({ checked, unread, notes }: Verdict): string {
  const lines = checked.flatMap(({ file, report }) =>
    report.findings.map(({ severity, message, rule, range: { start, end } }) =>
      command(
        COMMANDS[severity],
        {
          file,
          line: start.line + 1,
          endLine: end.line + 1,
          // Columns are only understood on one line.
          ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
          title: `Cadence: ${rule}`,
        },
        message,
      ),
    ),
  );
  return [
    ...lines,
    // A file that a change does not touch is shown without its name, and so is one that is not there.
    ...unread.map(({ file, what, todo }) => command("error", { file, title: "Cadence: unread" }, `${file}: ${what} ${todo}`)),
    ...notes.map(({ file, what, todo }) => command("notice", { file, title: "Cadence: note" }, `${file}: ${what} ${todo}`)),
  ].join("\n");
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const said = Object.entries(properties).map(([key, value]) => `${key}=${inProperty(String(value))}`);
  return `::${name} ${said.join(",")}::${inMessage(message)}`;
}

const inMessage = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const inProperty = (text: string) => inMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
