import type { Verdict } from "../verdict.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice", hint: "notice" } as const;

/** The verdict as commands of GitHub's workflows, which it shows beside the changed lines. */
export function* asGithub(verdict: Verdict): Iterable<string> {
  let any = false;
  for (const line of commandsIn(verdict)) {
    yield any ? `\n${line}` : line;
    any = true;
  }
}

function* commandsIn({ checked, unread, notes }: Verdict): Iterable<string> {
  for (const { file, report } of checked)
    for (const { severity, message, rule, range } of report.findings) {
      const { start, end } = range;
      yield command(
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
      );
    }
  // A file that a change does not touch is shown without its name, and so is one that is not there.
  for (const { file, what, todo } of unread) yield command("error", { file, title: "Cadence: unread" }, `${file}: ${what} ${todo}`);
  for (const { file, what, todo } of notes) yield command("notice", { file, title: "Cadence: note" }, `${file}: ${what} ${todo}`);
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const said = Object.entries(properties).map(([key, value]) => `${key}=${inProperty(String(value))}`);
  return `::${name} ${said.join(",")}::${inMessage(message)}`;
}

const inMessage = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const inProperty = (text: string) => inMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
