import { expect, test } from "vitest";
import { check } from "./check.ts";
import type { Finding } from "./finding.ts";
import { firstAlike } from "./found.ts";
import { reread } from "./text/reread.ts";

const text = `title: A count
owner: Lena Park <lena.park@warehouse.example>
summary: Twenty teams counted.
touches:
  - { id: hello, day: 1, channel: email, reason: They wrote to us., subject: Your count, message: Hello. }
  - { id: again, day: 2, channel: email, reason: They wrote to us., subject: Your count, message: Just checking in!!! }
`;

/** The findings before and after a change, as an editor has them from its second key on: read on from the version before. */
function changed(from: string, to: string) {
  const opened = check(text);
  const key = text.replace("Hello", "Hallo");
  const before = check(key, {}, reread(opened.source, key), opened);
  const after = key.replace(from, to);
  const report = check(after, {}, reread(before.source, after), before);
  return { before: before.findings, after: report.findings, fresh: check(after).findings };
}

function keptOf(after: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  const firsts = new Set(before.map(firstAlike));
  return after.filter((finding) => firsts.has(firstAlike(finding)));
}

test("what is said of other lines is what was said of them before, though all of it has moved", () => {
  const { before, after, fresh } = changed("Hallo.", "Hallo there.");
  expect(after).toEqual(fresh);
  const kept = keptOf(after, before);
  expect(kept.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["reason-not-checking-in", "calm-punctuation"]));
  for (const finding of kept) {
    const { range, message } = firstAlike(finding);
    expect({ range, message }).toEqual({ range: finding.range, message: finding.message });
  }
});

test("on another line nothing is what it was", () => {
  const { before, after, fresh } = changed("summary:", "# A note.\nsummary:");
  expect(after).toEqual(fresh);
  const below = after.filter(({ range }) => range.start.line > 2);
  expect(below.length).toBeGreaterThan(3);
  expect(keptOf(below, before)).toEqual([]);
});
