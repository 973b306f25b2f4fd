import fc from "fast-check";
import { expect, test } from "vitest";
import { baselineOf, heldAgainst, joined, openBaseline, writtenBaseline } from "./baseline.ts";
import { check } from "./check.ts";

const found = (file: string, text: string) => {
  const { findings, source } = check(text);
  return { file, findings, source };
};
const wrong = `title: One
sumary: x
touches:
  - id: hello
    day: 1
    channel: email
    subject: Hello!!!
    message: Hi [First Name], hello [First Name].
`;

test("what was found once is known, wherever its lines move", () => {
  const baseline = baselineOf([found("a", wrong)]);
  const moved = found(
    "a",
    `# a line\n\n\n${wrong.replace("title: One", "title: Another title\nowner: Dana Ortiz <dana@northwind.example>")}`,
  );
  const { known, gone } = heldAgainst(baseline, [moved], () => true);
  expect(moved.findings.filter((finding) => !known.has(finding)).map(({ rule }) => rule)).toEqual([]);
  expect(gone).toBe(1);
});

test("a second of the same kind is new, and a finding counts no more often than it was recorded", () => {
  const baseline = baselineOf([found("a", wrong)]);
  const more = found("a", wrong.replace("hello [First Name].", "hello [First Name], [First Name]."));
  const { known } = heldAgainst(baseline, [more], () => true);
  expect(more.findings.filter((finding) => !known.has(finding)).map(({ rule }) => rule)).toEqual(["words-filled-in"]);
});

test("a finding whose count changed is the same finding", () => {
  const baseline = openBaseline(writtenBaseline(baselineOf([found("a", wrong)])));
  if (typeof baseline === "string") throw new Error(baseline);
  const files = { a: (baseline.files["a"] ?? []).map((entry) => ({ ...entry, what: `${entry.what} (once)` })) };
  const now = found("a", wrong);
  expect(heldAgainst({ files }, [now], () => true).known.size).toBe(now.findings.length);
});

test("what is known follows a file to its new name, and stays where nobody looked", () => {
  const baseline = joined(baselineOf([found("a", wrong)]), { files: { elsewhere: [{ rule: "r", words: "w", what: "x", times: 2 }] } });
  const renamed = found("b", wrong);
  const held = heldAgainst(baseline, [renamed], (file) => file === "elsewhere");
  expect(held.known.size).toBe(renamed.findings.length);
  expect(held.gone).toBe(0);
  expect(Object.keys(held.kept.files).sort()).toEqual(["b", "elsewhere"]);
});

test("what is known of a file that nobody looked for is kept: it may have another name where nobody looked either", () => {
  const baseline = joined(baselineOf([found("a", wrong)]), baselineOf([found("there/b", wrong)]));
  const held = heldAgainst(
    baseline,
    [found("a", wrong)],
    (file) => file === "a",
    (file) => !file.startsWith("there/"),
  );
  expect([held.gone, held.kept]).toEqual([0, baseline]);
  const renamed = heldAgainst(
    baseline,
    [found("there/c", wrong)],
    (file) => file === "a",
    (file) => file === "there/c",
  );
  expect([renamed.gone, Object.keys(renamed.kept.files).sort()]).toEqual([0, ["a", "there/c"]]);
});

test("a file that is no baseline says so", () => {
  expect(openBaseline("{")).toBe("It is not JSON any more.");
  expect(openBaseline('{"format":2,"files":{}}')).toContain("at format");
  expect(openBaseline('{"format":1,"files":{"a":[{"rule":"r"}]}}')).toContain("at files.a.0");
});

test("whatever is found: recorded, it is known; written and read, it is the same; and nothing is known twice", () => {
  const lines = fc.array(fc.constantFrom("sumary: x", "title: [First Name]", "# note", "owner: me", "tile: y"), { maxLength: 8 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const was = found("a", before.join("\n"));
      const is = found("a", after.join("\n"));
      const baseline = openBaseline(writtenBaseline(baselineOf([was])));
      if (typeof baseline === "string") throw new Error(baseline);
      expect(heldAgainst(baseline, [was], () => true)).toMatchObject({ gone: 0, kept: baselineOf([was]) });
      const { known, gone } = heldAgainst(baseline, [is], () => true);
      expect(known.size + gone).toBe(was.findings.length);
      expect(known.size).toBeLessThanOrEqual(is.findings.length);
    }),
  );
});
