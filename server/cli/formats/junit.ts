import type { Verdict } from "../verdict.ts";
import { element, worded, xml } from "./xml.ts";

/**
 * The verdict as a JUnit report: a suite a file, a case a finding. Only errors fail, as in the exit code; what is less than an
 * error is told in the output of its case.
 */
export function asJunit({ checked, unread }: Verdict): string {
  const suites = checked.map(({ file, report }) => {
    const cases = report.findings.map(({ rule, severity, message, range: { start } }) => {
      const place = `${file}:${start.line + 1}:${start.character + 1}`;
      const about = {
        name: `${rule} at line ${start.line + 1}, character ${start.character + 1}`,
        classname: file,
        file,
        line: start.line + 1,
      };
      const told = `${severity} at ${place}\n${message}`;
      return element("testcase", about, [
        severity === "error" ? worded("failure", { type: rule, message }, told) : worded("system-out", {}, told),
      ]);
    });
    const failures = report.findings.filter(({ severity }) => severity === "error").length;
    return {
      tests: Math.max(1, cases.length),
      failures,
      errors: 0,
      text: element("testsuite", { name: file, tests: Math.max(1, cases.length), failures, errors: 0, skipped: 0, time: 0 }, [
        ...(cases.length > 0 ? cases : [element("testcase", { name: "nothing to find", classname: file, file })]),
      ]),
    };
  });
  const missing = unread.map(({ file, what, todo }) => ({
    tests: 1,
    failures: 0,
    errors: 1,
    text: element("testsuite", { name: file, tests: 1, failures: 0, errors: 1, skipped: 0, time: 0 }, [
      element("testcase", { name: "can be read", classname: file, file }, [
        worded("error", { type: "unread", message: what }, `${what} ${todo}`),
      ]),
    ]),
  }));
  const all = [...suites, ...missing];
  const sum = (of: "tests" | "failures" | "errors") => all.reduce((total, suite) => total + suite[of], 0);
  return xml(
    element(
      "testsuites",
      { name: "cadence check", tests: sum("tests"), failures: sum("failures"), errors: sum("errors"), time: 0 },
      all.map(({ text }) => text),
    ),
  );
}
