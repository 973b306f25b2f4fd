import { createHash } from "node:crypto";
import type { Verdict } from "../verdict.ts";
import { fingerprints } from "./fingerprint.ts";

/** GitLab knows five; a finding never stops a service, so the loudest is left alone. */
const SEVERITIES = { error: "critical", warning: "major", info: "minor", hint: "info" } as const;

/** The verdict as a Code Quality report of GitLab, which shows in a merge request what became worse or better. */
export function asGitlab({ checked, unread }: Verdict): string {
  const findings = checked.flatMap(({ file, report }) => {
    const prints = fingerprints(file, report);
    return report.findings.map(({ rule, severity, message, range }, i) => ({
      description: message,
      check_name: rule,
      fingerprint: prints[i],
      severity: SEVERITIES[severity],
      location: { path: file, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
    }));
  });
  const missing = unread.map(({ file, what, todo }) => ({
    description: `${what} ${todo}`,
    check_name: "unread",
    fingerprint: createHash("sha256")
      .update(JSON.stringify([file, "unread"]))
      .digest("hex"),
    severity: "critical",
    location: { path: file, lines: { begin: 1 } },
  }));
  return JSON.stringify([...findings, ...missing], null, 2);
}
