import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver";
import { beside, type Finding, firstAlike, type Severity } from "../core/index.ts";

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What editors fade, because nothing would be missed without it, and what they strike through, because its time is over. */
const tags: Readonly<Record<string, DiagnosticTag>> = {
  "variables-used": DiagnosticTag.Unnecessary,
  "acceptances-used": DiagnosticTag.Unnecessary,
  "assets-current": DiagnosticTag.Deprecated,
  "asset-is-current": DiagnosticTag.Deprecated,
};

/** What was said of a finding, and in which file. */
const said = beside<{ readonly uri: string; readonly diagnostic: Diagnostic }>();

/** A finding as the protocol says it. As long as it says the same in the same place, this is the same object. */
export function toDiagnostic(finding: Finding, uri: string): Diagnostic {
  const first = firstAlike(finding);
  const known = said.get(first);
  if (known?.uri === uri) return known.diagnostic;
  const diagnostic = diagnosticOf(finding, uri);
  said.set(first, { uri, diagnostic });
  return diagnostic;
}

function diagnosticOf(finding: Finding, uri: string): Diagnostic {
  const tag = tags[finding.rule];
  return {
    range: finding.range,
    severity: severities[finding.severity],
    source: "cadence",
    code: finding.rule,
    codeDescription: { href: finding.url },
    message: finding.message,
    ...(tag ? { tags: [tag] } : {}),
    ...(finding.related.length > 0
      ? { relatedInformation: finding.related.map(({ range, message }) => ({ location: { uri, range }, message })) }
      : {}),
  };
}
