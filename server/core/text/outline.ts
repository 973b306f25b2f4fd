import { CHOMPING_KEEP, COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { type Node, Pair, type Range, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { eventsOf, readScalar } from "./quick.ts";

/**
 * The syntax tree of a text that was read quickly, as far as somebody who looks for a place needs it: what every value says, how it
 * is written, where it begins and, of scalars, where it ends. No comments, and not for edits. Undefined where a list has an empty item, which
 * begins nowhere.
 */
export function outlineOf(text: string): Node | undefined {
  const walk: Walk = { text, events: eventsOf(text), next: 1 };
  return nodeFrom(walk);
}

type Walk = { readonly text: string; readonly events: readonly Event[]; next: number };

function nodeFrom(walk: Walk): Node | undefined {
  const event = walk.events[walk.next++];
  if (event?.type === EVENT_ID.SCALAR) return isBlock(event) && unclear(walk.text, event) ? undefined : scalarFrom(walk.text, event, false);
  if (event?.type === EVENT_ID.SEQUENCE) {
    const list = new YAMLSeq();
    while (walk.events[walk.next]?.type !== EVENT_ID.POP) {
      const item = nodeFrom(walk);
      if (!item?.range) return undefined;
      list.items.push(item);
    }
    walk.next++;
    return placed(list, event.start, event.style);
  }
  if (event?.type !== EVENT_ID.MAPPING) return undefined;
  const map = new YAMLMap();
  for (let key = walk.events[walk.next++]; key?.type === EVENT_ID.SCALAR; key = walk.events[walk.next++]) {
    const value = nodeFrom(walk);
    if (!value) return undefined;
    // Nothing stands behind its colon and the blanks after it.
    if (!value.range) {
      COLON.lastIndex = key.valueEnd;
      if (event.style === COLLECTION_STYLE.FLOW || !COLON.test(walk.text)) return undefined;
      value.range = [COLON.lastIndex, COLON.lastIndex, COLON.lastIndex];
    }
    map.items.push(new Pair(scalarFrom(walk.text, key, true), value));
  }
  return placed(map, event.start, event.style);
}

const isBlock = ({ style }: ScalarEvent) => style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;

function placed<N extends YAMLMap | YAMLSeq>(node: N, start: number, style: number): N {
  node.flow = style === COLLECTION_STYLE.FLOW;
  // Where a collection ends is not known, and nobody asks.
  node.range = [start, start, start];
  return node;
}

const TYPES: Readonly<Record<number, Scalar.Type>> = {
  [SCALAR_STYLE.PLAIN]: "PLAIN",
  [SCALAR_STYLE.SINGLE_QUOTED]: "QUOTE_SINGLE",
  [SCALAR_STYLE.DOUBLE_QUOTED]: "QUOTE_DOUBLE",
  [SCALAR_STYLE.LITERAL_BLOCK]: "BLOCK_LITERAL",
  [SCALAR_STYLE.FOLDED_BLOCK]: "BLOCK_FOLDED",
};

function scalarFrom(text: string, event: ScalarEvent, isKey: boolean): Scalar {
  const node = new Scalar(readScalar(text, event, isKey));
  const type = TYPES[event.style];
  if (type) node.type = type;
  if (event.valueStart >= 0) node.range = rangeOf(text, event);
  return node;
}

/** From the first character of a scalar's writing to the last: with its quotation marks, or with the sign that opens a block. */
function rangeOf(text: string, { style, valueStart, valueEnd, chomping }: ScalarEvent): Range {
  if (style === SCALAR_STYLE.PLAIN) return [valueStart, valueEnd, valueEnd];
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return [valueStart - 1, valueEnd + 1, valueEnd + 1];
  const line = text.lastIndexOf("\n", valueStart - 2) + 1;
  const start = line + (OPENING.exec(text.slice(line, valueStart))?.index ?? 0);
  let end = valueEnd;
  if (chomping !== CHOMPING_KEEP) end -= EMPTY_LINES.exec(text.slice(valueStart, valueEnd))?.[0].length ?? 0;
  return [start, end, end];
}

const COLON = /['"]? *: */y;
/** What opens a block of lines. */
const OPENING = /[|>][-+\d]*(?= *(?:#|\r?\n))/;
/** The empty lines at the end of a block, without the end of the last line before them. */
const EMPTY_LINES = /(?<=\n)(?:\r?\n)+$/;

/** Of a block without lines nothing tells where it was opened, and of one that ends in blanks what is still part of it. */
const unclear = (text: string, { valueStart, valueEnd }: ScalarEvent) =>
  valueStart === valueEnd || /\n[ \r\n]* [ \r\n]*$/.test(text.slice(Math.max(valueStart, valueEnd - MOST_BLANKS), valueEnd));
/** Blanks at the end of a block that are looked at: more are not met, and would only be underlined too. */
const MOST_BLANKS = 200;
