import { count, type Verdict } from "./verdict.ts";

/**
 * The verdict for programs: version 1 of its form, positions as in the language server protocol. What could not be read is named
 * beside the files. Hints, and what a baseline holds back, are counted only where there are any, so that the summary of everybody
 * else is what it always was.
 */
export function asJson({ checked, unread, known }: Verdict): string {
  const { error, warning, info, hint } = count(checked);
  const files = checked.map(({ file, report }) => ({
    file,
    findings: report.findings.map(({ rule, principle, kind, severity, message, range, url, story }) => ({
      rule,
      principle,
      kind,
      severity,
      message,
      range,
      url,
      ...(story === undefined ? {} : { story }),
    })),
  }));
  const missing = unread.length > 0 ? { unread: unread.map(({ file, what, todo }) => ({ file, what, todo })) } : {};
  const summary = {
    errors: error,
    warnings: warning,
    infos: info,
    ...(hint > 0 ? { hints: hint } : {}),
    ...(known === undefined ? {} : { known }),
  };
  return JSON.stringify({ version: 1, files, ...missing, summary }, null, 2);
}
