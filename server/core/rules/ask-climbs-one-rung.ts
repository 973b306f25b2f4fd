import type { Fix } from "../finding.ts";
import { ASKS } from "../format/touch.ts";
import { type Ask, at, type Playbook, type Touch } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { askWords } from "../wording.ts";

/** The rung on which each stage already stands: whoever has spoken with us need not be asked for a talk first. */
const STANDS_ON: Readonly<Record<Playbook["audience"]["stage"], Ask>> = {
  cold: "reply",
  lapsed: "reply",
  contacted: "conversation",
  customer: "conversation",
  proposal: "proposal",
};

/** The fix that asks for the next rung and no more. */
const stepOf = (touch: Touch, next: Ask = "none"): readonly Fix[] => [
  { title: `Ask for ${askWords[next]} here`, safe: false, changes: [{ set: at(touch, "ask").path, to: next }] },
];

export default rule({
  principle: "progress",
  articles: ["how-much", "not-a-license"],
  kind: "certain",
  severity: "warning",
  summary: "What we ask for grows one small step at a time.",
  why: "People take a small next step and back away from a leap.",
  todo: "Ask for less here, or put the step between into an earlier touch.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, ask: question }
        - { id: call, day: 4, channel: call, ask: conversation }
        - { id: guide, day: 9, channel: email, ask: none }
        - { id: visit, day: 15, channel: email, ask: meeting }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, ask: question }
        - { id: offer, day: 4, channel: email, ask: proposal }
                                                    ^^^^^^^^ “offer” asks for leave to make a proposal; no earlier touch asks for more than an answer.
    `,
    yaml`
      touches:
        - { id: guide, day: 1, channel: email, ask: none }
        - { id: visit, day: 4, channel: email, ask: meeting }
                                                    ^^^^^^^ “visit” asks for a meeting; no earlier touch asks for anything.
    `,
    yaml`
      audience: { stage: contacted }
      touches:
        - { id: answer, day: 1, channel: email, ask: none }
        - { id: visit, day: 4, channel: call, ask: meeting }
    `,
  ],
  *check({ audience, touches }) {
    let highest = ASKS.indexOf(STANDS_ON[audience.stage]);
    let asked = 0;
    for (const [i, moment] of timeline(touches).entries()) {
      for (const touch of moment.touches) {
        const rung = ASKS.indexOf(touch.ask);
        const known = ASKS[asked] ?? "none";
        // The first touch has a rule of its own.
        if (i > 0 && rung > highest + 1)
          yield {
            at: at(touch, "ask"),
            what: `“${touch.id}” asks for ${askWords[touch.ask]}; no earlier touch asks for ${known === "none" ? "anything" : `more than ${askWords[known]}`}.`,
            fixes: stepOf(touch, ASKS[highest + 1]),
          };
      }
      asked = Math.max(asked, ...moment.touches.map(({ ask }) => ASKS.indexOf(ask)));
      highest = Math.max(highest, asked);
    }
  },
});
