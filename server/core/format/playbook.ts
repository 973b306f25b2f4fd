import * as z from "zod";
import { Replies } from "./replies.ts";
import { stages } from "./stages.ts";
import { choice, Duration, Person, Slug, TimeOfDay, Words } from "./terms.ts";
import { Touch } from "./touch.ts";

/** The text that, as a variable's fallback, means: leave the sentence out. */
export const SKIP_SENTENCE = "skip the sentence";

const Audience = z
  .strictObject({
    situation: Words.optional().meta({
      title: "Situation",
      description: "The moment the rep is in, in the rep's own words. The handbook's front page is made of these.",
      examples: ["They said call me in six months"],
    }),
    segment: Slug.optional().meta({
      title: "Segment",
      description: "The kind of company, as your team names it. Caps in cadence.config.yaml are set by segment.",
      examples: ["mid-market"],
    }),
    persona: Words.optional().meta({
      title: "Persona",
      description: "The person we write to, by their work.",
      examples: ["Head of operations"],
    }),
    stage: choice(stages).default("cold").meta({ title: "Stage", description: "How far the relationship is." }),
    "start-when": Words.optional().meta({
      title: "Start when",
      description: "The event that makes this the right moment to begin.",
      examples: ["A public review mentions a late or wrong order."],
    }),
    exclude: z
      .array(Words)
      .default([])
      .meta({
        title: "Exclude",
        description: "Who must not be enrolled, whatever the event.",
        examples: [["Anyone with an open support ticket", "Anyone who said no in the last six months"]],
      }),
    consent: z
      .strictObject({
        kind: choice({
          express: "They said yes to messages from us.",
          purchase: "They bought from us, or have a contract with us.",
          inquiry: "They asked us something.",
          published: "They publish the address, with no word against messages about their work.",
        }).meta({ title: "Kind", description: "What the consent rests on." }),
        within: Duration.optional().meta({
          title: "Within",
          description: "How long ago it may have been given at most, on the day somebody is enrolled.",
          examples: ["4 months"],
        }),
      })
      .optional()
      .meta({ title: "Consent", description: "On what consent we write to them, where a law asks for one." }),
    subscribers: choice({
      corporate: "Companies and public bodies.",
      individual: "People, sole traders and partnerships among them.",
    })
      .optional()
      .meta({ title: "Subscribers", description: "Whose addresses and numbers these are in the eyes of a law that tells the two apart." }),
  })
  .meta({ title: "Audience", description: "Who this is for, when it starts, and who must be left alone." });

const Motive = z
  .strictObject({
    benefit: Words.optional().meta({
      title: "Benefit",
      description: "What is in this for the prospect, even if they never buy.",
      examples: ["A benchmark of their pick errors, theirs to keep."],
    }),
    belief: Words.optional().meta({
      title: "Belief",
      description: "Why we honestly believe it helps them: the facts.",
      examples: ["Fourteen of those twenty cut returns by a third without buying anything from us."],
    }),
  })
  .meta({ title: "Motive", description: "Why persisting serves the prospect and not our pocketbook." });

const Research = z
  .strictObject({
    minutes: z
      .int()
      .min(1)
      .max(480)
      .optional()
      .meta({
        title: "Minutes",
        description: "How long to prepare before the first touch, in minutes. Fifteen is plenty for a cold start.",
        examples: [15],
      }),
    find: z
      .array(Words)
      .default([])
      .meta({
        title: "Find",
        description: "What to look for in that time.",
        examples: [["a review that names the problem", "the carrier they use"]],
      }),
  })
  .meta({ title: "Research", description: "What the rep finds out before the first touch, and for how long." });

const CallingHours = z
  .strictObject({
    from: TimeOfDay.meta({ title: "From", description: "When calls may begin, where the person is.", examples: ["09:00"] }),
    to: TimeOfDay.meta({ title: "To", description: "When calls must be over, where the person is.", examples: ["17:00"] }),
  })
  .refine(({ from, to }) => from < to, "ends before it begins: write the earlier time under from")
  .meta({ title: "Calling hours", description: "The hours in which we call and text, on the clock of the person we call." });

