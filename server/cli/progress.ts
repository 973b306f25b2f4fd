/** How long a person waits before wanting to know how far it is. Milliseconds. */
const PATIENCE = 400;
/** How often the count is drawn anew. Milliseconds. */
const EVERY = 100;

/** Says how far long work is. Only ever on a terminal, and only when it takes longer than a moment. */
export type Progress = { step(done: number, all: number): void; end(): void };

/** Draws a count on one line of a terminal, which is wiped when the work ends. Says nothing where the stream is no terminal. */
export function progressOn(stream: NodeJS.WriteStream, doing: string, now: () => number = Date.now): Progress {
  if (!stream.isTTY || process.env.CI) return { step: () => undefined, end: () => undefined };
  const begun = now();
  let drawn = 0;
  return {
    step(done, all) {
      const time = now();
      if (time - begun < PATIENCE || time - drawn < EVERY) return;
      drawn = time;
      stream.write(`\r\u001b[K${doing} ${done.toLocaleString("en")} of ${all.toLocaleString("en")}…`);
    },
    end() {
      if (drawn > 0) stream.write("\r\u001b[K");
    },
  };
}
