import type { Finding } from "./finding.ts";
import { found, LOCAL_HANDBOOK } from "./found.ts";
import type { Config } from "./model.ts";
import { said } from "./prose/family.ts";
import { type MessageContext, messageOf } from "./prose/message.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { suggestionsFor } from "./suggestion.ts";
import { linesOf } from "./text/lines.ts";
import type { Source } from "./text/read.ts";

/** Characters read of a message. The longest letter anybody sends has a few thousand. */
const LONGEST = 50_000;

/** What there is to say about the words of a message, with UTF-16 offsets into it. Never throws; what is beyond the longest letter is not read. */
export function messageFindings(text: string, context: MessageContext = {}, config?: Config): readonly Finding[] {
  const message = messageOf(text.slice(0, LONGEST), context);
  const source: Source = { text, lines: linesOf(text), doc: undefined, value: undefined, flaws: [], sound: false };
  const findings = Object.entries<Rule>(rules).flatMap(([id, rule]) => {
    const severity = config?.severities[id] ?? rule.severity;
    if (rule.reads !== "prose" || severity === "off") return [];
    return said(message, rule.sayings).map((one) => {
      const fixes = suggestionsFor(rule, one, message);
      return found(
        id,
        rule,
        severity,
        { at: [one.start, one.end], what: rule.what(one, message), fixes },
        source,
        config?.handbook ?? LOCAL_HANDBOOK,
      );
    });
  });
  return findings.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** The verdict on one message, for whoever writes one: the same reading that a playbook's messages get. */
export const checkMessage = (text: string, context: MessageContext = {}, config?: Config) => ({
  findings: messageFindings(text, context, config).map(({ rule, principle, kind, severity, message, span: [start, end] }) => ({
    rule,
    principle,
    kind,
    severity,
    message,
    start,
    end,
  })),
});