const Variable = z
  .strictObject({
    example: Words.meta({ title: "Example", description: "What it looks like filled in. The handbook shows it.", examples: ["Priya"] }),
    fallback: Words.optional().meta({
      title: "Fallback",
      description: `What to say when it is not known. \`${SKIP_SENTENCE}\` means: leave the sentence out. With no fallback, the touch must not go out without it.`,
      examples: [SKIP_SENTENCE, "there"],
    }),
    meaning: Words.optional().meta({ title: "Meaning", description: "What goes here and where to find it, for the rep." }),
  })
  .meta({ title: "A variable", description: "A blank that the rep or the sequencer fills in." });

const Afterwards = z
  .strictObject({
    rest: Duration.optional().meta({
      title: "Rest",
      description: "How long nobody contacts them after the cadence ends, in calendar time.",
      examples: ["90 days"],
    }),
    "return-only-with": Words.optional().meta({
      title: "Return only with",
      description: "What must be new before anyone starts again.",
      examples: ["A new reason: a new site, a new role, a new review"],
    }),
    relationship: Words.optional().meta({
      title: "Relationship",
      description: "How we stay useful without selling.",
      examples: ["They keep the benchmark and its yearly update."],
    }),
  })
  .meta({ title: "Afterwards", description: "What happens when the cadence is over." });

const Acceptance = z
  .strictObject({
    rule: Slug.meta({ title: "Rule", description: "The id of the rule, as its finding shows it.", examples: ["reason-not-checking-in"] }),
    at: z
      .string()
      .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/, "is not a place: write the id of a touch, or keys with dots between, as in motive.benefit")
      .meta({
        title: "At",
        description: "Where it stands: the id of a touch, or the keys that lead there with dots between, such as `motive.benefit`.",
        examples: ["benchmark-call", "motive.benefit"],
      }),
    words: Words.optional().meta({
      title: "Words",
      description:
        "The underlined words, copied from the text. Then nothing but these words is accepted. Left out: whatever the rule finds at this place.",
      examples: ["checking in"],
    }),
    because: Words.meta({
      title: "Because",
      description: "Why this is the exception. The approver reads it, and the record keeps it.",
      examples: ["They asked us to check in after their board meeting."],
    }),
  })
  .meta({ title: "An acceptance", description: "A reading of the prose rules that a person looked at and lets stand, with the reason." });

/** One playbook: one cadence for one situation and audience. The only definition of the format. */
export const PlaybookSchema = z
  .strictObject({
    format: z.literal(1).default(1).meta({ title: "Format", description: "The version of this format. There is one: 1." }),
    title: Words.optional().meta({
      title: "Title",
      description: "What reps call this playbook.",
      examples: ["First conversation with a head of operations"],
    }),
    summary: Words.optional().meta({ title: "Summary", description: "One or two sentences: for whom, when, and what makes it work." }),
    owner: Person.optional().meta({
      title: "Owner",
      description: "Who keeps this playbook true: a name and an email address. The owner cannot approve it.",
      examples: ["Dana Ortiz <dana@northwind.example>"],
    }),
    audience: Audience.prefault({}),
    motive: Motive.prefault({}),
    research: Research.prefault({}),
    "calling-hours": CallingHours.optional(),
    variables: z
      .record(z.string().regex(/^[a-z][a-z0-9_]*$/, "is not a variable name: use lower-case letters, digits and underscores"), Variable)
      .default({})
      .meta({
        title: "Variables",
        description:
          "The blanks in the messages, each with an example and, where it may be unknown, a fallback. Write `{{first_name}}` in a message.",
      }),
    touches: z.array(Touch).default([]).meta({ title: "Touches", description: "The cadence: each contact, in the order of its days." }),
    replies: Replies.prefault({}).meta({
      title: "Replies",
      description: "What the playbook does on each reply. Untyped, a no counts as considered.",
    }),
    afterwards: Afterwards.prefault({}),
    accepted: z.array(Acceptance).default([]).meta({
      title: "Accepted",
      description: "Findings that are a reading of prose and that you let stand, each with the reason. What is certain cannot be accepted.",
    }),
  })
  .meta({ title: "Cadence playbook", description: "One cadence for one situation and audience. The file name is its id and its address." });
