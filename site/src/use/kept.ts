import { called } from "@cadence-playbooks/server/core";
import { isDate } from "./business-days.ts";

/** What a rep has entered for one prospect. */
export type Run = { readonly start: string; readonly values: Readonly<Record<string, string>> };

/** What is kept of a play on this device: one run for each prospect, and the one that is open. */
export type Kept = { readonly with: string; readonly runs: Readonly<Record<string, Run>> };

const NOTHING: Kept = { with: "", runs: {} };
const NO_RUN: Run = { start: "", values: {} };

/** Blanks about the rep are the same for everybody they write to, so they are filled once for all plays. */
export const aboutTheRep = (blank: string): boolean => /^(rep|my|sender)_/.test(blank);

const read = (key: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
};
const write = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden store loses what was typed when the page closes, and nothing else.
  }
};
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const textsIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    isRecord(value) ? Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string") : [],
  );

const keyOf = (play: string) => `handbook-play:${play}`;
const REP = "handbook-rep";
const DAYS_OFF = "handbook-days-off";
const STEPPING = "handbook-step-keys";

/** What is kept of a play. Whatever does not look like ours counts as nothing. */
export function kept(play: string): Kept {
  const value = read(keyOf(play));
  if (!isRecord(value) || !isRecord(value["runs"])) return NOTHING;
  const runs = Object.entries(value["runs"]).flatMap(([name, run]): [string, Run][] =>
    isRecord(run)
      ? [[name, { start: isDate(run["start"] as string) ? (run["start"] as string) : "", values: textsIn(run["values"]) }]]
      : [],
  );
  return { with: typeof value["with"] === "string" ? value["with"] : "", runs: Object.fromEntries(runs) };
}

/** The run with a prospect, with what the rep is called everywhere. */
export const runWith = ({ runs }: Kept, name: string): Run => {
  const run = called(runs, name);
  return { start: run?.start ?? NO_RUN.start, values: { ...run?.values, ...textsIn(read(REP)) } };
};

/** Keeps a run, and that it is the open one. */
export function keep(play: string, name: string, run: Run): void {
  const own = Object.entries(run.values).filter(([, value]) => value !== "");
  const rep = own.filter(([blank]) => aboutTheRep(blank));
  const values = Object.fromEntries(own.filter(([blank]) => !aboutTheRep(blank)));
  write(keyOf(play), { with: name, runs: { ...kept(play).runs, [name]: { start: run.start, values } } } satisfies Kept);
  write(REP, Object.fromEntries(rep));
}

/** Forgets a run. */
export function forget(play: string, name: string): void {
  const { [name]: _, ...runs } = kept(play).runs;
  write(keyOf(play), { with: "", runs } satisfies Kept);
}

/** The days this rep does not work, in order. */
export const daysOff = (): readonly string[] => {
  const value = read(DAYS_OFF);
  return Array.isArray(value) ? [...new Set(value.filter((one): one is string => isDate(one)))].sort() : [];
};
export const keepDaysOff = (days: readonly string[]): void => write(DAYS_OFF, [...new Set(days)].sort());

/** Whether J and K step through the touches. They do until somebody says otherwise. */
export const stepping = (): boolean => read(STEPPING) !== false;
export const keepStepping = (on: boolean): void => write(STEPPING, on);
