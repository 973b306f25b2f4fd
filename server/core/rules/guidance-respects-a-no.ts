import type { Fix } from "../finding.ts";
import { cutOf } from "../mending.ts";
import { allTouches, branchesOf, onWords, type Playbook, pathOf, type ReplyName } from "../model.ts";
import { straight, trimmed } from "../passages.ts";
import { sentencesOf } from "../prose/tokens.ts";
import { rule, yaml } from "../rule.ts";
import { shown } from "../wording.ts";

/** What teaches a rep not to hear a no, wherever it stands. */
const DEAF =
  /\b(?:never|(?:don't|do not|won't) (?:take|accept)|refuse) (?:(?:take|taking|accept) )?(?:a )?no\b(?: for an answer)?|\bno (?:only |just |really )?means\b|\bkeep (?:on )?(?:calling|emailing|writing|texting|trying|dialing|ringing|pushing|following up|at (?:it|them))\b[^.]{0,40}\b(?:until|till)\b|\b(?:until|till) they (?:give in|cave|say yes|break)\b|\b(?:push|get|go) (?:past|around|over) (?:it|the no|their no|a no|the objection)\b|\bwear (?:them|him|her) down\b/i;

/** After a refusal, another door to the same person. */
const DODGE =
  /\b(?:switch to|use|try|from|with) (?:a|an|the|another|your|their|his|her)? ?(?:other|second|personal|private|different|new|cell|mobile)\b[^.]{0,20}\b(?:number|address|email|line|account|domain|phone)\b/i;
const REFUSALS: ReadonlySet<ReplyName> = new Set(["no", "reflex-no", "opt-out"]);

/** Said before it, these turn the advice around. */
const TURNED = /\b(?:never|don't|do not|not|nor|without|instead of|stop|no need to)\b[^.,;]{0,25}$/i;

export default rule({
  principle: "no-means-no",
  articles: ["professional-persistence", "not-a-license"],
  kind: "heuristic",
  severity: "warning",
  summary: "What reps are told respects a no.",
  why: "Reps do what the playbook says, and this tells them not to hear.",
  todo: "Tell them to thank the person and stop.",
  examples: [
    yaml`
      replies:
        no: { do: Thank them. Don't push past it and never try another number., then: stop }
        bounce: { do: Try the other address on their contact page once., then: stop }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: call, guidance: Never take no for an answer. }
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ This tells reps not to hear a no: “Never take no for an answer”.
      replies:
        not-now: { do: Note their month. Keep calling until they pick up., then: return }
                                         ^^^^^^^^^^^^^^^^^^ This tells reps not to hear a no: “Keep calling until”.
        opt-out: { do: Switch to the other sending address., then: suppress }
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This tells reps not to hear a no: “Switch to the other sending address”.
    `,
  ],
  *check(playbook) {
    for (const { part, field, text, refused } of notesIn(playbook)) {
      if (!DEAF.test(text) && !(refused && DODGE.test(text))) continue;
      for (const { start, end } of sentencesOf(text)) {
        const sentence = trimmed(text, start, end);
        const found = DEAF.exec(sentence.text) ?? (refused ? DODGE.exec(sentence.text) : null);
        if (!found || TURNED.test(sentence.text.slice(0, found.index))) continue;
        const from = sentence.from + found.index;
        yield {
          at: onWords(part, field as never, from, from + found[0].length),
          what: `This tells reps not to hear a no: ${shown(text.slice(from, from + found[0].length))}.`,
          fixes: [instead(part, field, text, sentence, refused)],
        };
      }
    }
  },
});

type Note = { readonly part: object; readonly field: "guidance" | "do"; readonly text: string; readonly refused: boolean };

/** What reps are told and no prospect reads. */
const notesIn = (playbook: Playbook): readonly Note[] =>
  [
    ...allTouches(playbook).map((touch) => ({ part: touch, field: "guidance" as const, text: touch.guidance, refused: false })),
    ...branchesOf(playbook).map(({ part, do: text, reply }) => ({ part, field: "do" as const, text, refused: REFUSALS.has(reply) })),
  ].flatMap(({ text, ...note }) => (text === undefined ? [] : [{ ...note, text: straight(text) }]));

function instead(part: object, field: Note["field"], text: string, sentence: { from: number; to: number }, refused: boolean): Fix {
  if (refused)
    return {
      title: "Tell them to thank the person and stop",
      safe: false,
      changes: [{ replace: onWords(part, field as never, sentence.from, sentence.to), with: "Thank them, and stop." }],
    };
  const cut = cutOf(text, sentence) ?? (sentence.to - sentence.from < text.trim().length ? sentence : undefined);
  return {
    title: "Leave the sentence out",
    safe: false,
    changes: [cut ? { replace: onWords(part, field as never, cut.from, cut.to), with: "" } : { remove: [...pathOf(part), field] }],
  };
}
