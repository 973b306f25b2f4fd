import type { Finding } from "./finding.ts";
import { sayAlike } from "./found.ts";
import { allTouches, type Playbook, pathOf, type Touch } from "./model.ts";
import { once } from "./once.ts";
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

/** The touches of a playbook by their places. */
const touchesByPlace = once((playbook: Playbook) => new Map(allTouches(playbook).map((touch) => [keyOf(pathOf(touch)), touch])));

const keyOf = (path: Path): string => path.join("\n");

function touchAround(playbook: Playbook, path: Path): Touch | undefined {
  const touches = touchesByPlace(playbook);
  for (let length = 1; length <= path.length; length++) {
    const touch = touches.get(keyOf(path.slice(0, length)));
    if (touch) return touch;
  }
  return undefined;
}

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
 * A finding with the changes that accept it, the reason left for a person to write. Without any where it cannot be accepted, as whatever is
 * certain, and what stands nowhere in the playbook.
 */
export function acceptable(playbook: Playbook, { finding, at }: Placed): Finding {
  if (finding.kind !== "heuristic" || !("path" in at)) return finding;
  const touch = touchAround(playbook, at.path);
  const place = touch?.id ?? at.path.join(".");
  if (!touch && !placeOf(playbook, place)) return finding;
  const text = at.words && textAt(playbook, at.path);
  const words =
    at.words &&
    text
      ?.slice(...at.words)
      .replace(/\s+/g, " ")
      .trim();
  const entry = { rule: finding.rule, at: place, ...(words ? { words } : {}), because: "" };
  const whole: Finding = { ...finding, acceptance: [{ set: ["accepted", playbook.accepted.length], to: entry }] };
  sayAlike(whole, finding);
  return whole;
}
