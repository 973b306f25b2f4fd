import * as fc from "fast-check";
import picomatch from "picomatch/posix.js";
import { expect, test } from "vitest";
import { globOf } from "./glob.ts";

const matches = (glob: string, path: string) => {
  const made = globOf(glob);
  return typeof made === "string" ? made : made(path);
};

test.each([
  ["pilots/**", "pilots/a/b.playbook.yaml", true],
  ["pilots/**", "other/pilots/b.playbook.yaml", false],
  ["./pilots/**", "pilots/b.playbook.yaml", true],
  ["/pilots/*", "pilots/b.playbook.yaml", true],
  ["pilots\\*.playbook.yaml", "pilots\\b.playbook.yaml", true],
  ["*-nurture.playbook.yaml", "any/folder/q3-nurture.playbook.yaml", true],
  ["**/q3/*", "q3/a", true],
  ["a/**/b", "a/b", true],
  ["a/**/b", "a/x/y/b", true],
  ["a/**/b", "ab", false],
  ["a**/b", "axy/b", true],
  ["{pilots,trials}/*.{yaml,yml}", "trials/a.yml", true],
  ["q[1-3]-*", "q4-a.playbook.yaml", false],
  ["q[!1-3]-*", "q4-a.playbook.yaml", true],
  ["Pilots/?", "pilots/A", true],
  ["café/*", "cafe\u0301/a", true],
  ["a+(b).yaml", "a+(b).yaml", true],
])("%s and %s: %s", (glob, path, said) => expect(matches(glob, path)).toBe(said));

test.each(["", "  ", "[", "a]", "{a", "a}", "[]", "[z-a]", "!a", "../a", "a/../../b", "C:\\a", "a".repeat(2000)])(
  "%j means nothing, and says so",
  (glob) => expect(matches(glob, "a")).toMatch(/^[a-z].*: /),
);

test("any text is a glob or told in words, and none takes long", () => {
  const started = performance.now();
  expect(matches(`${"*a".repeat(200)}b`, "a".repeat(4000))).toBe(false);
  expect(matches(`${"**/a/".repeat(100)}b`, "a/".repeat(2000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(5000);
  fc.assert(
    fc.property(fc.string(), fc.string(), (glob, path) => {
      expect(["string", "boolean"]).toContain(typeof matches(glob, path));
    }),
  );
});

test("means what a well-known library takes it to mean", () => {
  const names = fc.array(fc.constantFrom("a", "b", "-", "ab"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
  const parts = fc
    .array(fc.constantFrom("a", "b", "-", "*", "?", "{a,b}", "[ab]", "[^a]"), { minLength: 1, maxLength: 3 })
    .map((all) => all.join(""));
  const globs = fc.array(fc.oneof(parts, fc.constant("**")), { minLength: 2, maxLength: 4 }).map((all) => all.join("/"));
  const paths = fc.array(names, { minLength: 1, maxLength: 4 }).map((all) => all.join("/"));
  fc.assert(
    fc.property(globs, paths, (glob, path) => {
      // Whether `a/**` also means the folder itself is of no use to us: only files are asked about.
      fc.pre(!glob.endsWith("/**") && !/\*\*\/\*\*|\*\*[^/]|[^/]\*\*/.test(glob));
      expect(matches(glob, path)).toBe(picomatch(glob, { dot: true, noextglob: true })(path));
    }),
    { numRuns: 2000 },
  );
});
