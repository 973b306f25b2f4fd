import type { Verdict } from "../verdict.ts";
import { element, xml } from "./xml.ts";

const SEVERITIES = { error: "error", warning: "warning", info: "info", hint: "info" } as const;

/** The verdict as a Checkstyle report, which many build servers read. */
export const asCheckstyle = (verdict: Verdict): Iterable<string> => xml("checkstyle", { version: "4.3" }, filesIn(verdict));

function* filesIn({ checked, unread }: Verdict): Iterable<string> {
  for (const { file, report } of checked)
    yield element(
      "file",
      { name: file },
      report.findings.map(({ rule, severity, message, range: { start } }) =>
        element("error", {
          line: start.line + 1,
          column: start.character + 1,
          severity: SEVERITIES[severity],
          message,
          source: `cadence.${rule}`,
        }),
      ),
    );
  for (const { file, what, todo } of unread)
    yield element("file", { name: file }, [element("error", { severity: "error", message: `${what} ${todo}`, source: "cadence.unread" })]);
}
