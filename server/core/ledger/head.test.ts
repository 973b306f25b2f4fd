import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanPlaybook } from "../../test/clean-playbook.ts";
import { check } from "../check.ts";
import { headOf } from "./head.ts";

const whole = (text: string) => {
  const { playbook } = check(text);
  return { owner: playbook?.owner, segment: playbook?.audience.segment };
};

test.each([
  cleanPlaybook,
  cleanPlaybook.replaceAll("\n", "\r\n"),
  cleanPlaybook.replace("owner: ", "owner:   "),
  cleanPlaybook.replace(/owner: (.*)/, 'owner: "$1" # hers'),
  cleanPlaybook.replace(/owner: (.*)/, '"owner": "$1"'),
  cleanPlaybook.replace(/owner: (.*)/, "owner: >-\n  $1"),
  cleanPlaybook.replace(/owner: (.*)/, "owner: $1\nowner: Theo Brandt <theo@northwind.example>"),
  cleanPlaybook.replace(/owner: (.*)/, "summary2: |\n  owner: Theo Brandt <theo@northwind.example>\nowner: $1"),
  cleanPlaybook.replace("segment: ", "persona: |\n    segment: other-one\n  segment: "),
  cleanPlaybook.replace("segment: ", "segment: other-one\n  segment: "),
  cleanPlaybook.replace(/segment: .*/, "segment: yes"),
  cleanPlaybook.replace(/segment: .*/, "segment: &x mid-market"),
  cleanPlaybook.replace(/audience:\n/, "audience: # theirs\n"),
  "audience: { segment: online-shop }\nowner: A B <a@b.example>\n",
  "{ owner: A B <a@b.example>, audience: { segment: online-shop } }\n",
  "? owner\n: A B <a@b.example>\n",
  "title: x\n",
  "",
  "a: [",
])("the quick reading of the owner and the segment says what the whole reading says", (text) => {
  expect(headOf(text)).toEqual(whole(text));
});

test("whatever lines are put into a playbook, the two readings agree wherever the text can be read", () => {
  const lines = cleanPlaybook.split("\n").slice(0, 14);
  const odd = fc.constantFrom(
    "owner: X Y <x@y.example>",
    "  segment: online-shop",
    "   segment: deep-in",
    "audience:",
    "# owner: no",
    "title: |",
    "  a: b",
    '"owner": z',
    "---",
    "- x",
    "",
    "x: >",
    "    y",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(14), odd), { maxLength: 4 }), (inserted) => {
      const text = inserted.reduce((all, [at, line]) => all.toSpliced(at, 0, line), lines).join("\n");
      const report = check(text);
      if (report.playbook && report.source.flaws.length === 0) expect(headOf(text)).toEqual(whole(text));
    }),
    { numRuns: 150 },
  );
});

test("the repository's own playbooks are read quickly and rightly", () => {
  for (const id of ["first-conversation", "reflex-no", "lapsed-customer"]) {
    const text = readFileSync(new URL(`../../../playbooks/${id}.playbook.yaml`, import.meta.url), "utf8");
    expect(headOf(text)).toEqual(whole(text));
  }
});
