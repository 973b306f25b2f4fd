import {
  type Range,
  SemanticTokenModifiers,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  SemanticTokenTypes,
} from "vscode-languageserver";
import { allTouches, CHANNELS, linesOf, locate, namesIn, pathOf, positionAt, type Report, type Span, spotAt } from "../core/index.ts";
import { counted, type Encoding } from "./encoding.ts";

/** Kinds of tokens. `phrase` is ours: words that a reading objects to. */
const TYPES = [
  SemanticTokenTypes.variable,
  SemanticTokenTypes.event,
  SemanticTokenTypes.interface,
  SemanticTokenTypes.enumMember,
  "phrase",
];
const MODIFIERS = [SemanticTokenModifiers.declaration];

export const legend = { tokenTypes: TYPES, tokenModifiers: MODIFIERS };

type Token = { readonly span: Span; readonly type: number; readonly modifiers: number };
const [VARIABLE, TOUCH, ASSET, CHANNEL, PHRASE] = [0, 1, 2, 3, 4];
const KINDS = { variable: VARIABLE, touch: TOUCH, asset: ASSET } as const;

/** Names, channels and the words that a reading found, in the order of the text. None lies in another: a name is worth more than a phrase. */
function tokensOf(report: Report): readonly Token[] {
  const { source, kind, playbook, findings } = report;
  const named = namesIn(source, kind).map(({ span, kind: of, role }) => ({ span, type: KINDS[of], modifiers: role === "given" ? 1 : 0 }));
  const channels = (playbook ? allTouches(playbook) : []).flatMap((touch): Token[] => {
    const span = locate(source, { path: [...pathOf(touch), "channel"] });
    return (CHANNELS as readonly string[]).includes(source.text.slice(...span)) ? [{ span, type: CHANNEL, modifiers: 0 }] : [];
  });
  // What a reading misses stands at a key, which is no words of anybody's.
  const phrases = findings.flatMap(({ kind: sure, span }) =>
    sure === "heuristic" && spotAt(source, span[0])?.on !== "key" ? [{ span, type: PHRASE, modifiers: 0 }] : [],
  );
  const all = [...named, ...channels].sort((a, b) => a.span[0] - b.span[0]);
  const free = phrases.flatMap(({ span, ...rest }) => without(span, all).map((part) => ({ span: part, ...rest })));
  const sorted = [...all, ...free].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  return sorted.filter(({ span }, i) => span[0] >= Math.max(0, ...sorted.slice(Math.max(0, i - 8), i).map((one) => one.span[1])));
}

/** What is left of a span without some others. */
function without([start, end]: Span, others: readonly { readonly span: Span }[]): Span[] {
  const left: Span[] = [];
  let from = start;
  for (const { span } of others) {
    if (span[1] <= from || span[0] >= end) continue;
    if (span[0] > from) left.push([from, span[0]]);
    from = Math.max(from, span[1]);
  }
  return from < end ? [...left, [from, end]] : left;
}

/** Tokens as the protocol writes them, no token over a line's end, counted as the client counts. */
function written(builder: SemanticTokensBuilder, report: Report, encoding: Encoding, within?: Range): void {
  const { text, lines } = report.source;
  for (const { span, type, modifiers } of tokensOf(report)) {
    for (const [start, end] of byLine(text, span)) {
      const { line, character } = positionAt(lines, start);
      if (within && (line < within.start.line || line > within.end.line)) continue;
      const words = text.slice(lines[line], lines[line + 1]);
      const from = counted(encoding, words, character);
      builder.push(line, from, counted(encoding, words, character + end - start) - from, type, modifiers);
    }
  }
}

/** The parts of a span on each of its lines, without the white space at their ends. */
function byLine(text: string, [start, end]: Span): Span[] {
  return linesOf(text.slice(start, end)).flatMap((from, i, starts): Span[] => {
    const words = text.slice(start + from, i + 1 < starts.length ? start + (starts[i + 1] ?? 0) : end);
    const lead = words.length - words.trimStart().length;
    const length = words.trim().length;
    return length > 0 ? [[start + from + lead, start + from + lead + length]] : [];
  });
}

const builders = new Map<string, SemanticTokensBuilder>();

/** Every token of a document. */
export function semanticTokens(uri: string, report: Report, encoding: Encoding): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  builders.set(uri, builder);
  written(builder, report, encoding);
  return builder.build();
}

/** What has changed since the tokens of an earlier answer; all of them where that is not known any more. */
export function semanticTokensDelta(
  uri: string,
  previous: string,
  report: Report,
  encoding: Encoding,
): SemanticTokens | SemanticTokensDelta {
  const builder = builders.get(uri);
  if (!builder) return semanticTokens(uri, report, encoding);
  builder.previousResult(previous);
  written(builder, report, encoding);
  return builder.buildEdits();
}

/** The tokens of the lines that a client shows. */
export function semanticTokensIn(report: Report, encoding: Encoding, range: Range): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  written(builder, report, encoding, range);
  return { data: builder.build().data };
}

/** Forgets the tokens of a document that was closed. */
export const forgetTokens = (uri: string): boolean => builders.delete(uri);
