import type { Touch } from "../core/index.ts";

/** What a cadence is in the tools that send it: steps in a row, and nothing said about replies. Between their forms and ours. */
export type Sequence = {
  readonly title: string;
  readonly summary?: string | undefined;
  readonly steps: readonly Step[];
  /** What has no place in a playbook, by the name it had. */
  readonly kept: readonly Kept[];
  /** What somebody should know about how it was read. */
  readonly notes: readonly string[];
};

export type Step = {
  /** The business day, counted from the first step, which is day 1. */
  readonly day: number;
  readonly channel: Touch["channel"];
  readonly mode: Touch["mode"];
  readonly thread: "new" | "reply";
  /** What it is called where it comes from. */
  readonly name?: string | undefined;
  readonly subject?: string | undefined;
  /** The words, written or spoken. */
  readonly words?: string | undefined;
  readonly spoken?: boolean | undefined;
  readonly guidance?: string | undefined;
  /** Fields of a touch that only our own forms know. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** What its blanks say when they are not known. */
  readonly fallbacks?: ReadonlyMap<string, string> | undefined;
  readonly kept: readonly Kept[];
};

export type Kept = { readonly name: string; readonly value: string };

/** A step as a tool has it, before anybody knows what it is. */
export type RawStep = {
  /** What the tool calls its kind, as in `auto_email`. */
  readonly type: string;
  readonly name?: string | undefined;
  readonly subject?: string | undefined;
  /** May be HTML, unless its words are `plain`. */
  readonly body?: string | undefined;
  /** Whether its words come from a form of our own, in which a tag is words like any other. */
  readonly plain?: boolean | undefined;
  /** Whether the body is spoken, where the channel alone does not say. */
  readonly spoken?: boolean | undefined;
  readonly guidance?: string | undefined;
  readonly reply?: boolean | undefined;
  readonly automatic?: boolean | undefined;
  /** The day, counted from 1; or the days after the step before; or what stands there and is neither. Left out: the same day. */
  readonly at?: { readonly day: number } | { readonly after: number } | { readonly unread: string } | undefined;
  /** Whether it is switched off where it comes from. */
  readonly off?: boolean | undefined;
  readonly fields?: Readonly<Record<string, string>> | undefined;
  readonly kept: readonly Kept[];
};

export type RawSequence = {
  readonly title: string;
  readonly summary?: string | undefined;
  readonly steps: readonly RawStep[];
  /** How the days are counted. */
  readonly days: DayCount;
  readonly kept: readonly Kept[];
  readonly notes: readonly string[];
};

export type DayCount = "business" | "calendar";

/** A file that cannot be read as what it is said to be: what is the matter, and what to do. */
export type Unreadable = { readonly what: string; readonly todo: string };

/** Thrown inside this room only; `importText` turns it into an answer. */
export class CannotRead extends Error {
  readonly todo: string;
  constructor(what: string, todo: string) {
    super(what);
    this.todo = todo;
  }
}
