import type { Touch } from "../core/index.ts";
import type { WRITINGS } from "./blanks.ts";
import { type Obj, rest, words } from "./data.ts";
import { plainWords } from "./html.ts";
import type { DayCount, Kept, RawSequence } from "./sequence.ts";

/** A tool that sends: how it writes a sequence down, and how it is read. */
export type Tool = {
  readonly title: string;
  /** How it counts the days between steps, where its file does not say. */
  readonly days: DayCount;
  readonly writing: keyof typeof WRITINGS;
  /** The channels it has a kind of step for; the rest become tasks. */
  readonly channels: readonly Touch["channel"][];
  /** Channels it always sends by itself, so that what a person sends there becomes a task. */
  readonly onlyAutomatic?: readonly Touch["channel"][];
  /** Whether a reply must name the email it answers, so that one to a talk from before becomes a new thread. */
  readonly repliesToMail?: boolean;
  /** Whether a sequence there has a summary of its own. */
  readonly summarises?: boolean;
  readonly reads: (data: unknown) => boolean;
  readonly open: (data: unknown) => readonly RawSequence[];
  readonly write: (outline: Outline) => unknown;
};

/** A cadence as a tool takes it: its main line, with words and blanks in the tool's own writing. */
export type Outline = { readonly title: string; readonly summary?: string | undefined; readonly steps: readonly OutlineStep[] };

export type OutlineStep = {
  readonly name: string;
  readonly channel: Touch["channel"];
  readonly automatic: boolean;
  /** Days after the step before, and the day counted from 1, both as the tool counts days. */
  readonly after: number;
  readonly day: number;
  /** What the rep reads: the script of a call, the words of a task. */
  readonly note: string | undefined;
  /** The same for channels that the tool sends itself. */
  readonly text: string | undefined;
  readonly mail: { readonly subject: string | undefined; readonly html: string; readonly reply: boolean } | undefined;
  /** The tool's own word for the kind of step. */
  readonly type: (kinds: {
    readonly email: readonly [automatic: string, manual: string];
    readonly call: string;
    readonly task: string;
    readonly linkedin?: string;
  }) => string;
};

/** Whether a version is on: the words that tools say it with. Undefined where nothing says so. */
export function isOn(version: Obj): boolean | undefined {
  const status = words(version["status"])?.toLowerCase();
  if ([version["enabled"], version["activated"], version["active"]].includes(false) || version["disabled"] === true) return false;
  if (version["archived"] === true || (status !== undefined && OFF.test(status))) return false;
  return version["enabled"] === true || version["activated"] === true || (status !== undefined && ON.test(status)) ? true : undefined;
}
const ON = /^(?:active|approved|enabled|on|live|running)$/;
const OFF = /^(?:inactive|draft|archived|disabled|paused|off|rejected|deleted|pending)$/;

/** Versions in the order in which one becomes the touch: those that are on, those that do not say, those that are off. */
export const byWhetherOn = <T>(versions: readonly T[], on: (version: T) => boolean | undefined): readonly T[] => {
  const rank = (version: T) => [true, undefined, false].indexOf(on(version));
  return versions.toSorted((a, b) => rank(a) - rank(b));
};

/** How somebody is told which of several versions was taken. */
export const takenOf = <T>(versions: readonly T[], taken: T, on: (version: T) => boolean | undefined): string => {
  const first = taken === versions[0];
  const which =
    on(taken) === false
      ? "None is switched on, and the first was taken"
      : first
        ? "The first was taken"
        : "The first that is switched on was taken";
  return `${versions.length} versions of one email. ${which}; ${versions.length === 2 ? "the other stands" : "the others stand"} in its comments.`;
};

/** Whatever another version holds besides its words, under its name. */
export const restOfVersion = (i: number, of: Obj, except: readonly string[]): readonly Kept[] =>
  rest(of, except, `other version ${letterOf(i)} `);

const letterOf = (i: number) => String.fromCharCode("B".charCodeAt(0) + i);

/** A message's words without HTML, where they are others than those with it. */
export function besideHtml(html: unknown, text: unknown, name: string): readonly Kept[] {
  const [drawn, plain] = [words(html), words(text)];
  if (drawn === undefined || plain === undefined || unspaced(plainWords(drawn).words) === unspaced(plain)) return [];
  return [{ name, value: plain }];
}
const unspaced = (text: string) => text.replace(/\s+/g, "");

/** A version of a message besides the first, which a playbook has no place for. */
export function kindIn(name: string, i: number, subject: unknown, body: unknown): readonly Kept[] {
  const value = [words(subject), words(body)].filter((part) => part !== undefined).join("\n");
  return value === "" ? [] : [{ name: `${name} ${letterOf(i)}`, value }];
}
