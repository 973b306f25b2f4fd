import { type CodeAction, CodeActionKind, type CodeActionParams, type Command } from "vscode-languageserver";
import type { Change, Finding, FixedAll, Range, Report } from "../core/index.ts";
import { EXPLAIN } from "./commands.ts";
import { toDiagnostic } from "./diagnostics.ts";
import { type Version, wholeEdit, workspaceEdit } from "./edits.ts";
import { refactorings } from "./refactorings.ts";
import type { Unresolved } from "./unresolved.ts";

/** Everything safe at once, as editors run it on saving. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.cadence`;

/** A document at one version, and what the client knows. */
type Target = Version & {
  /** Whether the client shows a page when asked to. */
  readonly shows: boolean;
  /** Whether the client asks for the edit of an action that it was given without one. */
  readonly resolves: boolean;
};

/** What has to be worked out by checking again and again. Asked for only where the answer is wanted. */
type Later = { readonly all: () => FixedAll; readonly rule: (rule: string) => FixedAll };

/**
 * The fixes of the findings that a selection touches, each as an edit of the version that was checked; all findings of their
 * rules at once; a way to let them stand, where that is possible; their rule explained; and what can be done with the touch.
 */
export function codeActions(report: Report, target: Target, { range, context }: CodeActionParams, later: Later): CodeAction[] {
  const wants = (kind: string) => isWanted(context, kind);
  const touched = report.findings.filter((finding) => touches(finding.range, range));
  const fixes = wants(CodeActionKind.QuickFix) ? quickFixes(report, target, touched, later) : [];
  // What mends a finding may be what anybody could do with the touch; one menu offers it once.
  const offered = new Set(fixes.map(({ title }) => title));
  return [
    ...fixes,
    ...(wants(CodeActionKind.RefactorRewrite) ? rewrites(report, target, range).filter(({ title }) => !offered.has(title)) : []),
    // Nobody wants every menu to end in the same line: it is offered to whoever asks for it by its kind.
    ...(context.only && wants(FIX_ALL) ? fixAllAction(report, target, later.all()) : []),
  ];
}

/** Whether a menu is to hold actions of a kind: of every kind, unless it names some. */
export const isWanted = ({ only }: CodeActionParams["context"], kind: string): boolean =>
  !only || only.some((one) => one === "" || kind === one || kind.startsWith(`${one}.`));

function quickFixes(report: Report, target: Target, touched: readonly Finding[], later: Later): CodeAction[] {
  const change = (changes: readonly Change[]) => workspaceEdit(report, target, changes);
  const about = (finding: Finding) => ({ kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(finding, target.uri)] });
  const fixes = touched.flatMap((finding) =>
    finding.fixes.flatMap(({ title, changes }, i): CodeAction[] => {
      const edit = change(changes);
      return edit ? [{ title, ...about(finding), isPreferred: i === 0 && finding.fixes.length === 1, edit }] : [];
    }),
  );
  const rules = [...new Map(touched.map((finding) => [finding.rule, finding])).values()];
  const alike = rules.flatMap((finding) => everyOne(report, target, finding, later));
  const acceptances = touched.flatMap((finding): CodeAction[] => {
    const edit = finding.acceptance && change(finding.acceptance);
    return edit ? [{ title: `Let it stand, and write down why (${finding.rule})`, ...about(finding), edit }] : [];
  });
  const explanations = (target.shows ? rules : []).map((finding): CodeAction => {
    const command: Command = { title: `Explain “${finding.rule}”`, command: EXPLAIN, arguments: [finding.url] };
    return { title: command.title, ...about(finding), command };
  });
  return [...fixes, ...alike, ...acceptances, ...explanations];
}

/** All findings of one rule that have a fix, where there are several. Only the first fix of each is made. */
function everyOne(report: Report, target: Target, { rule }: Finding, later: Later): CodeAction[] {
  const same = report.findings.filter((one) => one.rule === rule && one.fixes.length > 0);
  if (same.length < 2) return [];
  const action: CodeAction = {
    title: `Do so everywhere “${rule}” finds something (${same.length} places)`,
    kind: CodeActionKind.QuickFix,
    diagnostics: same.map((finding) => toDiagnostic(finding, target.uri)),
  };
  const data: Unresolved = { does: "everywhere", uri: target.uri, version: target.version, rule };
  if (target.resolves) return [{ ...action, data }];
  // Whoever cannot ask for the edit later waits for it now, at every place of the cursor.
  if (same.length * report.findings.length > MOST_AT_ONCE) return [];
  const edit = wholeEdit(report, target, later.rule(rule).text);
  return edit ? [{ ...action, edit }] : [];
}

/** Findings that may be gone through to make an edit nobody has asked for yet. */
const MOST_AT_ONCE = 5_000;

function rewrites(report: Report, target: Target, range: Range): CodeAction[] {
  return refactorings(report, range).flatMap(({ title, kind, changes }) => {
    const edit = workspaceEdit(report, target, changes);
    return edit ? [{ title, kind, edit }] : [];
  });
}

function fixAllAction(report: Report, target: Target, { text, fixes }: FixedAll): CodeAction[] {
  const edit = fixes.length > 0 ? wholeEdit(report, target, text) : undefined;
  return edit ? [{ title: "Put right everything that is safe to", kind: FIX_ALL, edit }] : [];
}

const touches = (a: Range, b: Range) => !before(a.end, b.start) && !before(b.end, a.start);
const before = (a: Range["start"], b: Range["start"]) => a.line < b.line || (a.line === b.line && a.character < b.character);
