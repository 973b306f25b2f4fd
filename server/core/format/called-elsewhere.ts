/**
 * What other tools, and people who have worked with them, call the keys of the format: in lower case, with hyphens between words. What
 * counts the days from the step before, such as a delay, is none of our days.
 */
export const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  title: ["name"],
  summary: ["description"],
  owner: ["author"],
  audience: ["target", "icp"],
  variables: ["placeholders", "merge-fields", "snippets", "tokens", "fields"],
  touches: ["steps", "touchpoints", "sequence", "cadence", "activities", "emails", "messages"],
  replies: ["responses", "outcomes", "dispositions", "answers"],
  accepted: ["ignore", "ignored", "exceptions"],
  channel: ["type", "step-type", "medium"],
  subject: ["subject-line", "email-subject"],
  message: ["body", "text", "content", "copy", "email-body", "body-text", "body-html"],
  script: ["talk-track", "call-script", "talking-points", "body", "text", "content", "copy"],
  guidance: ["notes", "note", "instructions", "internal-notes", "rep-notes"],
  interested: ["positive"],
  "meeting-booked": ["booked", "meeting", "meeting-set", "meeting-scheduled"],
  "not-now": ["later", "bad-timing", "timing", "follow-up-later"],
  no: ["not-interested", "negative", "rejected", "declined"],
  "opt-out": ["unsubscribe", "unsubscribed", "opted-out", "do-not-contact", "dnc", "remove-me"],
  silence: ["no-response", "no-reply", "no-answer", "unresponsive", "finished-no-reply"],
  "wrong-person": ["wrong-contact", "not-the-right-person"],
  referral: ["referred"],
  "out-of-office": ["ooo", "auto-reply", "away"],
  bounce: ["bounced", "undeliverable", "invalid-email"],
};

/** Which of some keys a word stands for in other tools. Undefined where it stands for none, or could stand for several. */
export function calledElsewhere(word: string, keys: readonly string[]): string | undefined {
  const plain = word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const [meant, ...more] = keys.filter((key) => ELSEWHERE[key]?.includes(plain));
  return more.length > 0 ? undefined : meant;
}
