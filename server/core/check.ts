import { capsFor } from "./caps.ts";
import type { Finding, Remark } from "./finding.ts";
import type { FileKind } from "./format/fields.ts";
import { fit } from "./format/fit.ts";
import { found, LOCAL_HANDBOOK } from "./found.ts";
import { type ApprovalRecord, type Assets, type Config, onWords, type Playbook } from "./model.ts";
import { said } from "./prose/family.ts";
import { messagesOf } from "./prose/touches.ts";
import type { Context, Reading, Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { suggestionsFor } from "./suggestion.ts";
import { read, type Source } from "./text/read.ts";
import type { Path } from "./text/span.ts";

export type RuleId = keyof typeof rules;

/** What may be known besides the text. Whatever is not known is not judged. */
export type Knowledge = {
  /** Which of the format's files the text is. Left out: a playbook. */
  readonly kind?: FileKind | undefined;
  readonly config?: Config | undefined;
  readonly assets?: Assets | undefined;
  /** Today's date, ISO 8601, where the text is. The core has no clock. */
  readonly today?: string | undefined;
};

/** Everything there is to say about a text. */
export type Report = {
  readonly kind: FileKind;
  readonly source: Source;
  /** What the text says, as far as it could be understood. Undefined when its writing does not hold at all. */
  readonly playbook: Playbook | undefined;
  readonly config: Config | undefined;
  readonly assets: Assets | undefined;
  readonly approval: ApprovalRecord | undefined;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
};

/** Text in, everything we know about it out. The one verdict that editor, command line, handbook and browser share. Never throws. */
export function check(text: string, knowledge: Knowledge = {}): Report {
  const kind = knowledge.kind ?? "playbook";
  const source = read(text);
  const { value, misfits } = source.sound ? fit(kind, source.value) : { value: undefined, misfits: [] };
  const report = {
    kind,
    source,
    playbook: kind === "playbook" ? (value as Playbook | undefined) : undefined,
    config: kind === "config" ? (value as Config | undefined) : undefined,
    assets: kind === "assets" ? (value as Assets | undefined) : undefined,
    approval: kind === "approval" ? (value as ApprovalRecord | undefined) : undefined,
  };
  const reading: Reading = { source, misfits, kind };
  const context: Context = {
    caps: capsFor(knowledge.config, report.playbook?.audience.segment),
    assets: knowledge.assets,
    config: knowledge.config,
    today: knowledge.today,
  };
  const misfitted = new Set(
    misfits.map((misfit) => placeKey("key" in misfit && misfit.kind === "missing" ? [...misfit.path, misfit.key] : misfit.path)),
  );
  const findings: Finding[] = [];
  for (const [id, each] of Object.entries<Rule>(rules)) {
    const severity = knowledge.config?.severities[id] ?? each.severity;
    if (severity === "off") continue;
    for (const remark of remarks(each, reading, report, context)) {
      // One slip, one finding: where a value does not fit, no rule also says what it thinks of the mended one.
      if (each.reads !== "writing" && "path" in remark.at && misfitted.has(placeKey(remark.at.path))) continue;
      findings.push(found(id, each, severity, remark, source, knowledge.config?.handbook ?? LOCAL_HANDBOOK));
    }
  }
  findings.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  return { ...report, findings };
}

const placeKey = (path: Path): string => JSON.stringify(path);

function remarks(rule: Rule, reading: Reading, { playbook, config, assets }: Omit<Report, "findings">, context: Context): Iterable<Remark> {
  switch (rule.reads) {
    case "writing":
      return rule.check(reading);
    case "playbook":
      return playbook ? rule.check(playbook, context) : [];
    case "prose":
      return playbook ? proseRemarks(rule, playbook, context) : [];
    case "config":
      return config ? rule.check(config, Object.keys(rules)) : [];
    case "assets":
      return assets ? rule.check(assets, context) : [];
  }
}

function* proseRemarks(rule: Extract<Rule, { reads: "prose" }>, playbook: Playbook, { assets }: Context): Iterable<Remark> {
  for (const { message, touch, field } of messagesOf(playbook))
    for (const one of said(message, rule.sayings))
      yield {
        at: onWords(touch, field as never, one.start, one.end),
        what: rule.what(one, message),
        fixes: suggestionsFor(rule, one, message, { touch, field, assets }),
      };
}
