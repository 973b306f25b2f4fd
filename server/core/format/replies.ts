import * as z from "zod";
import { choice, Duration, Words } from "./terms.ts";
import { BranchTouch } from "./touch.ts";

/** What happens when a branch is over. */
const outcomes = {
  stop: "The cadence ends on every channel and the rest period begins.",
  suppress: "The cadence ends and the person is taken off every list.",
  "hand-over": "The cadence ends because a person takes the conversation on.",
  resume: "The cadence goes on where it paused.",
  return: "A fresh conversation starts at the agreed time.",
} as const;
export const OUTCOMES = Object.keys(outcomes) as (keyof typeof outcomes)[];

const Outcome = choice(outcomes);

const everyBranch = {
  do: Words.optional().meta({
    title: "Do",
    description: "What the rep does first, in a sentence or two.",
    examples: ["Thank them, note the reason they gave, and close the task."],
  }),
  wait: z
    .union([z.literal("until their date"), z.literal("until they are back"), Duration])
    .optional()
    .meta({
      title: "Wait",
      description:
        "How long we hold back. After a length of time: nothing is sent before it is over. `until their date` and `until they are back`: that is when the branch goes on to `then`; its touches, if it has any, come meanwhile.",
      examples: ["until their date", "90 days"],
    }),
  touches: z.array(BranchTouch).default([]).meta({
    title: "Touches",
    description: "The touches of this branch. Their days count from the reply.",
  }),
  // biome-ignore lint/suspicious/noThenProperty: `then` is a word of the format; the branch is data and is never awaited.
  then: Outcome.meta({ title: "Then", description: "How the branch ends." }),
};

function reply<S extends z.ZodRawShape>(title: string, description: string, extra: S) {
  return z
    .union([Outcome, z.strictObject({ ...everyBranch, ...extra })])
    .optional()
    .meta({ title, description: `${description} Either one word for how it ends, or a branch.` });
}

/** What the playbook does on each reply a prospect can give. */
export const Replies = z.strictObject({
  interested: reply("Interested", "They want to know more.", {}),
  "meeting-booked": reply("Meeting booked", "They agreed on a time to talk.", {}),
  "not-now": reply("Not now", "They like the idea, not the moment: call me in six months.", {
    "if-no-date": Duration.optional().meta({
      title: "If no date",
      description: "How long to wait when they named no date.",
      examples: ["90 days"],
    }),
  }),
  "reflex-no": reply("Reflex no", "A first, early, unexplained no, before anything was read or heard.", {
    evidence: Words.optional().meta({
      title: "Evidence",
      description: "What we know about this account that makes one answer honest. Without it, a reflex no is a no.",
      examples: ["Their last two vacancy notices ask for returns clerks."],
    }),
  }),
  no: reply("No", "A considered no, or a second one.", {}),
  "opt-out": reply("Opt-out", "Stop, unsubscribe, remove me.", {}),
  silence: reply("Silence", "They never answered and the cadence is over.", {
    scenarios: z
      .array(Words)
      .optional()
      .meta({
        title: "Scenarios",
        description: "Plausible reasons for the silence that have nothing to do with us.",
        examples: [["The budget round was moved", "A key person is on leave"]],
      }),
  }),
  "wrong-person": reply("Wrong person", "Somebody else decides this.", {}),
  referral: reply("Referral", "They name somebody else we should talk to.", {}),
  "out-of-office": reply("Out of office", "An automatic answer says they are away.", {}),
  bounce: reply("Bounce", "The address does not exist any more.", {}),
});

/** Every reply a playbook can answer. */
export const REPLIES = Object.keys(Replies.shape) as (keyof typeof Replies.shape)[];
