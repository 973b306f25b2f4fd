import type { Checked, Verdict } from "../verdict.ts";
import { element, worded, xml } from "./xml.ts";

/**
 * The verdict as a JUnit report: a suite a file, a case a finding. Only errors fail, as in the exit code; what is less than an
 * error is told in the output of its case.
 */
export function asJunit(verdict: Verdict): Iterable<string> {
  const { checked, unread } = verdict;
  let [tests, failures] = [unread.length, 0];
  for (const { report } of checked) {
    tests += casesFor(report);
    failures += failing(report);
  }
  return xml("testsuites", { name: "cadence check", tests, failures, errors: unread.length, time: 0 }, suitesIn(verdict));
}

/** A file without findings has a case as well: that nothing was found. */
const casesFor = ({ findings }: Checked["report"]): number => Math.max(1, findings.length);
const failing = ({ findings }: Checked["report"]): number => findings.filter(({ severity }) => severity === "error").length;

function* suitesIn({ checked, unread }: Verdict): Iterable<string> {
  for (const { file, report } of checked) {
    const cases = report.findings.map((finding) => caseOf(file, finding));
    yield element(
      "testsuite",
      { name: file, tests: casesFor(report), failures: failing(report), errors: 0, skipped: 0, time: 0 },
      cases.length > 0 ? cases : [element("testcase", { name: "nothing to find", classname: file, file })],
    );
  }
  for (const { file, what, todo } of unread)
    yield element("testsuite", { name: file, tests: 1, failures: 0, errors: 1, skipped: 0, time: 0 }, [
      element("testcase", { name: "can be read", classname: file, file }, [
        worded("error", { type: "unread", message: what }, `${what} ${todo}`),
      ]),
    ]);
}

function caseOf(file: string, { rule, severity, message, range: { start } }: Checked["report"]["findings"][number]): string {
  const about = {
    name: `${rule} at line ${start.line + 1}, character ${start.character + 1}`,
    classname: file,
    file,
    line: start.line + 1,
  };
  const told = `${severity} at ${file}:${start.line + 1}:${start.character + 1}\n${message}`;
  return element("testcase", about, [
    severity === "error" ? worded("failure", { type: rule, message }, told) : worded("system-out", {}, told),
  ]);
}
