import path from "node:path";
import { expect, test } from "vitest";
import { shown } from "./shown.ts";

const cwd = "/team/plays";

test.each([
  ["/team/plays/a.playbook.yaml", "a.playbook.yaml"],
  ["/team/plays/north/.drafts/a..b.yaml", "north/.drafts/a..b.yaml"],
  ["/team/plays-old/a.yaml", "../plays-old/a.yaml"],
  ["/team/plays/../a.yaml", "../a.yaml"],
  ["/team/plays/./north//a.yaml", "north/a.yaml"],
  ["/team/plays/north/", "north"],
  ["/team/plays/north/..", "."],
  ["/team/plays", "."],
  ["north/a.yaml", "north/a.yaml"],
  ["../a.yaml", "../a.yaml"],
])("%s is shown as people in /team/plays read it", (file, told) => {
  expect(shown(file, cwd)).toBe(told);
  expect(told).toBe(path.posix.relative(cwd, path.posix.resolve(cwd, file)) || ".");
});
