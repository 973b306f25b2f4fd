import type { Change, Finding } from "./finding.ts";
import { allTouches, type Playbook, pathOf } from "./model.ts";
import { valueAt } from "./text/cursor.ts";
import type { Place } from "./text/locate.ts";
import type { Path, Span } from "./text/span.ts";

type Entry = Playbook["accepted"][number];

/** What became of an acceptance: it lets findings stand, or there is no such place, or nothing was found there. */
export type Acceptance = { readonly entry: Entry; readonly place: Path | undefined; readonly accepts: readonly Finding[] };

/** A finding, with the place that its rule pointed at. */
export type Placed = { readonly finding: Finding; readonly at: Place | Span };

/**
 * Holds a playbook's acceptances against the findings. A place is a touch's id or a chain of keys, never a line, and words are
 * looked for where they stand now, so that edits elsewhere move nothing. Only what is read from prose can be accepted.
 */
export function accept(playbook: Playbook, findings: readonly Placed[]): readonly Acceptance[] {
  return playbook.accepted.map((entry) => {
    const place = placeOf(playbook, entry.at);
    const accepts = place ? findings.filter((one) => covers(entry, place, playbook, one)).map(({ finding }) => finding) : [];
    return { entry, place, accepts };
  });
}

/** The place that an acceptance names: a touch by its id, else a chain of keys. Undefined when nothing is there. */
function placeOf(playbook: Playbook, at: string): Path | undefined {
  const touch = allTouches(playbook).find(({ id }) => id === at);
  if (touch) return pathOf(touch);
  const path = at.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  return valueAt(playbook, path) === undefined ? undefined : path;
}

function covers({ rule, words }: Entry, place: Path, playbook: Playbook, { finding, at }: Placed): boolean {
  if (finding.rule !== rule || finding.kind !== "heuristic" || !("path" in at) || !startsWith(at.path, place)) return false;
  if (words === undefined) return true;
  const text = textAt(playbook, at.path);
  if (text === undefined) return false;
  const [from, to] = at.words ?? [0, text.length];
  return occurrences(text, words).some(([start, end]) => start < to && from < end);
}

const touchAround = (playbook: Playbook, path: Path) => allTouches(playbook).find((one) => startsWith(path, pathOf(one)));

/** The text at a place of the file. A touch that could not be read may be missing before it, so its own place counts. */
function textAt(playbook: Playbook, path: Path): string | undefined {
  const touch = touchAround(playbook, path);
  const text = touch ? valueAt(touch, path.slice(pathOf(touch).length)) : valueAt(playbook, path);
  return typeof text === "string" ? text : undefined;
}

const startsWith = (path: Path, beginning: Path) => beginning.every((step, i) => path[i] === step);

/** Where some words stand in a text, whatever its line breaks, capitals and kinds of quotes. UTF-16 offsets. */
function occurrences(text: string, words: string): readonly Span[] {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => [...word].map((char) => QUOTES.find((kind) => kind.includes(char)) ?? escaped(char)).join(""))
    .join("\\s+");
  return [...text.matchAll(new RegExp(pattern, "giu"))].map(({ index, 0: found }) => [index, index + found.length] as const);
}

const QUOTES = ["['‘’]", '["“”]'];
const escaped = (char: string) => char.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/**
 * The changes that accept a finding, the reason left for a person to write. Undefined for what cannot be accepted: whatever is
 * certain, and findings that stand nowhere in the playbook.
 */
export function acceptanceOf(playbook: Playbook, { finding, at }: Placed): readonly Change[] | undefined {
  if (finding.kind !== "heuristic" || !("path" in at)) return undefined;
  const place = touchAround(playbook, at.path)?.id ?? at.path.join(".");
  if (!placeOf(playbook, place)) return undefined;
  const text = textAt(playbook, at.path);
  const words =
    at.words && text !== undefined
      ? text
          .slice(...at.words)
          .replace(/\s+/g, " ")
          .trim()
      : undefined;
  const entry = { rule: finding.rule, at: place, ...(words ? { words } : {}), because: "" };
  return [{ set: ["accepted", playbook.accepted.length], to: entry }];
}
