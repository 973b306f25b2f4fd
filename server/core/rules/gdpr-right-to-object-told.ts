import { saysObjection } from "../laws/opt-out.ts";
import { mainField, onKey, textsOf } from "../model.ts";
import { lawRule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";

export default lawRule({
  law: { pack: "eu-gdpr", cite: "GDPR Art. 21(4)" },
  principle: "offer-a-no",
  kind: "heuristic",
  severity: "warning",
  summary: "The first touch tells them of their right to object.",
  why: "A right that nobody mentions is used by nobody.",
  todo: "Say in a line of its own that they can refuse them and how, in the first message at the latest.",
  examples: [
    yaml`
      touches:
        - id: hello
          day: 1
          channel: email
          message: |
            One of your reviews in March names a wrong item. Do you count them?

            You can object to messages like this at any time: one word is enough.
        - { id: later, day: 4, channel: email, message: The method fits on a page. }
    `,
    yaml`
      touches:
        - { id: call, day: 1, channel: call, script: Do you count wrong items? }
        - { id: in-writing, day: 1, channel: email, pairs-with: call, message: Reply with stop and I will not write again. }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, message: Do you count wrong items? A one-word no is plenty. }
                                               ^^^^^^^ The first touch, “hello”, does not say that they may refuse messages like it for good.
    `,
  ],
  *check({ touches }) {
    const [first] = timeline(touches);
    if (!first) return;
    const texts = first.touches.flatMap((touch) => textsOf(touch));
    if (texts.length === 0 || texts.some(({ text }) => saysObjection(text))) return;
    const [touch] = first.touches;
    yield {
      at: onKey(touch, mainField(touch.channel) as never),
      what: `The first touch, “${touch.id}”, does not say that they may refuse messages like it for good.`,
    };
  },
});
