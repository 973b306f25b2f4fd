import { check, type Knowledge, type Report } from "./check.ts";
import type { Fix } from "./finding.ts";
import { applied, edits } from "./text/edit.ts";

/** Fixes made in one go. A playbook that needs more is mended by doing it again. */
const MOST_FIXES = 200;

/** A text with everything put right that can be put right without a person looking, and the fixes that did it, in their order. */
export type FixedAll = { readonly text: string; readonly fixes: readonly Fix[]; readonly report: Report };

/**
 * Makes every safe fix there is, and those that show up once the others are made, until none is left. Safe fixes alter nothing
 * that a prospect reads or when they read it. What it answers with has no safe fix left, so doing it twice is doing it once.
 * A fix that would leave the text unreadable, or take it back to what it was, is not made. Never throws.
 */
export function fixAll(text: string, knowledge: Knowledge = {}): FixedAll {
  const fixes: Fix[] = [];
  const seen = new Set([text]);
  let report = check(text, knowledge);
  while (fixes.length < MOST_FIXES) {
    const step = nextStep(report, knowledge, seen);
    if (!step) break;
    fixes.push(step.fix);
    seen.add(step.report.source.text);
    report = step.report;
  }
  return { text: fixes.length > 0 ? report.source.text : text, fixes, report };
}

function nextStep(report: Report, knowledge: Knowledge, seen: ReadonlySet<string>): { fix: Fix; report: Report } | undefined {
  for (const fix of report.findings.flatMap((finding) => finding.fixes)) {
    if (!fix.safe) continue;
    const mended = applied(report.source.text, edits(report.source, report.kind, fix.changes));
    if (seen.has(mended)) continue;
    const after = check(mended, knowledge);
    if (after.source.sound || !report.source.sound) return { fix, report: after };
  }
  return undefined;
}
