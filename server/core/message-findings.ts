import type { Finding, Remark } from "./finding.ts";
import type { Caps } from "./format/caps.ts";
import { found, LOCAL_HANDBOOK, spokenAt } from "./found.ts";
import type { PatternOf } from "./house/heard.ts";
import type { Passage } from "./house/passage.ts";
import { messageRules } from "./message-rules.ts";
import { type Config, mainField } from "./model.ts";
import { type Message, type MessageContext, messageOf } from "./prose/message.ts";
import { said } from "./prose/reader.ts";
import type { Rule } from "./rule.ts";
import { settle } from "./settle.ts";
import { suggestionsFor } from "./suggestion.ts";
import { linesOf } from "./text/lines.ts";
import type { Source } from "./text/read.ts";

export type { PatternOf };

/** Characters read of a message. The longest letter anybody sends has a few thousand. */
export const LONGEST_MESSAGE = 50_000;

/**
 * What there is to say about the words of a message, with UTF-16 offsets into it. Never throws, unless `patternOf` does; what is beyond
 * the longest letter is not read.
 */
export function findingsIn(text: string, context: MessageContext, config: Config | undefined, patternOf: PatternOf): readonly Finding[] {
  const message = messageOf(text.slice(0, LONGEST_MESSAGE), context);
  const source: Source = { text, lines: linesOf(text), doc: undefined, outline: undefined, value: undefined, flaws: [], sound: false };
  const settings = settle(config, [], "");
  const passage: Passage = { ...message, field: message.field === "subject" ? "subject" : mainField(message.channel) };
  const findings = Object.entries<Rule>(messageRules).flatMap(([id, rule]) => {
    const severity = settings.severityOf(id, rule);
    const remarks = severity === "off" ? [] : remarksOn(rule, message, passage, { config, caps: settings.caps, patternOf });
    return remarks.map((remark) =>
      found(
        id,
        remark,
        { rule, severity: severity === "off" ? rule.severity : severity, handbook: config?.handbook ?? LOCAL_HANDBOOK },
        source,
      ),
    );
  });
  return findings.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

type Team = { readonly config: Config | undefined; readonly caps: Caps; readonly patternOf: PatternOf };

function remarksOn(rule: Rule, message: Message, passage: Passage, { config, caps, patternOf }: Team): readonly Remark[] {
  if (rule.reads === "prose")
    return said(message, rule.family).map((one) => ({
      at: [one.start, one.end],
      what: rule.what(one, message),
      fixes: suggestionsFor(rule, one, message),
    }));
  if (rule.reads === "words") return [...rule.check(passage, config, patternOf)].map((one) => spokenAt(one.span, one));
  if (rule.reads === "playbook") return [...(rule.alone?.(message, caps) ?? [])].map((one) => spokenAt(one.span, one));
  return [];
}
