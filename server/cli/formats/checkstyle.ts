import type { Verdict } from "../verdict.ts";
import { element, xml } from "./xml.ts";

const SEVERITIES = { error: "error", warning: "warning", info: "info", hint: "info" } as const;

/** The verdict as a Checkstyle report, which many build servers read. */
export function asCheckstyle({ checked, unread }: Verdict): string {
  return xml(
    element("checkstyle", { version: "4.3" }, [
      ...checked.map(({ file, report }) =>
        element(
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
        ),
      ),
      ...unread.map(({ file, what, todo }) =>
        element("file", { name: file }, [element("error", { severity: "error", message: `${what} ${todo}`, source: "cadence.unread" })]),
      ),
    ]),
  );
}
