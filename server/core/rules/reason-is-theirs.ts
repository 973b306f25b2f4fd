import { gap } from "../mending.ts";
import { allTouches, at, onWords } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { shown } from "../wording.ts";

/** What only the seller counts, said so that it cannot be the prospect's. */
const OURS =
  /\b(?:our|my|the team'?s|sales) (?:quotas?|targets?|numbers?|pipeline|forecast|commissions?)\b|\bquota\b|\bcommissions?\b(?= (?:month|run|is|are|depends))|\b(?:close of|end of) (?:the|our|this) quarter\b|\b(?:more|most|better|higher) (?:repl(?:y|ies)|responses?|opens?|meetings|demos|deals)(?: rates?)?\b|\bopened more (?:often )?than\b|\b(?:close|win|land) (?:the|this|a|more) deals?\b|\b(?:get|book|land|set) (?:a|the|more|another) (?:demo|meeting)s?\b/i;

const FIELDS = ["reason", "value"] as const;

export default planRule({
  principle: "serve-the-prospect",
  articles: ["professional-persistence", "how-much"],
  kind: "heuristic",
  severity: "warning",
  summary: "The reason for a touch lies with the prospect.",
  why: "A reason that only helps us is none that the prospect would accept.",
  todo: "Write what is new or known about them, or take the touch out.",
  examples: [
    yaml`
      motive:
        benefit: They see before their quarter ends what a wrong order costs them.
      touches:
        - { id: hello, day: 1, channel: call, reason: Their buyer told a magazine that the deal with the carrier ends in May. }
    `,
    yaml`
      motive:
        benefit: They help us to close the deal this month.
                                 ^^^^^^^^^^^^^^ The benefit is ours: “close the deal”.
      touches:
        - { id: last-try, day: 1, channel: call, reason: It is the end of the quarter }
                                                                   ^^^^^^^^^^^^^^^^^^ The reason of “last-try” is ours: “end of the quarter”.
        - { id: bye, day: 9, channel: email, reason: Goodbyes get the most replies }
                                                                      ^^^^^^^^^^^^ The reason of “bye” is ours: “most replies”.
    `,
  ],
  *check(playbook) {
    const { motive } = playbook;
    const benefit = OURS.exec(motive.benefit ?? "");
    if (benefit)
      yield {
        at: onWords(motive, "benefit", ...ends(benefit)),
        what: `The benefit is ours: ${shown(benefit[0])}.`,
        fixes: [
          {
            title: "Begin a benefit that lies with them",
            safe: false,
            changes: [{ set: at(motive, "benefit").path, to: gap("what they take away even if they never buy") }],
          },
        ],
      };
    for (const touch of allTouches(playbook)) {
      for (const field of FIELDS) {
        const ours = OURS.exec(touch[field] ?? "");
        if (!ours || /\b(?:their|they)\b/i.test(touch[field] ?? "")) continue;
        yield {
          at: onWords(touch, field, ...ends(ours)),
          what: `The ${field} of “${touch.id}” is ours: ${shown(ours[0])}.`,
          fixes: [
            {
              title: `Begin a ${field} that lies with them`,
              safe: false,
              changes: [
                { set: at(touch, field).path, to: gap(field === "reason" ? "what is new or known about them" : "what they gain from it") },
              ],
            },
          ],
        };
      }
    }
  },
});

const ends = ({ index, 0: words }: RegExpExecArray): [number, number] => [index, index + words.length];
