import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { isScalar, Schema } from "yaml";
import { remember } from "./address.ts";
import type { Path } from "./span.ts";

/**
 * Reads the value of a text that is written as nearly all are: one document, a map at its root, no anchors, aliases or tags, every
 * key a word and none twice. Undefined for any other text, and for one that this reader takes for broken: then the slower reader,
 * which keeps a syntax tree and knows what is wrong, has the word. What both read, they read alike; the tests hold them together.
 *
 * Ten times as fast, which is what most of a check comes to where nothing is found and no place is asked for.
 */
export function quickValue(text: string, deepest: number): object | undefined {
  if (APART.test(text) || hasStrayComment(text)) return undefined;
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth: deepest });
  } catch {
    return undefined;
  }
  keep(text, events);
  const [document, root] = events;
  if (document?.type !== EVENT_ID.DOCUMENT || document.explicitStart || document.explicitEnd || document.directives.length > 0)
    return undefined;
  if (root?.type !== EVENT_ID.MAPPING || events.some(odd)) return undefined;
  const walk: Walk = { text, events, next: 1 };
  const value = collectionAt(walk, walk.events[walk.next++], [], deepest);
  // What is left closes the document; anything else is another one.
  return walk.next === events.length - 1 ? value : undefined;
}

/** What was read last: whoever looks for a place in a text mostly does so soon after it was read. Few, because they are large. */
const last: { readonly text: string; readonly events: readonly Event[] }[] = [];
/** As many texts as are checked in step, and characters of them. */
const [MOST_LAST, MOST_CHARACTERS] = [16, 100_000];

function keep(text: string, events: readonly Event[]): void {
  last.push({ text, events });
  let characters = last.reduce((sum, one) => sum + one.text.length, 0);
  // The latest is kept in any case.
  while (last.length > 1 && (last.length > MOST_LAST || characters > MOST_CHARACTERS)) characters -= last.shift()?.text.length ?? 0;
}

/** Lets go of how a text is put together: for whoever reads many and comes back to none. */
export function letGo(text: string): void {
  const at = last.findIndex((one) => one.text === text);
  if (at >= 0) last.splice(at, 1);
}

/** How a text is put together that was read quickly. */
export const eventsOf = (text: string): readonly Event[] => last.find((one) => one.text === text)?.events ?? parseEvents(text, {});

/**
 * About what the two readers have been seen to differ: tabs, byte order marks, carriage returns by themselves, marks of documents, and an item
 * that follows another without a line of its own.
 */
const APART = /\t|\ufeff|\r(?!\n)|^(?:---|\.\.\.)|['"\]}]- /m;

/** Whether a comment at the very margin stands inside of something that is written further in: the other thing they differ about. */
function hasStrayComment(text: string): boolean {
  if (!text.includes("\n#") && !text.startsWith("#")) return false;
  let after = false;
  for (let start = 0; start < text.length; ) {
    const first = text[start];
    if (first === "#") after = true;
    else if (first === " ") {
      if (after && /[^ \r\n]/.test(text.slice(start, text.indexOf("\n", start) + 1 || text.length))) return true;
    } else if (first !== "\n" && first !== "\r") after = false;
    start = text.indexOf("\n", start) + 1;
    if (start === 0) break;
  }
  return false;
}

type Walk = { readonly text: string; readonly events: readonly Event[]; next: number };

/** What quick reading leaves to the slower reader. */
const odd = (event: Event): boolean =>
  event.type === EVENT_ID.ALIAS || ("anchorStart" in event && (event.anchorStart >= 0 || event.tagStart >= 0));

/** The next node's value, which stands under some key or number; undefined where the slower reader is to have it. */
function valueAt(walk: Walk, around: Path, step: string | number, deepest: number): unknown {
  const event = walk.events[walk.next++];
  if (around.length >= deepest) return undefined;
  if (event?.type === EVENT_ID.SCALAR) return readScalar(walk.text, event, false);
  return collectionAt(walk, event, [...around, step], deepest);
}

/** The value of a map or a list; undefined where the slower reader is to have it. */
function collectionAt(walk: Walk, event: Event | undefined, path: Path, deepest: number): object | undefined {
  switch (event?.type) {
    case EVENT_ID.SEQUENCE: {
      const list: unknown[] = [];
      while (walk.events[walk.next]?.type !== EVENT_ID.POP) {
        const item = valueAt(walk, path, list.length, deepest);
        if (item === undefined) return undefined;
        list.push(item);
      }
      walk.next++;
      return remember(list, path);
    }
    case EVENT_ID.MAPPING: {
      const map: Record<string, unknown> = Object.create(null);
      let keys = 0;
      for (let key = walk.events[walk.next++]; key?.type !== EVENT_ID.POP; key = walk.events[walk.next++]) {
        if (key?.type !== EVENT_ID.SCALAR) return undefined;
        const name = getScalarValue(walk.text, key);
        if (!WORD.test(name) || name in map) return undefined;
        // The same holds for a key: `''key: value` is no pair.
        if (event.style === COLLECTION_STYLE.BLOCK && keys++ > 0 && !opensLine(walk.text, key.valueStart)) return undefined;
        const value = valueAt(walk, path, name, deepest);
        if (value === undefined) return undefined;
        map[name] = value;
      }
      return remember(map, path);
    }
    default:
      return undefined;
  }
}

/** Whether nothing but space and a quotation mark stands before some place in its line. */
function opensLine(text: string, place: number): boolean {
  let at = place - 1;
  if (text[at] === "'" || text[at] === '"') at--;
  while (text[at] === " ") at--;
  return at < 0 || text[at] === "\n";
}

/** A key as the format has them, and as authors name their variables. */
const WORD = /^[\p{L}\p{N}_-]+$/u;

/** The slower reader's own idea of which words are numbers, truths and nothing. */
const TAGS = new Schema({ schema: "core" }).tags.flatMap((tag) => ("test" in tag && tag.test && tag.default === true ? [tag] : []));
/** What such a word can begin with. */
const TELLING = /^[-+.\d~ntfNTF]/;

/** What a scalar says. A key is words whatever they are. */
export function readScalar(text: string, event: ScalarEvent, isKey: boolean): unknown {
  const words = getScalarValue(text, event);
  if (isKey || event.style !== SCALAR_STYLE.PLAIN) return words;
  if (words === "") return null;
  if (!TELLING.test(words)) return words;
  const tag = TAGS.find(({ test }) => test?.test(words));
  const meant = tag?.resolve ? tag.resolve(words, () => undefined, {}) : words;
  return isScalar(meant) ? meant.value : meant;
}
