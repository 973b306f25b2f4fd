import { sha256 } from "../../disk/sha256.ts";
import type { Verdict } from "../verdict.ts";
import { fingerprints } from "./fingerprint.ts";
import { itemsIn } from "./items.ts";

/** GitLab knows five; a finding never stops a service, so the loudest is left alone. */
const SEVERITIES = { error: "critical", warning: "major", info: "minor", hint: "info" } as const;

/** The verdict as a Code Quality report of GitLab, which shows in a merge request what became worse or better. */
export function* asGitlab(verdict: Verdict): Iterable<string> {
  yield "[";
  yield* itemsIn(issuesIn(verdict), 1);
  yield "]";
}

function* issuesIn({ checked, unread }: Verdict): Iterable<unknown> {
  for (const { file, report } of checked) {
    const prints = fingerprints(file, report);
    for (const [i, { rule, severity, message, range }] of report.findings.entries())
      yield {
        description: message,
        check_name: rule,
        fingerprint: prints[i],
        severity: SEVERITIES[severity],
        location: { path: file, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
      };
  }
  for (const { file, what, todo } of unread)
    yield {
      description: `${what} ${todo}`,
      check_name: "unread",
      fingerprint: sha256()
        .update(JSON.stringify([file, "unread"]))
        .digest("hex"),
      severity: "critical",
      location: { path: file, lines: { begin: 1 } },
    };
}
