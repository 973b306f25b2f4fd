import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { applied, type Change, difference, edits, type Report, rangeOf } from "../core/index.ts";

/** A document at one version, and whether the client wants to be told which version an edit is of. */
export type Version = { readonly uri: string; readonly version: number; readonly versioned: boolean };

/** The edit that turns a document into another text. */
export function wholeEdit(report: Report, target: Version, made: string): WorkspaceEdit | undefined {
  if (made === report.source.text) return undefined;
  const { span, text } = difference(report.source.text, made);
  return editOf(target, [{ range: rangeOf(report.source.lines, span), newText: text }]);
}

/** Some changes of a document as an edit of the version that was checked. Undefined where they change nothing. */
export function workspaceEdit(report: Report, target: Version, changes: readonly Change[]): WorkspaceEdit | undefined {
  const made = edits(report.source, report.kind, changes);
  if (made.length === 0 || applied(report.source.text, made) === report.source.text) return undefined;
  return editOf(
    target,
    made.map(({ span, text }) => ({ range: rangeOf(report.source.lines, span), newText: text })),
  );
}

const editOf = ({ uri, version, versioned }: Version, edits: TextEdit[]): WorkspaceEdit =>
  versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
