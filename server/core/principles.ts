/** The five articles the principles are drawn from. */
export const articles = {
  "professional-persistence": {
    title: "When Does Professional Persistence Become Badgering Harassment?",
    about: "the motive behind persisting (2011)",
  },
  "not-a-license": { title: "Persistence is not a license to stalk prospects", about: "progress, the negative option and the take-away" },
  "how-much": { title: "How much is too much?", about: "enough follow-ups, calm, light research and one small step at a time" },
  "art-of-persistence": { title: "The Art of Persistence in Sales", about: "saying why you call, varied channels and relevant content" },
  "evolution-persistence": {
    title: "Persistence: Part 5 of 8, The Evolution of the Modern Day Sales Professional",
    about: "the early no, “call me in six months” and silence",
  },
} as const;

export type Article = keyof typeof articles;

/** The ten principles of decent persistence, in the order the handbook teaches them. */
export const principles = {
  "serve-the-prospect": {
    title: "Serve the prospect, not the pocketbook",
    statement: "We persist only because it helps them, and we can say how.",
    articles: ["professional-persistence", "how-much", "evolution-persistence"],
  },
  "no-means-no": {
    title: "No means no, for now",
    statement: "A no ends the cadence on every channel. We come back after a rest, and only with something new.",
    articles: ["not-a-license", "professional-persistence", "evolution-persistence"],
  },
  "offer-a-no": {
    title: "Offer a negative option",
    statement: "Whoever is asked can say no with ease and keep their dignity.",
    articles: ["not-a-license"],
  },
  progress: {
    title: "Progress, do not repeat",
    statement: "Each touch moves one small step on from the last and brings something new.",
    articles: ["not-a-license", "how-much", "evolution-persistence"],
  },
  "honest-take-away": {
    title: "End with an honest take-away",
    statement: "The last touch says that it is the last, asks for nothing, and is the last.",
    articles: ["not-a-license"],
  },
  "right-dose": {
    title: "The right dose",
    statement: "Enough touches that nobody is dropped, never so many or so fast that anybody is hunted.",
    articles: ["not-a-license", "how-much", "art-of-persistence", "evolution-persistence"],
  },
  "say-why": {
    title: "Say why you are in touch",
    statement: "Every touch states its reason plainly. Checking in is not a reason.",
    articles: ["art-of-persistence", "evolution-persistence"],
  },
  "bring-value": {
    title: "Bring relevant value, by varied means",
    statement: "What we bring is worth their minute, and we do not always knock on the same door.",
    articles: ["art-of-persistence", "evolution-persistence"],
  },
  "calm-peer": {
    title: "Calm, peer to peer",
    statement: "We write as we would speak to a colleague: short, unhurried, without pressure.",
    articles: ["how-much", "not-a-license", "art-of-persistence", "evolution-persistence"],
  },
  prepared: {
    title: "Prepared and on record",
    statement: "We know enough before we begin, and every reply has an answer written down.",
    articles: ["how-much", "evolution-persistence"],
  },
} as const satisfies Record<string, { title: string; statement: string; articles: readonly Article[] }>;

export type Principle = keyof typeof principles;
