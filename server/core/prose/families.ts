/** What can be wrong with the words of a message. Each has its rule, and sentences of both sides in `server/accuracy`. */
export const FAMILIES = [
  "assumed-yes",
  "attempt-count",
  "begging",
  "break-up-lever",
  "check-in",
  "empty-bump",
  "false-urgency",
  "false-worry",
  "fear-and-shame",
  "guilt",
  "hand-made-claim",
  "hollow-opener",
  "invented-thread",
  "overriding-no",
  "pocketbook",
  "pressure",
  "silence-as-consent",
  "vague-purpose",
  "watching",
] as const;

export type Family = (typeof FAMILIES)[number];
