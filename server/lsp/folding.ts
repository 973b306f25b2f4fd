import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver";
import { positionAt, type Report, type Span, writtenParts } from "../core/index.ts";

/**
 * What can be folded away: each part and each text on several lines, and runs of comments. Whole lines, as every editor folds; a
 * line on which a bracket closes stays, because what follows the bracket would be hidden with it.
 */
export function foldingRanges({ source }: Report, most = Number.POSITIVE_INFINITY): FoldingRange[] {
  const { text, lines } = source;
  const parts = writtenParts(source);
  const folds: FoldingRange[] = [];
  const add = ([start, end]: Span, { kind, closes = false }: { kind?: FoldingRangeKind; closes?: boolean } = {}) => {
    const startLine = positionAt(lines, start).line;
    const endLine = positionAt(lines, start + text.slice(start, end).trimEnd().length).line - (closes ? 1 : 0);
    if (endLine > startLine) folds.push({ startLine, endLine, ...(kind ? { kind } : {}) });
  };
  for (const { span, closes } of parts) add(span, { closes });
  for (const { 0: comments, index } of text.matchAll(/(?:^[ \t]*#[^\r\n]*(?:\r?\n|$)){2,}/gm)) {
    // A run of lines that looks like comments may be words of a message.
    if (!parts.some(({ span: [start, end], text: words }) => words && start < index && index < end))
      add([index, index + comments.length], { kind: FoldingRangeKind.Comment });
  }
  const once = new Map(folds.map((fold) => [`${fold.startLine}:${fold.endLine}`, fold]));
  return outermost(
    [...once.values()].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine),
    most,
  );
}

/** As many folds as a client takes, those that lie in the fewest others first, in the order of the text. */
function outermost(folds: readonly FoldingRange[], most: number): FoldingRange[] {
  if (folds.length <= most) return [...folds];
  const around: FoldingRange[] = [];
  const depths = folds.map((fold) => {
    while ((around.at(-1)?.endLine ?? fold.endLine) < fold.endLine) around.pop();
    return around.push(fold);
  });
  const kept = new Set(
    folds
      .map((_, i) => i)
      .sort((a, b) => (depths[a] ?? 0) - (depths[b] ?? 0) || a - b)
      .slice(0, most),
  );
  return folds.filter((_, i) => kept.has(i));
}
