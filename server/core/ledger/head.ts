import { playbookIn } from "../playbook-in.ts";

/** What a playbook says of whose it is and for whom, and nothing else. */
export type Head = { readonly owner: string | undefined; readonly segment: string | undefined };

/**
 * Reads the owner and the segment of a playbook. A whole playbook takes as long to read as a hundred of these, and a ledger
 * holds thousands; so where every line that begins at the margin begins a key, only the lines of the two keys are read.
 * Anything less plain is read whole.
 */
export function headOf(text: string): Head {
  const blocks = blocksOf(text);
  if (!blocks) return wholeHead(text);
  const owner = plainOwner(blocks.get("owner"));
  const segment = plainSegment(blocks.get("audience"));
  return owner && segment ? { owner: owner.value, segment: segment.value } : wholeHead(text);
}

/** What the owner's line says, where it is one line of plain words. Undefined where it has to be read with care. */
function plainOwner(lines: readonly string[] | undefined): { value: string | undefined } | undefined {
  if (!lines) return { value: undefined };
  const [, value] = /^owner: ([\p{L}][\p{L}\p{M}\d .'’-]*<[\w.+-]+@[\w.-]+>)$/u.exec(lines[0] ?? "") ?? [];
  return value !== undefined && lines.length === 1 ? { value } : undefined;
}

/**
 * What the segment's line says, where the audience is a block of keys, each at the same distance from the margin. Whatever
 * belongs to one of those keys stands further in, so a line at that distance is a key.
 */
function plainSegment(lines: readonly string[] | undefined): { value: string | undefined } | undefined {
  if (!lines) return { value: undefined };
  const [first, ...others] = lines;
  const indent = /^ +/.exec(others[0] ?? "")?.[0] ?? "";
  if (first !== "audience:" || indent === "") return undefined;
  const keys = others.filter((line) => line.startsWith(indent) && line[indent.length] !== " ").map((line) => line.slice(indent.length));
  if (others.some((line) => !line.startsWith(indent)) || keys.some((key) => !/^(?:[a-z][a-z-]*:(?:\s|$)|#)/.test(key))) return undefined;
  const [segment, ...more] = keys.filter((key) => key.startsWith("segment:"));
  if (segment === undefined) return { value: undefined };
  const [, value] = /^segment: ([a-z][a-z0-9]*-[a-z0-9-]*[a-z0-9])$/.exec(segment) ?? [];
  // What stands further in on the next line would go on with the word.
  const next = others[others.indexOf(`${indent}${segment}`) + 1];
  const endsHere = next === undefined || next[indent.length] !== " ";
  return value !== undefined && more.length === 0 && endsHere ? { value } : undefined;
}

function wholeHead(text: string): Head {
  const { playbook } = playbookIn(text);
  return { owner: playbook?.owner, segment: playbook?.audience.segment };
}

/** The lines of each key at the margin. Undefined where a line at the margin is no plain key, or a key comes twice. */
function blocksOf(text: string): ReadonlyMap<string, readonly string[]> | undefined {
  const blocks = new Map<string, string[]>();
  let lines: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line === "" || line[0] === "#" || !/\S/.test(line)) continue;
    if (line[0] === " ") {
      if (!lines) return undefined;
      lines.push(line);
      continue;
    }
    const key = /^([a-z][a-z-]*):(?:\s|$)/.exec(line)?.[1];
    if (key === undefined || blocks.has(key)) return undefined;
    lines = [line];
    blocks.set(key, lines);
  }
  return blocks;
}
