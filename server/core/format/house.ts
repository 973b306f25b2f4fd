import * as z from "zod";
import { patternOf } from "../pattern.ts";
import { choice, Words } from "./terms.ts";

/** The texts in which a house phrase is looked for. */
const texts = {
  message: "Words that are sent.",
  subject: "Subject lines.",
  script: "Words that are said.",
  voicemail: "What is left on voicemail.",
  guidance: "Notes for the rep, never sent.",
} as const;

const Pattern = z.string().superRefine((written, { addIssue }) => {
  const pattern = patternOf(written);
  if (typeof pattern === "string") addIssue({ code: "custom", message: pattern });
});

const everyPhrase = {
  because: Words.meta({
    title: "Because",
    description: "Why, in a sentence. Authors read it with the finding.",
    examples: ["Buyers told us that it sounds like a bank."],
  }),
  severity: choice({
    hint: "A faint mark in the editor, and nothing more.",
    info: "A note: worth a thought.",
    warning: "Fix it, or tell the approver why not.",
    error: "Put it right.",
  })
    .optional()
    .meta({ title: "Severity", description: "How loud this one phrase is. Left out: as loud as its rule." }),
  in: z
    .array(choice(texts))
    .optional()
    .meta({ title: "In", description: "The texts in which it counts. Left out: all of them.", examples: [["message", "subject"]] }),
};

const Avoided = z
  .strictObject({
    phrase: Words.optional().meta({
      title: "Phrase",
      description: "The words to avoid, in any of their forms: `circle back` is also found in “circling back”.",
      examples: ["circle back"],
    }),
    pattern: Pattern.optional().meta({
      title: "Pattern",
      description:
        "For those who know regular expressions, instead of a phrase: RE2 syntax, run over the text with capitals making no difference.",
      examples: ["\\bguarantee[ds]?\\b"],
    }),
    instead: Words.optional().meta({
      title: "Instead",
      description: "The words to write instead. The editor offers them.",
      examples: ["write again"],
    }),
    ...everyPhrase,
  })
  .meta({ title: "A phrase to avoid", description: "Words that your team does not use, and why." });

const Preferred = z
  .strictObject({
    phrase: Words.meta({ title: "Phrase", description: "The words your team uses.", examples: ["returns desk"] }),
    over: z.array(Words).meta({
      title: "Over",
      description: "The words they stand in for, in any of their forms.",
      examples: [["returns department", "reverse logistics team"]],
    }),
    ...everyPhrase,
  })
  .meta({ title: "A phrase to prefer", description: "Words that your team uses, over which others, and why." });

/** The words a team avoids and prefers. */
export const PhrasesSchema = z
  .strictObject({
    avoid: z.array(Avoided).default([]).meta({ title: "Avoid", description: "Words that your team does not use." }),
    prefer: z.array(Preferred).default([]).meta({ title: "Prefer", description: "Words that your team uses in the place of others." }),
  })
  .meta({ title: "Phrases", description: "The words your team avoids and prefers, each with the reason." });
