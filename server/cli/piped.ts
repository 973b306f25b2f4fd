import { decode, LARGEST_FILE, type Text, tooLarge } from "../disk/read-text.ts";
import type { Unread } from "../disk/trouble.ts";

/** The text that comes in by a pipe, as far as a file of ours can be long. `what` is what it should be, for whoever types it. */
export async function readPiped(name: string, what: string): Promise<Text | Unread> {
  const read = await readAll(LARGEST_FILE, what);
  return "bytes" in read ? decode(name, read.bytes) : tooLarge(name);
}

/** The bytes that come in by a pipe, up to some number. */
export async function readAll(most: number, what: string): Promise<{ readonly bytes: Uint8Array } | Unread> {
  if (process.stdin.isTTY) process.stderr.write(`Reading ${what} from the keyboard: end it with Ctrl-D on a line of its own.\n`);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most)
      return { file: "-", kind: "too-large", what: "This is longer than any export.", todo: "Check that it is what you meant." };
  }
  return { bytes: Buffer.concat(chunks) };
}
