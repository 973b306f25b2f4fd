import { check } from "../check.ts";
import { read } from "../text/read.ts";

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
  const part = read(["owner", "audience"].flatMap((key) => blocks.get(key) ?? []).join("\n"));
  const value = part.value as { owner?: unknown; audience?: { segment?: unknown } | null } | undefined;
  const [owner, segment] = [value?.owner, value?.audience?.segment];
  // Anything but plain words may be mended by the whole reading, so that is asked.
  if (part.flaws.some(({ kind }) => kind !== "empty") || !isWord(owner) || !isWord(segment)) return wholeHead(text);
  return { owner, segment };
}

const isWord = (value: unknown): value is string | undefined => value === undefined || typeof value === "string";

function wholeHead(text: string): Head {
  const { playbook } = check(text);
  return { owner: playbook?.owner, segment: playbook?.audience.segment };
}

/** The lines of each key at the margin. Undefined where a line at the margin is no plain key, or a key comes twice. */
function blocksOf(text: string): ReadonlyMap<string, string> | undefined {
  const blocks = new Map<string, string[]>();
  let lines: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (/^(?:#|\s*$)/.test(line)) continue;
    if (/^\s/.test(line)) {
      if (!lines) return undefined;
      lines.push(line);
      continue;
    }
    const key = /^([a-z][a-z-]*):(?:\s|$)/.exec(line)?.[1];
    if (key === undefined || blocks.has(key)) return undefined;
    lines = [line];
    blocks.set(key, lines);
  }
  return new Map([...blocks].map(([key, block]) => [key, block.join("\n")]));
}
