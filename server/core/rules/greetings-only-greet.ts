import type { Fix } from "../finding.ts";
import { at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { linesOfTouches } from "../touch-lines.ts";
import { askWords, counted } from "../wording.ts";

/** Business days in most of a year: a birthday comes once. */
const A_YEAR = 240;

export default planRule({
  principle: "bring-value",
  articles: ["art-of-persistence", "evolution-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "A greeting goes to somebody we know, asks for nothing, and comes once a year.",
  why: "A birthday card with a request in it is a request with a birthday in it.",
  todo: "Let it greet and nothing else, or make it an ordinary touch.",
  examples: [
    yaml`
      audience: { stage: contacted }
      touches:
        - { id: card, day: 20, channel: post, kind: greeting, ask: none }
    `,
    yaml`
      audience: { stage: customer }
      touches:
        - { id: card, day: 20, channel: post, kind: greeting, ask: meeting }
                                                                   ^^^^^^^ “card” is a greeting and asks for a meeting.
        - { id: new-year, day: 60, channel: email, kind: greeting, asset: price-list }
                               ^^ “new-year” greets 40 business days after “card” did.
                                                                          ^^^^^^^^^^ “new-year” is a greeting and brings “price-list”.
    `,
    yaml`
      audience: { stage: cold }
      touches:
        - { id: birthday, day: 1, channel: post, kind: greeting }
                                                       ^^^^^^^^ “birthday” greets somebody who has never met us.
    `,
  ],
  *check(playbook) {
    for (const { reply, touches } of linesOfTouches(playbook)) {
      const greetings = touches.filter(({ kind }) => kind === "greeting");
      for (const [i, touch] of greetings.entries()) {
        const before = greetings[i - 1];
        const ordinary: Fix = {
          title: `Make “${touch.id}” an ordinary touch`,
          safe: false,
          changes: [{ set: at(touch, "kind").path, to: "standard" }],
        };
        if (playbook.audience.stage === "cold" && reply === undefined)
          yield { at: at(touch, "kind"), what: `“${touch.id}” greets somebody who has never met us.`, fixes: [ordinary] };
        if (touch.ask !== "none")
          yield {
            at: at(touch, "ask"),
            what: `“${touch.id}” is a greeting and asks for ${askWords[touch.ask]}.`,
            fixes: [
              { title: `Let “${touch.id}” ask for nothing`, safe: false, changes: [{ set: at(touch, "ask").path, to: "none" }] },
              ordinary,
            ],
          };
        if (touch.asset !== undefined)
          yield {
            at: at(touch, "asset"),
            what: `“${touch.id}” is a greeting and brings “${touch.asset}”.`,
            fixes: [{ title: "Leave the asset out", safe: false, changes: [{ remove: at(touch, "asset").path }] }, ordinary],
          };
        if (before && touch.day - before.day < A_YEAR)
          yield {
            at: at(touch, "day"),
            what: `“${touch.id}” greets ${counted(touch.day - before.day, "business day")} after “${before.id}” did.`,
            fixes: [ordinary],
          };
      }
    }
  },
});
