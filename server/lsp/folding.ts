import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver";
import { positionAt, type Report, type Span, writtenParts } from "../core/index.ts";

/** What can be folded away: each part and each text on several lines, and runs of comments. Whole lines, as every editor folds. */
export function foldingRanges({ source }: Report, most = Number.POSITIVE_INFINITY): FoldingRange[] {
  const { text, lines } = source;
  const folds: FoldingRange[] = [];
  const add = ([start, end]: Span, kind?: FoldingRangeKind) => {
    const startLine = positionAt(lines, start).line;
    const endLine = positionAt(lines, start + text.slice(start, end).trimEnd().length).line;
    if (endLine > startLine) folds.push({ startLine, endLine, ...(kind ? { kind } : {}) });
  };
  for (const { span } of writtenParts(source)) add(span);
  for (const { 0: comments, index } of text.matchAll(/(?:^[ \t]*#[^\r\n]*(?:\r?\n|$)){2,}/gm)) {
    // A run of lines that looks like comments may be words of a message.
    if (!writtenParts(source).some(({ span: [start, end], text: words }) => words && start < index && index < end))
      add([index, index + comments.length], FoldingRangeKind.Comment);
  }
  const once = new Map(folds.map((fold) => [`${fold.startLine}:${fold.endLine}`, fold]));
  return [...once.values()].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine).slice(0, most);
}
