import { check, type Knowledge, type Report } from "./check.ts";
import type { Finding, Fix } from "./finding.ts";
import { applied, edits } from "./text/edit.ts";

/** Fixes made in one go. A playbook that needs more is mended by doing it again. */
const MOST_FIXES = 200;
/** Findings read over in one go: each fix is followed by a fresh check, and a file with thousands of findings takes long to check. */
const MOST_READ = 20_000;

/** A text with everything put right that can be put right without a person looking, and the fixes that did it, in their order. */
export type FixedAll = { readonly text: string; readonly fixes: readonly Fix[]; readonly report: Report };

/**
 * Makes every safe fix there is, and those that show up once the others are made, until none is left. Safe fixes alter nothing
 * that a prospect reads or when they read it. What it answers with has no safe fix left, so doing it twice is doing it once.
 * A fix that would leave the text unreadable, or take it back to what it was, is not made. Never throws.
 */
export function fixAll(text: string, knowledge: Knowledge = {}): FixedAll {
  return fixed(text, knowledge, (finding) => finding.fixes.filter(({ safe }) => safe));
}

/**
 * Makes the first fix of every finding of one rule, safe or not: for a person who has seen one of them and wants them all. Never
 * throws.
 */
export function fixRule(text: string, rule: string, knowledge: Knowledge = {}): FixedAll {
  return fixed(text, knowledge, (finding) => (finding.rule === rule ? finding.fixes.slice(0, 1) : []));
}

/** The fixes of a finding that are to be made. */
type Wanted = (finding: Finding) => readonly Fix[];

function fixed(text: string, knowledge: Knowledge, wanted: Wanted): FixedAll {
  const fixes: Fix[] = [];
  const seen = new Set([text]);
  let report = check(text, knowledge);
  for (let read = 0; fixes.length < MOST_FIXES && read < MOST_READ; read += report.findings.length) {
    const step = nextStep(report, knowledge, seen, wanted);
    if (!step) break;
    fixes.push(step.fix);
    seen.add(step.report.source.text);
    report = step.report;
  }
  return { text: fixes.length > 0 ? report.source.text : text, fixes, report };
}

function nextStep(
  report: Report,
  knowledge: Knowledge,
  seen: ReadonlySet<string>,
  wanted: Wanted,
): { fix: Fix; report: Report } | undefined {
  for (const fix of report.findings.flatMap(wanted)) {
    const mended = applied(report.source.text, edits(report.source, report.kind, fix.changes));
    if (seen.has(mended)) continue;
    const after = check(mended, knowledge);
    if (after.source.sound || !report.source.sound) return { fix, report: after };
  }
  return undefined;
}
