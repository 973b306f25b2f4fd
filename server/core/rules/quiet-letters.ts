import { onWords, type Playbook, type TextField, type Touch, textsOf } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { touchByTouch } from "../touch-by-touch.ts";
import { blanks } from "../variables.ts";
import { counted } from "../wording.ts";

/** Words in capitals that are no abbreviations such as VAT and OSHA, however short. */
const EVERYDAY = new Set(
  (
    "ALWAYS BEST BONUS CALL CHEAP CLICK DEAL DONT EASY EVER EVERY EXTRA FINAL FIRST FREE GIFT GREAT HELP HUGE HURRY JUST LAST LIMIT " +
    "LOOK LOVE MAKE MORE MUCH MUST NEED NEVER NEXT NOTE ONCE ONLY OPEN OFFER PLEASE PRICE READ REALLY REPLY SALE SAVE SEND SOON " +
    "STILL STOP THAT THEM THIS TIME TODAY TRUST URGENT VERY WAIT WANT WEEK WHEN WITH WORK YOUR"
  ).split(" "),
);
/** Longer names that are written in capitals and can be spoken as a word. */
const NAMES = new Set(["EBITDA", "UNESCO", "UNICEF", "INCOTERMS", "REACH", "COVID"]);

export default rule({
  principle: "calm-peer",
  articles: ["how-much", "not-a-license"],
  // Whether capitals shout or abbreviate is a reading, so it never blocks.
  kind: "heuristic",
  severity: "warning",
  summary: "No everyday word stands in capitals.",
  why: "Capitals shout, and nobody shouts at a colleague.",
  todo: "Write it in small letters.",
  caps: ["letters-of-a-name"],
  examples: [
    yaml`
      touches:
        - id: hello
          day: 1
          channel: email
          subject: OSHA and GDPR, what changes in March
          message: |
            The VAT rules for LARKSPUR change in March.
            To leave this list, reply STOP.
      variables:
        company: { example: LARKSPUR }
    `,
    yaml`
      touches:
        - id: hello
          day: 1
          channel: email
          subject: LAST CHANCE for you
                   ^^^^ “LAST” and 1 other word stand in capitals in the subject of “hello”.
          message: |
            This is URGENT.
                    ^^^^^^ “URGENT” stands in capitals in the message of “hello”.
    `,
    {
      message: {},
      text: yaml`
        Hello, this is URGENT. The VAT rules change.
                       ^^^^^^ “URGENT” stands in capitals.
      `,
    },
  ],
  *alone({ text }, caps) {
    const shouted = loudIn(text, (word) => isShouted(word.replace(/['’]/g, ""), caps["letters-of-a-name"]));
    const [first] = shouted;
    if (!first) return;
    yield {
      span: [first.index, first.index + first[0].length],
      what: `“${first[0]}”${standing(shouted.length)} in capitals.`,
      instead: { title: "Write it in small letters", words: quiet(first[0], text.slice(0, first.index)) },
    };
  },
  check: touchByTouch(
    (playbook, { caps }) => [caps["letters-of-a-name"], ...namesOf(playbook)].join(" "),
    function* (touch, given) {
      const [longest, ...names] = given.split(" ");
      const shouted = (word: string) => !names.includes(word) && isShouted(word.replace(/['’]/g, ""), Number(longest));
      for (const { field, text } of textsOf(touch)) yield* capitals(touch, field, text, shouted);
    },
  ),
});

/** The words of a text that stand in capitals. */
function loudIn(text: string, isLoud: (word: string) => boolean) {
  const filled = blanks(text);
  return [...text.matchAll(/(?<![\p{L}\p{N}.@/&_-])\p{Lu}[\p{Lu}'’]+(?![\p{L}\p{N}&_-])/gu)].filter(
    ({ 0: word, index }) =>
      isLoud(word) && !filled.some(({ from, to }) => index >= from && index < to) && !NAMES_THE_ANSWER.test(text.slice(0, index)),
  );
}

const standing = (count: number) => (count > 1 ? ` and ${counted(count - 1, "other word")} stand` : " stands");

function* capitals(touch: Touch, field: TextField, text: string, isLoud: (word: string) => boolean) {
  const shouted = loudIn(text, isLoud);
  const [first] = shouted;
  if (!first) return;
  yield {
    at: onWords(touch, field as never, first.index, first.index + first[0].length),
    what: `“${first[0]}”${standing(shouted.length)} in capitals in the ${field} of “${touch.id}”.`,
    fixes: [
      {
        title: shouted.length > 1 ? "Write them in small letters" : "Write it in small letters",
        safe: false,
        changes: shouted.map(({ 0: word, index }) => ({
          replace: onWords(touch, field as never, index, index + word.length),
          with: quiet(word, text.slice(0, index)),
        })),
      },
    ],
  };
}

/** A word in small letters, with a capital where a sentence begins. */
const quiet = (word: string, before: string) =>
  /(?:^|[.!?…]["'”’)]*\s+|\n\s*)$/.test(before) ? word.charAt(0) + word.slice(1).toLowerCase() : word.toLowerCase();

/** «Reply STOP» says which word to send. */
const NAMES_THE_ANSWER = /\b(?:reply|replying|text|texting|send|write|answer)(?: back)?(?: with)?\s+["“'‘]?$/i;

/** Whether a word in capitals is no abbreviation: it has vowels, and is an everyday word or too long for a name. */
function isShouted(letters: string, longestName: number): boolean {
  return EVERYDAY.has(letters) || (letters.length > longestName && /[AEIOU]/.test(letters) && !NAMES.has(letters));
}

/** Words the author writes in capitals when speaking of the prospect: names of companies and of things. */
function namesOf({ title, summary, audience, motive, research, variables }: Playbook): ReadonlySet<string> {
  const said = JSON.stringify([title, summary, audience, motive, research, variables]);
  return new Set(said.match(/\p{Lu}[\p{Lu}'’]+/gu) ?? []);
}
