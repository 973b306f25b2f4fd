import { itemsIn } from "./formats/items.ts";
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
  yield* itemsIn(files(checked), 2);
  yield `],${JSON.stringify({ ...missing, summary }, null, 2).slice(1)}`;
}

/** The files and their findings. */
function* files(checked: readonly Checked[]): Iterable<unknown> {
  for (const { file, report } of checked) {
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
    yield { file, findings };
  }
}
