import { type Checked, count, type Verdict } from "./verdict.ts";

/**
 * The verdict for programs: version 1 of its form, positions as in the language server protocol. What could not be read is named
 * beside the files. Hints, and what a baseline holds back, are counted only where there are any, so that the summary of everybody
 * else is what it always was.
 */
export function* asJson({ checked, unread, known }: Verdict): Iterable<string> {
  const { error, warning, info, hint } = count(checked);
  const missing = unread.length > 0 ? { unread: unread.map(({ file, what, todo }) => ({ file, what, todo })) } : {};
  const summary = {
    errors: error,
    warnings: warning,
    infos: info,
    ...(hint > 0 ? { hints: hint } : {}),
    ...(known === undefined ? {} : { known }),
  };
  yield '{\n  "version": 1,\n  "files": [';
  // One by one: the findings of a thousand files, as one text, take more room than all else.
  for (const [i, one] of checked.entries()) yield `${i > 0 ? "," : ""}\n    ${asItem(one)}`;
  yield `${checked.length > 0 ? "\n  " : ""}],${JSON.stringify({ ...missing, summary }, null, 2).slice(1)}`;
}

/** A file and its findings, as an item of the list of files. */
function asItem({ file, report }: Checked): string {
  const findings = report.findings.map(({ rule, principle, kind, severity, message, range, url, story }) => ({
    rule,
    principle,
    kind,
    severity,
    message,
    range,
    url,
    ...(story === undefined ? {} : { story }),
  }));
  return JSON.stringify({ file, findings }, null, 2).replaceAll("\n", "\n    ");
}
