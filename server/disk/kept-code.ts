import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, enableCompileCache } from "node:module";
import path from "node:path";
import { Script } from "node:vm";
import { untouched } from "./switches.ts";

/** Bytes behind what the engine compiled: how long that is, a sum over it, and whether the program had done what it is for. */
const SEAL = 12;
/** Of so many words of four bytes one is summed. What a disk loses is larger: sectors, and the end of what was written. */
const STRIDE = 64;
/** Bytes to read into from the start: a little more than what is compiled of the core. */
const ROOM = 1_300_000;

type Loaded = {
  readonly exports: unknown;
  readonly script: Script;
  /** Where what is compiled of it is kept; undefined where nothing is to be. And how much that holds already. */
  readonly kept: string | undefined;
  readonly held: "nothing" | "little" | "all";
};

/** Scripts that were loaded, by their files. */
const loaded = new Map<string, Loaded>();
/** The engine's mark of what it would take again of what it compiles when a script is loaded. */
let mark: number | undefined;
const markOfEngine = () => process.getBuiltinModule("node:v8").cachedDataVersionTag();
let [worked, waits] = [false, false];

/**
 * Runs a script of ours, once, which is one function as Node wraps a module of the old kind in, and answers what it exports. It may ask for
 * others by `require`, and by no `import`. What the engine compiled of it in an earlier run it takes from where Node keeps such things: also
 * functions that are compiled once they are called, which most are, and which Node itself does not keep. That is a fifth of a check of one
 * file. The script's name must tell its content.
 * @public Called in bundles (`extension/kept-script.ts`).
 */
export function load(file: string): unknown {
  const before = loaded.get(file);
  if (before) return before.exports;
  // A script may load another before it is loaded itself.
  if (!waits) process.once("exit", keepCompiled);
  waits = true;
  const kept = fileFor(file);
  const source = contentOf(file).toString("latin1");
  const held = kept === undefined ? undefined : read(kept);
  const script = new Script(source, { filename: file, cachedData: held?.code });
  const taken = held !== undefined && !script.cachedDataRejected;
  // To ask for it takes longer than all the rest here.
  if (!taken || !held.worked) mark ??= markOfEngine();
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file));
  loaded.set(file, { exports: module.exports, script, kept, held: !taken ? "nothing" : held.worked ? "all" : "little" });
  return module.exports;
}

/** Tells that the program has done what it is for: what has been compiled by now is what the next start needs. */
export function hasWorked(): void {
  worked = true;
}

/** Keeps what was compiled, where less of it is kept so far. For a program that ends; never throws, for nothing is lost but a moment. */
function keepCompiled(): void {
  for (const { script, kept: file, held } of loaded.values()) {
    if (file === undefined || held === "all" || (held === "little" && !worked)) continue;
    try {
      const code = untouched(() => (markOfEngine() === mark ? script.createCachedData() : undefined));
      if (code) write(file, sealed(code, worked));
    } catch {
      // A full disk, or a folder that is not ours: the next start compiles again.
    }
  }
}

/** Where what was compiled of a script is kept. Undefined where nothing is to be. */
function fileFor(script: string): string | undefined {
  // An editor may bring an older Node.
  const directory = enableCompileCache?.().directory;
  return directory === undefined ? undefined : path.join(directory, `cadence-${path.basename(script)}.code`);
}

/** What was kept, if all of it is there: the engine believes whatever it is given, and runs it. */
function read(file: string): { readonly code: Buffer; readonly worked: boolean } | undefined {
  let bytes: Buffer;
  try {
    bytes = contentOf(file);
  } catch {
    return undefined;
  }
  const end = bytes.length - SEAL;
  if (end <= 0 || bytes.readInt32LE(end) !== end || bytes.readInt32LE(end + 4) !== sumOf(bytes, end)) return undefined;
  return { code: bytes.subarray(0, end), worked: bytes[end + 8] === 1 };
}

/** Memory that nobody has touched before costs more than to read what goes into it: so all that is read and used at once goes into the same. */
let room = Buffer.alloc(0);

/** A file's bytes, until the next is read. */
function contentOf(file: string): Buffer {
  const open = openSync(file, "r");
  try {
    const { size } = fstatSync(open);
    if (room.length < size) room = Buffer.allocUnsafeSlow(Math.max(size, ROOM));
    let length = 0;
    for (let read = -1; read !== 0 && length < size; length += read) read = readSync(open, room, length, size - length, null);
    return room.subarray(0, length);
  } finally {
    closeSync(open);
  }
}

function sealed(code: Buffer, worked: boolean): Buffer {
  const seal = Buffer.alloc(SEAL);
  seal.writeInt32LE(code.length);
  seal.writeInt32LE(sumOf(code, code.length), 4);
  seal[8] = worked ? 1 : 0;
  return Buffer.concat([code, seal]);
}

/** Writes a file whole or not at all. A program that ends can wait for nothing, and the library that does it elsewhere takes long to load. */
function write(file: string, bytes: Buffer): void {
  const draft = `${file}.${process.pid}`;
  const open = openSync(draft, "wx");
  try {
    try {
      writeFileSync(open, bytes);
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function sumOf(bytes: Buffer, end: number): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, Math.floor(end / Int32Array.BYTES_PER_ELEMENT));
  let sum = 0;
  for (let at = 0; at < words.length; at += STRIDE) sum = (Math.imul(sum, 31) + (words[at] ?? 0)) | 0;
  return sum;
}
