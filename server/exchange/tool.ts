import type { Touch } from "../core/index.ts";
import type { WRITINGS } from "./blanks.ts";
import { words } from "./data.ts";
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

/** A version of a message besides the first, which a playbook has no place for. */
export function kindIn(name: string, i: number, subject: unknown, body: unknown): readonly Kept[] {
  const value = [words(subject), words(body)].filter((part) => part !== undefined).join("\n");
  return value === "" ? [] : [{ name: `${name} ${String.fromCharCode("B".charCodeAt(0) + i)}`, value }];
}
