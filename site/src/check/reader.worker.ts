import type { Config, Finding, MessageContext } from "@cadence-playbooks/server/core";
import { findingsIn, type PatternOf } from "@cadence-playbooks/server/core/message-findings";
import { hasPatterns } from "./patterns.ts";

/** What is asked of the reader: the texts as they stand, and what is known about them. */
export type Question = {
  readonly number: number;
  readonly subject: string;
  readonly message: string;
  readonly context: MessageContext;
  readonly config: Config | undefined;
};

/** What the reader says, to the question of that number. */
export type Answer = { readonly number: number; readonly subject: readonly Finding[]; readonly message: readonly Finding[] };

const NO_PATTERN: PatternOf = () => {
  throw new Error("A pattern was met for which no engine has been fetched.");
};

/** The engine of patterns is as large as the rest of the reader: only teams that have written one fetch it. */
async function engineFor(config: Config | undefined): Promise<PatternOf> {
  if (!hasPatterns(config)) return NO_PATTERN;
  return (await import("@cadence-playbooks/server/core/pattern")).patternOf;
}

// The same reading that the editor and the command line give, beside the page so that typing never waits for it.
self.addEventListener("message", async ({ data }: MessageEvent<Question>) => {
  const { number, subject, message, context, config } = data;
  // What fails while something is waited for is no error of a worker's by itself, and the page would wait without end.
  const patternOf = await engineFor(config).catch(reportError);
  if (!patternOf) return;
  const read = (text: string, known: MessageContext) => (text.trim() === "" ? [] : findingsIn(text, known, config, patternOf));
  postMessage({ number, subject: read(subject, { ...context, field: "subject" }), message: read(message, context) } satisfies Answer);
});
postMessage("ready");
