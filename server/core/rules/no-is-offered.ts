import { easyNo } from "../mending.ts";
import { at } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { askWords, counted } from "../wording.ts";

export default rule({
  principle: "offer-a-no",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "Somewhere before the last touch, a no is offered as an answer.",
  why: "Whoever is only ever asked for a yes must argue or hide.",
  todo: "Put an easy no into the words of a touch, and copy it into its `negative-option`.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, ask: question, negative-option: A one-word no is plenty. }
        - { id: bye, day: 9, channel: email, kind: take-away }
    `,
    yaml`
      touches:
        - { id: guide, day: 1, channel: email, ask: none }
        - { id: bye, day: 9, channel: email, kind: take-away }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, ask: question }
                                                    ^^^^^^^^ “hello” asks for an answer, and nowhere is it made easy to say no.
        - { id: bye, day: 9, channel: email, kind: take-away }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, ask: question }
                                                    ^^^^^^^^ 2 touches ask for something, and none of them makes it easy to say no.
        - { id: call, day: 4, channel: call, ask: conversation }
        - { id: bye, day: 9, channel: email, kind: take-away }
    `,
  ],
  *check({ touches }) {
    const beforeLast = touches.length > 1 ? touches.slice(0, -1) : touches;
    const asking = beforeLast.filter(({ ask }) => ask !== "none");
    const [first] = asking;
    if (!first || beforeLast.some((touch) => touch["negative-option"] !== undefined)) return;
    yield {
      at: at(first, "ask"),
      what:
        asking.length === 1
          ? `“${first.id}” asks for ${askWords[first.ask]}, and nowhere is it made easy to say no.`
          : `${counted(asking.length, "touch", "touches")} ask for something, and none of them makes it easy to say no.`,
      fixes: [easyNo(first)],
    };
  },
});
