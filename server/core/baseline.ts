import * as z from "zod";
import type { Finding } from "./finding.ts";
import type { Source } from "./text/read.ts";

/**
 * The findings that a team knows of and has not put right yet. An entry speaks of words, never of lines, so that it holds while
 * the file is edited around it.
 */
const BaselineSchema = z.strictObject({
  format: z.literal(1),
  files: z.record(
    z.string(),
    z.array(z.strictObject({ rule: z.string(), words: z.string(), what: z.string(), times: z.int().min(1).max(10_000).default(1) })),
  ),
});

type Known = { readonly rule: string; readonly words: string; readonly what: string; readonly times: number };

/** What is known, by the files it is known of. Paths from the baseline's folder, with forward slashes. */
export type Baseline = { readonly files: Readonly<Record<string, readonly Known[]>> };

/** A finding, as far as it can be told from others. */
type Told = Pick<Finding, "rule" | "span" | "what">;

/** A file and what is found in it. */
export type FoundIn = {
  readonly file: string;
  readonly findings: readonly Told[];
  readonly source: Pick<Source, "text">;
};

/** Findings held against a baseline. */
export type Held = {
  /** The findings that are known, by identity. */
  readonly known: ReadonlySet<Told>;
  /** What is still found of the baseline. */
  readonly kept: Baseline;
  /** How many entries are found no more, in the files that were looked at and those that went. */
  readonly gone: number;
};

/** Reads a baseline. Answers what is wrong with it, in words, when it is none. */
export function openBaseline(text: string): Baseline | string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return "It is not JSON any more.";
  }
  const read = BaselineSchema.safeParse(data);
  if (read.success) return { files: read.data.files };
  const [issue] = read.error.issues;
  return `It does not have the form of a baseline${issue?.path.length ? `, at ${issue.path.join(".")}` : ""}.`;
}

/** A baseline as it is kept: sorted, so that a change of one playbook changes one place in it. */
export function writtenBaseline({ files }: Baseline): string {
  const sorted = Object.entries(files)
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => compare(a, b))
    .map(([file, entries]) => [
      file,
      [...entries]
        .sort((a, b) => compare(a.rule, b.rule) || compare(a.words, b.words) || compare(a.what, b.what))
        .map(({ rule, words, what, times }) => ({ rule, words, what, ...(times > 1 ? { times } : {}) })),
    ]);
  return `${JSON.stringify({ format: 1, files: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** Everything that is found today, as a baseline. */
export function baselineOf(found: readonly FoundIn[]): Baseline {
  return { files: Object.fromEntries(found.map((one) => [one.file, summed(one.findings.map((finding) => entryOf(finding, one)))])) };
}

/** The entries of two baselines together: what both know counts once. */
export function joined(one: Baseline, other: Baseline): Baseline {
  return { files: { ...one.files, ...other.files } };
}

/**
 * Holds findings against a baseline. Each entry covers as many findings as it says: first those that say the same of the same
 * words, then those of the same rule at the same words, because a count in the sentence may change with an edit elsewhere, then
 * those that say the same of other words, because what is missing is told at whatever stands nearest. What is known of a file that `exists` no more covers a file it may have become; where it
 * covers none it is gone, if the file was `sought`: what it became may lie where nobody looked. What is known of other files is kept.
 */
export function heldAgainst(
  baseline: Baseline,
  found: readonly FoundIn[],
  exists: (file: string) => boolean,
  sought: (file: string) => boolean = () => true,
): Held {
  const looked = new Set(found.map(({ file }) => file));
  const known = new Set<Told>();
  const kept = new Map<string, Known[]>();
  const left = new Map<string, Open[]>();
  const adrift: (Open & { readonly file: string })[] = [];
  for (const [file, entries] of Object.entries(baseline.files)) {
    if (looked.has(file)) left.set(file, entries.map(opened));
    else if (exists(file)) kept.set(file, [...entries]);
    else for (const entry of entries) adrift.push({ ...opened(entry), file });
  }
  for (const alike of [same, sameWords, sameWhat]) for (const one of found) cover([one], left.get(one.file) ?? [], alike, known, kept);
  for (const alike of [same, sameWords, sameWhat]) cover(found, adrift, alike, known, kept);
  let gone = 0;
  for (const entries of left.values()) for (const { times } of entries) gone += times;
  for (const { file, entry, times } of adrift)
    if (sought(file)) gone += times;
    else if (times > 0) keep(kept, file, { ...entry, times });
  return { known, kept: { files: Object.fromEntries([...kept].map(([file, entries]) => [file, summed(entries)])) }, gone };
}

/** An entry, and how many findings it can still cover. */
type Open = { readonly entry: Known; times: number };
const opened = (entry: Known): Open => ({ entry, times: entry.times });

/** What two entries have in common that are alike, in one way or another. */
type Alike = (entry: Known) => string;
const same: Alike = ({ rule, words, what }) => JSON.stringify([rule, words, what]);
const sameWhat: Alike = ({ rule, what }) => JSON.stringify([rule, what]);
const sameWords: Alike = ({ rule, words }) => JSON.stringify([rule, words]);

/** Marks the findings that some entries cover, each the first that is alike, and counts the entries down. */
function cover(found: readonly FoundIn[], entries: readonly Open[], alike: Alike, known: Set<Told>, kept: Map<string, Known[]>): void {
  const waiting = new Map<string, Open[]>();
  for (const open of entries) if (open.times > 0) keep(waiting, alike(open.entry), open);
  if (waiting.size === 0) return;
  for (const one of found)
    for (const finding of one.findings) {
      if (known.has(finding)) continue;
      const now = entryOf(finding, one);
      const those = waiting.get(alike(now));
      const [first] = those ?? [];
      if (!first) continue;
      known.add(finding);
      keep(kept, one.file, now);
      if (--first.times === 0) those?.shift();
    }
}

function keep<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const those = lists.get(key);
  if (those) those.push(one);
  else lists.set(key, [one]);
}

const entryOf = ({ rule, span, what }: Told, { source }: FoundIn): Known => ({
  rule,
  words: source.text
    .slice(...span)
    .replace(/\s+/g, " ")
    .trim(),
  what,
  times: 1,
});

function summed(entries: readonly Known[]): readonly Known[] {
  const counted = new Map<string, Known>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.rule, entry.words, entry.what]);
    counted.set(key, { ...entry, times: (counted.get(key)?.times ?? 0) + entry.times });
  }
  return [...counted.values()];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
