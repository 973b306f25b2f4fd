import { decode, LARGEST_FILE, type Text, tooLarge } from "../disk/read-text.ts";
import type { Unread } from "../disk/trouble.ts";

/** The text that comes in by a pipe, as far as a file of ours can be long. `what` is what it should be, for whoever types it. */
export async function readPiped(name: string, what: string): Promise<Text | Unread> {
  if (process.stdin.isTTY) process.stderr.write(`Reading ${what} from the keyboard: end it with Ctrl-D on a line of its own.\n`);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST_FILE) return tooLarge(name);
  }
  return decode(name, Buffer.concat(chunks));
}
