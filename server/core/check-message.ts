import type { Finding } from "./finding.ts";
import { findingsIn } from "./message-findings.ts";
import type { Config } from "./model.ts";
import { patternOf } from "./pattern.ts";
import type { MessageContext } from "./prose/message.ts";

/** What there is to say about the words of a message, with UTF-16 offsets into it. Never throws; what is beyond the longest letter is not read. */
export const messageFindings = (text: string, context: MessageContext = {}, config?: Config): readonly Finding[] =>
  findingsIn(text, context, config, patternOf);

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
