import { type CodeAction, CodeActionKind, type CodeActionParams, type TextEdit } from "vscode-languageserver-protocol";
import { edits, type Range, type Report, rangeOf } from "../core/index.ts";
import { toDiagnostic } from "./diagnostics.ts";

/** The fixes of the findings that a selection touches, as edits of the version that was checked. */
export function codeActions(
  report: Report,
  uri: string,
  version: number,
  { range, context }: CodeActionParams,
  versioned: boolean,
): CodeAction[] {
  if (
    context.only &&
    !context.only.some((kind) => kind === "" || kind === CodeActionKind.QuickFix || kind.startsWith(`${CodeActionKind.QuickFix}.`))
  )
    return [];
  return report.findings
    .filter((finding) => touches(finding.range, range))
    .flatMap((finding) =>
      finding.fixes.flatMap((fix, i): CodeAction[] => {
        const textEdits = edits(report.source, report.kind, fix.changes).map(
          ({ span, text }): TextEdit => ({ range: rangeOf(report.source.lines, span), newText: text }),
        );
        if (textEdits.length === 0) return [];
        return [
          {
            title: fix.title,
            kind: CodeActionKind.QuickFix,
            diagnostics: [toDiagnostic(finding, uri)],
            isPreferred: i === 0 && finding.fixes.length === 1,
            edit: versioned
              ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
              : { changes: { [uri]: textEdits } },
          },
        ];
      }),
    );
}

const touches = (a: Range, b: Range) => !before(a.end, b.start) && !before(b.end, a.start);
const before = (a: Range["start"], b: Range["start"]) => a.line < b.line || (a.line === b.line && a.character < b.character);
