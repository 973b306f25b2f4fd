import type { Position, TextEdit } from "vscode-languageserver";
import { fieldAt, type Range, type Report, rangeOf, STEP, spotAt, tidied } from "../core/index.ts";

/** The usual look of a text, or of some of its lines. Nothing where that would change what it says. */
export function formatting({ source }: Report, range?: Range): TextEdit[] {
  const last = range && (range.end.character === 0 && range.end.line > range.start.line ? range.end.line - 1 : range.end.line);
  const made = tidied(source, range && last !== undefined ? [range.start.line, last] : undefined);
  return made.map(({ span, text }) => ({ range: rangeOf(source.lines, span), newText: text }));
}

/**
 * After a new line: white space left at the end of the line before goes, and an empty line gets the indentation that what it
 * follows asks for, under a key that opens a part or a text as far in as what stands there already or else one step more. Steps are as
 * in the usual look and not as the editor counts them: white space further in than the text below it would break the text.
 */
export function onNewLine({ source, kind }: Report, { line }: Position): TextEdit[] {
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
  const below = indentOf(text.slice(lines[line + 1] ?? text.length));
  const indent = " ".repeat(!deeper || key === "" ? lead.length : below > lead.length ? below : lead.length + STEP);
  if (now !== indent) edits.push({ range: { start: { line, character: 0 }, end: { line, character: now.length } }, newText: indent });
  return edits;
}

/** The columns before the first words of a text. None where it has no words. */
const indentOf = (text: string): number => /^\s*?( *)\S/.exec(text)?.[1]?.length ?? 0;
