import * as z from "zod";
import { CHANNELS, type ChannelName, channelMeanings } from "./channels.ts";
import { knownAgain } from "./known-again.ts";
import { choice, IsoDate, Slug, Words } from "./terms.ts";

/** The rungs of the ask, lowest first. A cadence climbs them one at a time. */
const asks = {
  none: "Nothing is asked for.",
  reply: "A word in answer, whatever it is.",
  question: "An answer to one question.",
  conversation: "A few minutes of talk.",
  meeting: "A time in the calendar.",
  proposal: "Permission to make an offer.",
  decision: "A yes or a no to the offer.",
} as const;
export const ASKS = Object.keys(asks) as (keyof typeof asks)[];

const id = Slug.meta({
  title: "Id",
  description: "The touch's short name. Links, pairs and findings use it; it never changes once the playbook is approved.",
  examples: ["benchmark-call"],
});

/** Shared by touches of every channel, on the main line and in a branch. */
const everyTouch = {
  "pairs-with": Slug.optional().meta({
    title: "Pairs with",
    description:
      "The id of an earlier touch on the same day that this one completes: a call and the email that follows it count as one paired touch.",
    examples: ["benchmark-call"],
  }),
  kind: choice({
    standard: "Carries the conversation on.",
    "take-away": "The honest last touch: we step back and nothing follows.",
    greeting: "Marks a real occasion and asks for nothing.",
  })
    .default("standard")
    .meta({ title: "Kind", description: "What the touch is in the cadence." }),
  mode: choice({
    manual: "A person reads it once more before it goes.",
    automatic: "The sequencer sends it on the day.",
  })
    .default("manual")
    .meta({ title: "Mode", description: "Who sends it." }),
  reason: Words.optional().meta({
    title: "Reason",
    description: "Why we are in touch today, in words the prospect would accept. The handbook shows it beside the touch.",
    examples: ["Their March review names the problem we measure."],
  }),
  value: Words.optional().meta({
    title: "Value",
    description: "What the prospect gains from this touch even if they never buy.",
    examples: ["A benchmark of their returns against twenty warehouses of their size."],
  }),
  asset: Slug.optional().meta({
    title: "Asset",
    description: "The id of the shared asset this touch brings, from cadence.assets.yaml.",
    examples: ["pick-error-benchmark"],
  }),
  ask: choice(asks).default("none").meta({
    title: "Ask",
    description: "The one thing the touch asks for. The asks are rungs of a ladder, and each touch climbs one rung at most.",
  }),
  "negative-option": Words.optional().meta({
    title: "Negative option",
    description: "The very words, copied from the message or script, that make no an easy and respectable answer.",
    examples: ["If this is not a problem worth solving this year, a one-word no is plenty."],
  }),
  deadline: z
    .strictObject({
      date: IsoDate.meta({ title: "Date", description: "The day the deadline falls on.", examples: ["2027-03-31"] }),
      source: Words.optional().meta({
        title: "Source",
        description: "Who set the deadline, so that the prospect can check it: a law, a fair, their own contract.",
        examples: ["Their current carrier contract, clause 4"],
      }),
    })
    .optional()
    .meta({ title: "Deadline", description: "A date this touch mentions as a reason to act. Only real ones: say who set it." }),
  guidance: Words.optional().meta({
    title: "Guidance",
    description: "Notes for the rep, never sent: what to look at first, what to leave out.",
  }),
  "words-from": Slug.optional().meta({
    title: "Words from",
    description:
      "The id of the shared asset whose words these are, from cadence.assets.yaml. The touch keeps them in full; when the asset says something else, a finding tells.",
    examples: ["how-we-count"],
  }),
};

const message = Words.optional().meta({
  title: "Message",
  description: "The words that are sent, written out in full. `{{name}}` stands for a variable.",
});
const script = Words.optional().meta({
  title: "Script",
  description: "The words to say, written out in full. A script is a start, not a recital. `{{name}}` stands for a variable.",
});
const subject = Words.optional().meta({
  title: "Subject",
  description: "The subject line. It says plainly what the message is about.",
  examples: ["Your returns against twenty warehouses of your size"],
});

/** What each channel adds to a touch. */
const channels = {
  call: {
    script,
    voicemail: Words.optional().meta({
      title: "Voicemail",
      description: "What to say if nobody picks up: name, company and reason, in under thirty seconds.",
    }),
  },
  voicemail: { script },
  email: {
    subject,
    thread: choice({
      new: "Starts a new conversation and needs a subject.",
      reply: "Continues the previous email of this playbook or, once you have spoken, of your conversation.",
    })
      .default("new")
      .meta({ title: "Thread", description: "Which conversation the email belongs to." }),
    message,
  },
  linkedin: { message },
  sms: { message },
  video: { subject, script, message },
  post: { message },
  event: {
    event: z
      .strictObject({
        name: Words.meta({ title: "Name", description: "What the event is called.", examples: ["Warehouse returns clinic"] }),
        date: IsoDate.optional().meta({ title: "Date", description: "The day it takes place.", examples: ["2027-03-31"] }),
        place: Words.optional().meta({ title: "Place", description: "Where it takes place: a town, or online.", examples: ["Online"] }),
      })
      .optional()
      .meta({ title: "Event", description: "The event this touch invites them to." }),
    subject,
    message,
  },
} as const satisfies Record<ChannelName, object>;

function touchOn<C extends keyof typeof channels, D extends z.ZodType>(channel: C, day: D) {
  return z
    .strictObject({
      id,
      day,
      channel: z.literal(channel).meta({
        title: "Channel",
        description: `How the touch reaches the prospect: ${CHANNELS.join(", ")}.`,
        enumDescriptions: [channelMeanings[channel]],
      }),
      ...everyTouch,
      ...channels[channel],
    })
    .meta({ title: `A touch by ${channel}`, description: `One contact on one day through ${channelMeanings[channel]}.` });
}

function anyTouch<D extends z.ZodType>(day: D) {
  return z.discriminatedUnion("channel", [
    touchOn("call", day),
    touchOn("voicemail", day),
    touchOn("email", day),
    touchOn("linkedin", day),
    touchOn("sms", day),
    touchOn("video", day),
    touchOn("post", day),
    touchOn("event", day),
  ]);
}

/** A touch of the cadence itself. */
export const Touch = knownAgain(
  anyTouch(
    z
      .int()
      .min(1)
      .max(730)
      .meta({
        title: "Day",
        description: "The business day of the touch, counted from the first touch, which is day 1. Weekends do not count.",
        examples: [1, 4, 9],
      }),
  ).meta({ id: "touch", title: "A touch", description: "One contact through one channel on one day." }),
);

/** A touch inside a branch: its days count from the reply. */
export const BranchTouch = knownAgain(
  anyTouch(
    z
      .int()
      .min(0)
      .max(730)
      .meta({
        title: "Day",
        description: "The business day of the touch, counted from the reply: 0 is the day of the reply itself, 1 the business day after.",
        examples: [0, 1, 30],
      }),
  ).meta({ id: "branch-touch", title: "A touch in a branch", description: "One contact through one channel, some days after the reply." }),
);
