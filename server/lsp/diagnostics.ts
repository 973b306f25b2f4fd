import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-protocol";
import type { Finding, Severity } from "../core/index.ts";

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as the protocol says it. */
export const toDiagnostic = (finding: Finding, uri: string): Diagnostic => ({
  range: finding.range,
  severity: severities[finding.severity],
  source: "cadence",
  code: finding.rule,
  codeDescription: { href: finding.url },
  message: finding.message,
  ...(finding.related.length > 0
    ? { relatedInformation: finding.related.map(({ range, message }) => ({ location: { uri, range }, message })) }
    : {}),
});
