import { stringify } from "yaml";
import type { STAGES } from "./format/stages.ts";

/** What somebody answers who begins a playbook: five plain questions. */
export type Answers = {
  readonly title: string;
  /** Whom it is for, by their work. */
  readonly persona: string;
  readonly stage: (typeof STAGES)[number];
  /** What they gain even if they never buy. */
  readonly benefit: string;
  /** A name and an email address. */
  readonly owner: string;
};

/** When each stage makes a moment right, in the author's place until they know better. */
const MOMENTS: Readonly<Record<Answers["stage"], { readonly situation: string; readonly start: string }>> = {
  cold: { situation: "I have never spoken to them", start: "Something they published shows that this matters to them now." },
  contacted: { situation: "We have spoken, and it went quiet", start: "We spoke, and something new came up that we did not know then." },
  proposal: { situation: "Our offer is with them", start: "Five business days have passed since they received the offer." },
  customer: { situation: "They buy from us", start: "Their use of what they bought shows a gain that they leave out." },
  lapsed: { situation: "They used to buy from us", start: "Something that they missed with us is there now." },
};

/** The days of the four contacts. Somebody who holds an offer has to talk it over, so that each waits two weeks at least. */
const DAYS: Readonly<Record<"usual" | "proposal", readonly [number, number, number, number]>> = {
  usual: [1, 5, 10, 16],
  proposal: [1, 11, 22, 34],
};

/** One line as YAML writes it, whatever signs are in it. */
const line = (words: string) => stringify(words.trim().replace(/\s+/g, " "), { lineWidth: 0 }).trimEnd();

/**
 * A whole playbook to begin with: it reads, it holds against every rule, and each of its words is there to be replaced by better
 * ones. The author's own answers may of course be found fault with.
 */
export function startPlaybook({ title, persona, stage, benefit, owner }: Answers): string {
  const [first, second, third, last] = DAYS[stage === "proposal" ? "proposal" : "usual"];
  return `format: 1
title: ${line(title)}
summary: ${line(`For ${persona.trim()}. Four contacts over some weeks, each with something of use, and then we step back.`)}
owner: ${line(owner)}

audience:
  situation: ${MOMENTS[stage].situation}
  persona: ${line(persona)}
  stage: ${stage}
  start-when: ${MOMENTS[stage].start}
  exclude:
    - Anyone who said no to us in the last six months
    - Anyone with an open support ticket

motive:
  benefit: ${line(benefit)}
  belief: We counted in twelve companies of their size what it changed, and nine of the twelve kept it without buying anything.

research:
  minutes: 15
  find:
    - What they published on the topic, with its date
    - Who looks after it today

variables:
  first_name: { example: Priya, fallback: there }
  their_topic: { example: late orders in the spring, meaning: "What they themselves said about it, in their words." }
  rep_name: { example: Jonah }

touches:
  - id: first-call
    day: ${first}
    channel: call
    reason: They wrote about the topic this season.
    value: One number from companies of their size.
    ask: question
    script: |
      Hello {{first_name}}, this is {{rep_name}} at our company. I read what you wrote about {{their_topic}}.
      We counted the same in twelve companies of your size, and one cause stood out.

      Do you count it as well? If it is no topic this year, say so and I will leave it there.
    negative-option: If it is no topic this year, say so and I will leave it there.
  - id: the-number-in-writing
    day: ${first}
    channel: email
    pairs-with: first-call
    reason: The number from the call, to read in peace.
    value: The table of twelve companies.
    ask: question
    subject: Twelve companies of your size, in one table
    message: |
      Hello {{first_name}},

      you wrote about {{their_topic}}. The table below shows how often it happens in twelve companies of your size, and which cause was the most common.

      Which row is closest to yours? If it is nothing you want to count, a one-word no is a good answer.

      {{rep_name}}
    negative-option: If it is nothing you want to count, a one-word no is a good answer.
  - id: the-common-cause
    day: ${second}
    channel: linkedin
    reason: The most common cause can be seen without any tool.
    value: A check of five minutes that shows whether they have it.
    ask: question
    message: |
      Hello {{first_name}}, nine of the twelve companies found the cause with a check of five minutes: take last week's list and mark what came twice.

      Does yours show the same? If you would rather not hear from me on this, tell me and I will stop.
    negative-option: If you would rather not hear from me on this, tell me and I will stop.
  - id: how-one-company-did-it
    day: ${third}
    channel: email
    reason: One company of their size wrote down what it changed.
    value: Two pages that they can use without us.
    ask: conversation
    subject: What one company changed in its second week
    message: |
      Hello {{first_name}},

      a company of your size wrote down what it changed, on two pages. The second page has the list it used.

      Would a talk of fifteen minutes about your own list be of use? If not, a no costs you one word.

      {{rep_name}}
    negative-option: If not, a no costs you one word.
  - id: stepping-back
    day: ${last}
    channel: email
    kind: take-away
    reason: They have all they need to decide by themselves.
    ask: none
    subject: The table stays yours
    message: |
      Hello {{first_name}},

      I will not write again about this. The table and the two pages are yours to keep.

      {{rep_name}}

replies:
  interested:
    do: Thank them and agree on a time to talk.
    then: hand-over
  meeting-booked: hand-over
  not-now:
    do: Thank them, ask for a date and write it down with the reason they gave.
    wait: until their date
    if-no-date: 90 days
    then: return
  reflex-no: stop
  no: stop
  opt-out: suppress
  silence: stop
  wrong-person:
    do: Thank them and ask who looks after it, without pressing.
    then: stop
  referral: hand-over
  out-of-office:
    wait: until they are back
    then: resume
  bounce: stop

afterwards:
  rest: 90 days
  return-only-with: A new reason, such as something new they published
  relationship: They keep the table and its yearly update.
`;
}
