import { createTwoFilesPatch } from "diff";
import { fixAll } from "../core/index.ts";
import { createKnowledge } from "../disk/knowledge.ts";
import { readText } from "../disk/read-text.ts";
import { shown } from "../disk/shown.ts";
import { trouble, type Unread } from "../disk/trouble.ts";
import { writeAtomically } from "../disk/write-atomically.ts";
import { harmless } from "./harmless.ts";
import type { Screen } from "./screen.ts";
import { knowledgeOf } from "./verdict.ts";

/** What became of a file: the text before and after, and what was done, in the fixes' own words. */
export type Mended = { readonly file: string; readonly before: string; readonly after: string; readonly done: readonly string[] };

const MARK = "\uFEFF";

/**
 * Makes every fix that alters nothing a prospect reads or when they read it. Each file is written whole or not at all, and left
 * alone when somebody else wrote it meanwhile. With `dry`, nothing is written. Answers what could not be written, too.
 */
export async function mend(
  files: readonly string[],
  cwd: string,
  dry: boolean,
): Promise<{ mended: readonly Mended[]; unwritten: readonly Unread[] }> {
  const knowledge = createKnowledge();
  const mended: Mended[] = [];
  const unwritten: Unread[] = [];
  for (const file of files) {
    const read = await readText(file);
    if (!("text" in read)) continue;
    const { text, fixes } = fixAll(read.text, knowledgeOf(file, await knowledge.for(file)));
    if (text === read.text) continue;
    const one = { file: shown(file, cwd), before: read.text, after: text, done: fixes.map(({ title }) => title) };
    if (dry) {
      mended.push(one);
      continue;
    }
    const problem = await put(file, read.bytes, text);
    if (problem) unwritten.push({ ...problem, file: one.file });
    else mended.push(one);
  }
  return { mended, unwritten };
}

async function put(file: string, was: Uint8Array, text: string): Promise<Unread | undefined> {
  const now = await readText(file);
  if (!("bytes" in now) || Buffer.compare(now.bytes, was) !== 0)
    return {
      file,
      kind: "failed",
      unsaved: true,
      what: "Somebody changed it while it was being mended, so it was left as it is.",
      todo: "Run the command again.",
    };
  try {
    const marked = was[0] === 0xef && was[1] === 0xbb && was[2] === 0xbf;
    await writeAtomically(file, marked ? MARK + text : text);
    return undefined;
  } catch (error) {
    return trouble(file, error, "write");
  }
}

/** Lines around a change, as in every other tool's diffs. */
const AROUND = 3;

/**
 * The change of a file as a unified diff. On a terminal nothing in it can command the terminal; elsewhere it is exact, so that
 * `git apply` and `patch` understand it.
 */
export function showDiff({ file, before, after }: Mended, screen: Screen, terminal: boolean): void {
  const diff = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: AROUND });
  const lines = diff.replace(/^=+\n/, "").replace(/\n$/, "").split("\n");
  screen.print(
    ...lines.map((line, i) => {
      const text = terminal ? harmless(line) : line;
      // A tab after a name in which there is a space, as Git writes it: `patch` would take the name to end at the space.
      if (i < 2) return screen.paint("strong", text) + (file.includes(" ") && !terminal ? "\t" : "");
      if (line.startsWith("@@")) return screen.paint("place", text);
      if (line.startsWith("+")) return screen.paint("good", text);
      return line.startsWith("-") ? screen.paint("error", text) : text;
    }),
  );
}
