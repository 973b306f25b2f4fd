import type { Channel, Playbook, Touch } from "../model.ts";
import { heardOf, type Sentence, sentencesOf } from "./tokens.ts";

/** What is known about a message. Whatever is left out is that of a cold email, whole, the first of a new thread. */
export type MessageContext = {
  readonly channel?: Channel | undefined;
  readonly stage?: Playbook["audience"]["stage"] | undefined;
  readonly subject?: string | undefined;
  readonly thread?: "new" | "reply" | undefined;
  /** Which part of a message the text is. */
  readonly position?: "opener" | "middle" | "closing" | "whole" | undefined;
  /** Which touch of the cadence, from 1. */
  readonly touch?: number | undefined;
  readonly mode?: Touch["mode"] | undefined;
  /** What the touch brings, where it says. */
  readonly value?: string | undefined;
  /** Whether a deadline is declared with who set it. */
  readonly sourcedDeadline?: boolean | undefined;
  readonly kind?: Touch["kind"] | undefined;
  readonly field?: "subject" | "body" | undefined;
};

/** A text that reaches a prospect, read into sentences, with what is known about it. */
export type Message = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly channel: Channel;
  readonly stage: Playbook["audience"]["stage"];
  readonly thread: "new" | "reply";
  readonly position: NonNullable<MessageContext["position"]>;
  readonly touch: number | undefined;
  readonly mode: Touch["mode"];
  readonly value: string | undefined;
  readonly sourcedDeadline: boolean;
  readonly kind: Touch["kind"];
  readonly field: "subject" | "body";
};

/** Reads a text as a message. */
export const messageOf = (text: string, context: MessageContext = {}): Message => ({
  text,
  sentences: sentencesOf(text),
  channel: context.channel ?? "email",
  stage: context.stage ?? "cold",
  thread: context.thread ?? "new",
  position: context.position ?? "whole",
  touch: context.touch,
  mode: context.mode ?? "manual",
  value: context.value,
  sourcedDeadline: context.sourcedDeadline ?? false,
  kind: context.kind ?? "standard",
  field: context.field ?? "body",
});

/** A greeting is no opener; what comes after it is. */
const GREETING = /^ (?:hi|hello|hey|dear|good (?:morn|afternoon|even|dai)|morn|greet|hiya|yo)\b(?: [^ ]+){0,3} $/;
/** No more than a greeting and a name, whether or not it is called out. */
const HELLO = /^ (?:hi|hello|hey|dear|good (?:morn|afternoon|even|dai)|morn|greet|hiya)(?: [^ ]+)?(?: !)? $/;

/** Whether a sentence only greets. */
export function greets({ sentences }: Message, index: number): boolean {
  const sentence = sentences[index];
  return sentence !== undefined && HELLO.test(heardOf(sentence));
}

/** The place of a sentence among those that say something, from 0. A greeting on a line of its own does not count. */
export function rankOf({ sentences }: Message, index: number): number {
  return sentences.slice(0, index).filter((sentence) => !GREETING.test(heardOf(sentence))).length;
}
