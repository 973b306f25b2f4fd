import type { Change } from "../finding.ts";
import { onWords, type TextField, type Touch, textsOf } from "../model.ts";
import { remembered } from "../remembered.ts";
import { rule, yaml } from "../rule.ts";
import { nothing, touchByTouch } from "../touch-by-touch.ts";
import { listed } from "../wording.ts";

/** What nobody says to a colleague, with what they would say. Only words that have no other use in a letter. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/\bleverag(?:e|ing)\b(?= (?:the|our|your|this|these|existing|data|ai)\b)/gi, "use"],
  [/\butili[sz]e\b/gi, "use"],
  [/\butili[sz]ing\b/gi, "using"],
  [/\bsynerg(?:ies|istic)\b|\bsynergy(?= between)\b/gi, "common ground"],
  [/\bbest[- ](?:in|of)[- ](?:class|breed)\b/gi, "good"],
  [/\bworld[- ]class\b/gi, "good"],
  [/\b(?:cutting|bleeding)[- ]edge\b/gi, "new"],
  [/\bstate[- ]of[- ]the[- ]art\b/gi, "new"],
  [/\bnext[- ]gen(?:eration)?\b(?= (?:platform|solution|tool|software|technology))/gi, "new"],
  [/\bAI[- ]powered\b/gi, "automatic"],
  [/\bindustry[- ]leading\b/gi, "well-known"],
  [/\bgame[- ]chang(?:er|ing)\b/gi, "large change"],
  [/\bparadigm shift\b/gi, "change"],
  [/\bno[- ]brainer\b/gi, "easy choice"],
  [/\blow[- ]hanging fruit\b/gi, "first easy steps"],
  [/\bat your earliest convenience\b/gi, "when it suits you"],
  [/\bas per (?:my|our)\b/gi, "as in my"],
  [/\bmove the needle\b/gi, "make a difference"],
  [/\bvalue[- ]add(?:ed)?\b/gi, "use"],
  [/\bturn[- ]?key\b/gi, "ready"],
  [/\bbandwidth\b(?= (?:for|to|this|next)\b)/gi, "time"],
];

export default rule({
  principle: "calm-peer",
  articles: ["how-much"],
  kind: "heuristic",
  severity: "info",
  summary: "Messages use the words that colleagues use.",
  why: "Words that only sales letters use tell the reader that one has begun.",
  todo: "Say it as you would across a table.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, message: You can use the data you have. The network has bandwidth enough. }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, message: Our best-in-class tool lets you utilize your data. }
                                                            ^^^^^^^^^^^^^ The message of “hello” speaks like a brochure: “best-in-class” and 1 more.
    `,
    {
      message: {},
      text: yaml`
        Our best-in-class tool reads the data you have.
            ^^^^^^^^^^^^^ This speaks like a brochure: “best-in-class”.
      `,
    },
  ],
  *alone({ text }) {
    const found = stiffIn(text);
    const [first] = found;
    if (!first) return;
    yield {
      span: [first.index, first.index + first.said.length],
      what: `This speaks like a brochure: “${first.said}”${andMore(found.length)}.`,
      instead: { title: `Say “${first.plain}” instead`, words: instead(first) },
    };
  },
  check: touchByTouch(nothing, function* (touch) {
    for (const { field, text } of textsOf(touch)) yield* stiffWords(touch, field, text);
  }),
});

/** Whether any of them is in a text: in nearly none is one, and to ask once is quicker than to ask for each. */
const ANY = new RegExp(PLAIN.map(([words]) => words.source).join("|"), "i");

const stiffIn = remembered((text: string) =>
  ANY.test(text)
    ? PLAIN.flatMap(([words, plain]) => [...text.matchAll(words)].map(({ 0: said, index }) => ({ said, index, plain }))).sort(
        (a, b) => a.index - b.index,
      )
    : [],
);

const andMore = (count: number) => (count > 1 ? ` and ${count - 1} more` : "");

/** The plain words, with a capital where the text begins with the stiff ones. */
const instead = ({ said, index, plain }: { readonly said: string; readonly index: number; readonly plain: string }) =>
  /^\p{Lu}/u.test(said) && said !== said.toUpperCase() && index === 0 ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;

function* stiffWords(touch: Touch, field: TextField, text: string) {
  const found = stiffIn(text);
  const [first] = found;
  if (!first) return;
  const changes = found.map(
    ({ said, index, plain }): Change => ({
      replace: onWords(touch, field as never, index, index + said.length),
      with: instead({ said, index, plain }),
    }),
  );
  yield {
    at: onWords(touch, field as never, first.index, first.index + first.said.length),
    what: `The ${field} of “${touch.id}” speaks like a brochure: “${first.said}”${andMore(found.length)}.`,
    fixes: [{ title: `Say ${listed([...new Set(found.map(({ plain }) => `“${plain}”`))].slice(0, 3))} instead`, safe: false, changes }],
  };
}
