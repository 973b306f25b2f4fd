import { type CodeAction, CodeActionKind, type CodeActionParams, type TextEdit, type WorkspaceEdit } from "vscode-languageserver-protocol";
import { type Change, difference, edits, type FixedAll, type Range, type Report, rangeOf } from "../core/index.ts";
import { toDiagnostic } from "./diagnostics.ts";

/** Everything safe at once, as editors run it on saving. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.cadence`;

/** A document at one version, and how the client wants to be told of edits. */
type Target = { readonly uri: string; readonly version: number; readonly versioned: boolean };

/**
 * The fixes of the findings that a selection touches, each as an edit of the version that was checked; then a way to let them
 * stand, where that is possible. Everything safe at once is worked out only when a client asks for it.
 */
export function codeActions(report: Report, target: Target, { range, context }: CodeActionParams, all: () => FixedAll): CodeAction[] {
  const wants = (kind: string) => !context.only || context.only.some((one) => one === "" || kind === one || kind.startsWith(`${one}.`));
  const change = (changes: readonly Change[]) => workspaceEdit(report, target, changes);
  const touched = report.findings.filter((finding) => touches(finding.range, range));
  const fixes = touched.flatMap((finding) =>
    finding.fixes.flatMap(({ title, changes }, i): CodeAction[] => {
      const edit = change(changes);
      if (!edit) return [];
      const isPreferred = i === 0 && finding.fixes.length === 1;
      return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(finding, target.uri)], isPreferred, edit }];
    }),
  );
  const acceptances = touched.flatMap((finding): CodeAction[] => {
    const edit = finding.acceptance && change(finding.acceptance);
    const title = `Let it stand, and write down why (${finding.rule})`;
    return edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(finding, target.uri)], edit }] : [];
  });
  return [
    ...(wants(CodeActionKind.QuickFix) ? [...fixes, ...acceptances] : []),
    // Nobody wants every menu to end in the same line: it is offered to whoever asks for it by its kind.
    ...(context.only && wants(FIX_ALL) ? fixAllAction(report, target, all()) : []),
  ];
}

function fixAllAction(report: Report, target: Target, { text, fixes }: FixedAll): CodeAction[] {
  if (fixes.length === 0) return [];
  const { span, text: newText } = difference(report.source.text, text);
  const edit = editOf(target, [{ range: rangeOf(report.source.lines, span), newText }]);
  return [{ title: "Put right everything that is safe to", kind: FIX_ALL, edit }];
}

function workspaceEdit(report: Report, target: Target, changes: readonly Change[]): WorkspaceEdit | undefined {
  const made = edits(report.source, report.kind, changes);
  if (made.length === 0) return undefined;
  return editOf(
    target,
    made.map(({ span, text }) => ({ range: rangeOf(report.source.lines, span), newText: text })),
  );
}

const editOf = ({ uri, version, versioned }: Target, edits: TextEdit[]): WorkspaceEdit =>
  versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };

const touches = (a: Range, b: Range) => !before(a.end, b.start) && !before(b.end, a.start);
const before = (a: Range["start"], b: Range["start"]) => a.line < b.line || (a.line === b.line && a.character < b.character);
