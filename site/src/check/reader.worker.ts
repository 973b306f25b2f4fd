import { type Config, type Finding, type MessageContext, messageFindings } from "@cadence-playbooks/server/core";

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

// The same reading that the editor and the command line give, beside the page so that typing never waits for it.
self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const { number, subject, message, context, config } = data;
  postMessage({
    number,
    subject: subject.trim() === "" ? [] : messageFindings(subject, { ...context, field: "subject" }, config),
    message: message.trim() === "" ? [] : messageFindings(message, context, config),
  } satisfies Answer);
});
postMessage("ready");
