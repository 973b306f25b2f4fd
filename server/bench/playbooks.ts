import { labelled } from "../accuracy/sentences.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";

/** Sentences that people wrote as fine ones, each once. */
const fine = [
  ...new Set(
    labelled("build")
      .filter(({ families, text }) => families.length === 0 && /^[A-Z][^\n{}[\]]{40,110}[.!?]$/.test(text))
      .map(({ text }) => text),
  ),
];
/** A prime that leads from one sentence to another, by somebody else about something else. */
const STRIDE = 7919;
/** Sentences in a playbook. */
const MANY = 30;

/**
 * A playbook of about 150 lines and a thousand words with a small thing to find. Its sentences begin with the one of a number: with
 * another number for each, few playbooks share one; with the same for all, they are one template that somebody filled in.
 */
export function playbook(i: number, sentences: number): string {
  let next = sentences * MANY;
  const lines = (count: number) => Array.from({ length: count }, () => `      ${fine[(next++ * STRIDE) % fine.length]}\n`).join("");
  return cleanPlaybook
    .replaceAll("twenty", `${20 + i}`)
    .replaceAll("March", `March ${i}`)
    .replace(/(?:message|script): \|\n/g, (head) => head + lines(4))
    .replace(/ {4}ask: .*\n/g, (ask) => `${ask}    guidance: |\n${lines(2)}`);
}

/** A draft as an import leaves it: with some twenty findings, all of them worth a warning or more. */
export const draft = (i: number): string => `title: Sequence ${i}
touches:
  - id: email-1
    day: 1
    channel: email
    subject: Quick question
    message: Hi {{first_name}}, just checking in for the ${i}th time. Do you have 15 minutes this week?
  - id: call-2
    day: 3
    channel: call
    script: Ask about returns
  - id: linkedin-3
    day: 6
    channel: linkedin
    message: I have not heard back from you! This offer ends on Friday.
`;
