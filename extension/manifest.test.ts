import { readFileSync } from "node:fs";
import { join } from "node:path";
import { kindOfFile } from "@cadence-playbooks/server/core";
import picomatch from "picomatch";
import { expect, test } from "vitest";

const ours = ["yaml", "yml"].flatMap((ending) => [`one.playbook.${ending}`, `cadence.config.${ending}`, `cadence.assets.${ending}`]);
const text = (file: string) => readFileSync(join(import.meta.dirname, file), "utf8");

test("every name that is ours is ours in the editor, on a disk and in a browser", () => {
  expect(ours.map(kindOfFile)).not.toContain(undefined);
  const [{ extensions, filenames }] = JSON.parse(text("package.json")).contributes.languages as [
    { extensions: string[]; filenames: string[] },
  ];
  expect(ours.filter((name) => !filenames.includes(name) && !extensions.some((end) => name.endsWith(end)))).toEqual([]);
  const [, glob = ""] = /const OURS = "([^"]+)"/.exec(text("web.ts")) ?? [];
  expect(ours.filter((name) => !picomatch.isMatch(`team/${name}`, glob))).toEqual([]);
});
