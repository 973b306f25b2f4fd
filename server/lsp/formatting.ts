import type { FormattingOptions, Position, TextEdit } from "vscode-languageserver";
import { fieldAt, type Range, type Report, rangeOf, spotAt, tidied } from "../core/index.ts";

/** The usual look of a text, or of some of its lines. Nothing where that would change what it says. */
export function formatting({ source }: Report, range?: Range): TextEdit[] {
  const last = range && (range.end.character === 0 && range.end.line > range.start.line ? range.end.line - 1 : range.end.line);
  const made = tidied(source, range && last !== undefined ? [range.start.line, last] : undefined);
  return made.map(({ span, text }) => ({ range: rangeOf(source.lines, span), newText: text }));
}

/**
 * After a new line: white space left at the end of the line before goes, and an empty line gets the indentation that what it
 * follows asks for, one step more under a key that opens a part or a text.
 */
export function onNewLine({ source, kind }: Report, { line }: Position, { tabSize }: Pick<FormattingOptions, "tabSize">): TextEdit[] {
  const { text, lines } = source;
  const lineText = (nth: number) => text.slice(lines[nth] ?? text.length, lines[nth + 1] ?? text.length).replace(/[\r\n]+$/, "");
  const [before, now] = [lineText(line - 1), lineText(line)];
  const edits: TextEdit[] = [];
  const opens = /^( *(?:- +)*)([A-Za-z0-9_-]+):\s*(?:[|>][+-]?)?\s*$/.exec(before);
  if (!opens || line < 1) return edits;
  // Where a text is being written, a line that looks like a key is words.
  const offset = lines[line - 1] ?? 0;
  const spot = spotAt(source, offset + before.trimEnd().length - 1);
  if (spot?.on === "value" && !/[|>][+-]?$/.test(before.trimEnd())) return edits;
  const trimmed = before.trimEnd();
  if (trimmed !== before)
    edits.push({
      range: { start: { line: line - 1, character: trimmed.length }, end: { line: line - 1, character: before.length } },
      newText: "",
    });
  if (now.trim() !== "") return edits;
  const [, lead = "", key = ""] = opens;
  const path = spotAt(source, offset + lead.length)?.path;
  const shape = path && fieldAt(kind, path, source.value)?.shape;
  const deeper = /[|>][+-]?$/.test(trimmed) || shape === undefined || shape === "map" || shape === "list" || shape === "choice-or-map";
  const indent = " ".repeat(lead.length + (deeper && key !== "" ? tabSize : 0));
  if (now !== indent) edits.push({ range: { start: { line, character: 0 }, end: { line, character: now.length } }, newText: indent });
  return edits;
}
