import type { Finding, Position, Span } from "../core/index.ts";
import type { Settings } from "./settings.ts";

/** A change as the protocol tells it, counted as we count. Without a range it is the whole text. */
type Change = { readonly range?: { readonly start: Position; readonly end: Position }; readonly text: string };

/** A document, as far as a change is placed in it. */
type Text = { getText(): string; offsetAt(position: Position): number };

/**
 * Holds findings back in the word that is being typed, where somebody has set it so. There is no timer and nothing is put off:
 * each version is judged at once, and what touches the word of the last key is only not told until something shows that the word
 * is done. That is another key elsewhere or after it, a save, or a request about another place.
 */
export function createHeld(settings: () => Settings) {
  const words = new Map<string, { readonly span: Span; hides: boolean }>();

  return {
    /** Looks at a change before it is made; the answer is called once it is made. Pasting, completing and undoing are not typing. */
    changing(uri: string, document: Text, changes: readonly Change[]): () => void {
      const [change] = changes;
      words.delete(uri);
      if (settings().whileTyping === "shown" || changes.length !== 1 || !change?.range) return () => undefined;
      const [start, end] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
      const removed = document.getText().slice(start, end);
      if (lettersIn(change.text) > 1 || lettersIn(removed) > 1 || (change.text !== "" && !WORD.test(change.text))) return () => undefined;
      return () => {
        const span = wordAt(document.getText(), start + change.text.length);
        if (span) words.set(uri, { span, hides: false });
      };
    },

    /** What is told of a document: its findings without those that touch the word being typed. */
    told(uri: string, findings: readonly Finding[]): readonly Finding[] {
      const word = settings().whileTyping === "held" ? words.get(uri) : undefined;
      if (!word) return findings;
      const told = findings.filter(({ span }) => !touches(span, word.span));
      word.hides ||= told.length < findings.length;
      return told;
    },

    /** Lets go of the word, unless the place is still within it. Answers whether something was held back that is to be told now. */
    left(uri: string, place: Span = NOWHERE): boolean {
      const word = words.get(uri);
      if (!word || touches(place, word.span)) return false;
      words.delete(uri);
      return word.hides;
    },
  };
}

const NOWHERE: Span = [-1, -1];

/** What words are made of, those of YAML's keys and of variables included. */
const WORD = /^[\p{L}\p{M}\p{N}_'’-]$/u;
const BEFORE = /[\p{L}\p{M}\p{N}_'’-]*$/u;
const AFTER = /^[\p{L}\p{M}\p{N}_'’-]*/u;

/** No word is longer; the text around it need not be looked through. */
const LONGEST = 200;

function wordAt(text: string, at: number): Span | undefined {
  const before = BEFORE.exec(text.slice(Math.max(0, at - LONGEST), at))?.[0].length ?? 0;
  const after = AFTER.exec(text.slice(at, at + LONGEST))?.[0].length ?? 0;
  return before + after > 0 ? [at - before, at + after] : undefined;
}

const lettersIn = (text: string) => [...text].length;
const touches = ([a, b]: Span, [c, d]: Span) => a <= d && c <= b;
