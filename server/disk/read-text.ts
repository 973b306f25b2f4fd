import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { constants, type FileHandle, open, stat } from "node:fs/promises";
import { trouble, type Unread } from "./trouble.ts";

/** Bytes. A long playbook has ten thousand; more than this is some other file, and is never read whole. */
export const LARGEST_FILE = 1_048_576;

/** How much of a file is read, and why that is enough. */
export type Limit = { readonly bytes: number; readonly why: string };

const FOR_PLAYBOOKS: Limit = { bytes: LARGEST_FILE, why: "The longest playbook anybody can work with is a hundred times smaller." };

/** A file's text without a byte order mark, and its exact bytes. */
export type Text = { readonly text: string; readonly bytes: Uint8Array };

/** How a file is opened: whoever opens a pipe for reading would wait for somebody to write. */
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads a file. Never throws, never waits on a pipe or a device, and never reads more than the limit. */
export async function readText(file: string, limit: Limit = FOR_PLAYBOOKS): Promise<Text | Unread> {
  let handle: FileHandle | undefined;
  try {
    // Looked at before it is opened, because opening a device can already do something; and once more after, because it may have changed.
    const before = await stat(file);
    if (!before.isFile()) return notAFile(file, before.isDirectory());
    handle = await open(file, READING);
    const opened = await handle.stat();
    if (!opened.isFile()) return notAFile(file, opened.isDirectory());
    return textOf(file, await upTo(handle, limit.bytes + 1, opened.size), opened.size, limit);
  } catch (error) {
    return trouble(file, error);
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

/**
 * Reads a file as `readText` does, and everything else waits meanwhile. For threads that have nothing else to do: a thousand small files
 * are read in a tenth of the time. Only for what somebody has seen to be a file, as whoever found it has: it is opened at once.
 */
export function readTextSync(file: string): Text | Unread {
  let handle: number | undefined;
  try {
    handle = openSync(file, READING);
    const opened = fstatSync(handle);
    if (!opened.isFile()) return notAFile(file, opened.isDirectory());
    return textOf(file, upToSync(handle, LARGEST_FILE + 1, opened.size), opened.size, FOR_PLAYBOOKS);
  } catch (error) {
    return trouble(file, error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function textOf(file: string, bytes: Uint8Array, size: number, limit: Limit): Text | Unread {
  if (size > limit.bytes || bytes.length > limit.bytes) return tooLarge(file, Math.max(size, bytes.length), limit);
  return decode(file, bytes);
}

/** One for all files: it keeps nothing from one to the next. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The text of some bytes, or why they are none. */
export function decode(file: string, bytes: Uint8Array): Text | Unread {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return {
      file,
      kind: "not-text",
      what: "The file is written in UTF-16.",
      why: "Every tool around playbooks reads UTF-8.",
      todo: "Save it as UTF-8: most editors offer that under “Save with encoding”.",
    };
  const zero = bytes.indexOf(0);
  if (zero >= 0)
    return {
      file,
      kind: "not-text",
      what: `This is not text: there is a zero byte on line ${lineAt(bytes, zero)}.`,
      todo: "Check that it is the file you meant; a picture or a document from a word processor cannot be a playbook.",
    };
  try {
    return { text: utf8.decode(bytes), bytes };
  } catch {
    return {
      file,
      kind: "not-text",
      what: `The file is not UTF-8 text: line ${lineAt(bytes, firstWrongByte(bytes))} holds a byte that is no character.`,
      why: "An older encoding would turn accents and quotation marks into other signs in front of a prospect.",
      todo: "Save it as UTF-8: most editors offer that under “Save with encoding”.",
    };
  }
}

/** A text that is more than anybody reads. The size is in bytes; left out where the end was not waited for. */
export function tooLarge(file: string, size?: number, { bytes, why }: Limit = FOR_PLAYBOOKS): Unread {
  const most = `${bytes / LARGEST_FILE} MB`;
  return {
    file,
    kind: "too-large",
    what: `${size === undefined ? `This is over ${most}` : `The file is ${megabytes(size)} MB`}; nothing over ${most} is read.`,
    why,
    todo: "Check that it is the file you meant.",
  };
}

/** One decimal, and never rounded down to the limit itself. */
const megabytes = (size: number) => (Math.ceil((size / LARGEST_FILE) * 10) / 10).toLocaleString("en");

/** That a path leads to something else than a file. */
export const notAFile = (file: string, folder: boolean): Unread =>
  folder
    ? { file, kind: "not-a-file", what: "This is a folder, not a file.", todo: "Name a file in it, or check the folder as a whole." }
    : {
        file,
        kind: "not-a-file",
        what: "This is a pipe or a device, not a file.",
        todo: "Name a file, or pass the text to “cadence check -”.",
      };

/** Bytes asked for at once: at least, which small files share a piece of memory for, and at most. */
const [LEAST, MOST] = [1024, 65_536];
/** Bytes to ask for where some more are expected, and one more, to see whether that is all. */
const roomFor = (expected: number, most: number) => Math.min(Math.max(expected + 1, LEAST), MOST, most);

/** At most some bytes: what a file says of its own size is not always true, and it may grow while it is read. */
async function upTo(handle: FileHandle, most: number, expected: number): Promise<Uint8Array> {
  if (expected >= most) return new Uint8Array();
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < most) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(roomFor(expected - length, most - length)), 0, null, null);
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
  return joined(chunks);
}

function upToSync(handle: number, most: number, expected: number): Uint8Array {
  if (expected >= most) return new Uint8Array();
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < most) {
    const chunk = Buffer.allocUnsafe(roomFor(expected - length, most - length));
    const read = readSync(handle, chunk, 0, chunk.length, null);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    length += read;
    // All that it said it has, and no more where more was asked for: nobody need ask again to hear that this was the end.
    if (length >= expected && read < chunk.length) break;
  }
  return joined(chunks);
}

/** Most files come in one piece, which need not be copied. */
const joined = (chunks: readonly Buffer[]): Uint8Array => (chunks.length === 1 && chunks[0]) || Buffer.concat(chunks);

/** Decoding puts a replacement where a byte is wrong, so the bytes of what was decoded differ from there on. */
function firstWrongByte(bytes: Uint8Array): number {
  const mended = Buffer.from(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  return Math.max(
    0,
    bytes.findIndex((byte, i) => byte !== mended[i]),
  );
}

const LINE_FEED = 10;
const lineAt = (bytes: Uint8Array, offset: number) =>
  bytes.subarray(0, offset).reduce((line, byte) => line + Number(byte === LINE_FEED), 1);
