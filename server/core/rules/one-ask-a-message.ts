import { cutOf } from "../mending.ts";
import { onWords, type Touch } from "../model.ts";
import { type Passage, passagesOf } from "../passages.ts";
import { rule, yaml } from "../rule.ts";
import { counted } from "../wording.ts";

/** A question may be sharpened by a second one. */
const MOST = 2;

export default rule({
  principle: "calm-peer",
  articles: ["how-much"],
  kind: "heuristic",
  severity: "info",
  summary: "A message asks one thing.",
  why: "Of three questions none is answered, because each waits for the others.",
  todo: "Keep the question you most need answered.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, message: "Do you count wrong picks? If so, do you know your number?" }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, message: "Do you count wrong picks? Who does it? What do you use?" }
                                                                                                ^^^^^^^^^^^^^^^^ “hello” asks 3 questions in one message.
    `,
  ],
  *check(playbook) {
    const questions = Map.groupBy(
      passagesOf(playbook).filter(({ field, text }) => field === "message" && text.endsWith("?")),
      ({ touch }: Passage): Touch => touch,
    );
    for (const [touch, asked] of questions) {
      const [third, ...more] = asked.slice(MOST);
      if (!third) continue;
      const cuts = [third, ...more].flatMap((one) => cutOf(one.message, one) ?? []);
      yield {
        at: onWords(touch, third.field as never, third.from, third.to),
        what: `“${touch.id}” asks ${counted(asked.length, "question")} in one message.`,
        related: asked
          .slice(0, MOST)
          .map((one) => ({ at: onWords(touch, one.field as never, one.from, one.to), message: "A question before it." })),
        fixes:
          cuts.length <= more.length
            ? []
            : [
                {
                  title: more.length > 0 ? "Leave out the questions after the second" : "Leave out the third question",
                  safe: false,
                  changes: cuts.map(({ from, to }) => ({ replace: onWords(touch, third.field as never, from, to), with: "" })),
                },
              ],
      };
    }
  },
});
