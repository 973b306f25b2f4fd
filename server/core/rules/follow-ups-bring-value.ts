import { gap } from "../mending.ts";
import { at, onPart, type Touch } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { counted, named } from "../wording.ts";

export default planRule({
  principle: "bring-value",
  articles: ["art-of-persistence", "evolution-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "At least half of the touches between the first and the last bring something of value.",
  why: "A reminder that we exist helps nobody; something they can use does.",
  todo: "Write under `value` what they gain from it, or name an `asset`.",
  caps: ["touches-with-value"],
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: count, day: 4, channel: linkedin, value: Their number beside twenty others }
        - { id: call, day: 9, channel: call }
        - { id: bye, day: 15, channel: email }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: count, day: 4, channel: linkedin, asset: pick-error-benchmark }
        - { id: call, day: 9, channel: call }
            ^^^^^^^^ Of the 3 touches between the first and the last, only 1 brings something of value.
        - { id: nudge, day: 15, channel: email }
        - { id: bye, day: 22, channel: email }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: nudge, day: 5, channel: email }
            ^^^^^^^^^ The touch between the first and the last brings nothing of value.
        - { id: bye, day: 15, channel: email }
    `,
  ],
  *check({ touches }, { caps }) {
    const between = timeline(touches).slice(1, -1);
    const bare = between.filter((moment) => !moment.touches.some(bringsValue));
    const [first] = bare;
    const bringing = between.length - bare.length;
    if (!first || bringing * 100 >= caps["touches-with-value"] * between.length) return;
    const enough = Math.ceil((caps["touches-with-value"] * between.length) / 100);
    const needed = bare.slice(0, enough - bringing).map(({ touches: [touch] }) => touch);
    yield {
      at: onPart(first.touches[0]),
      what:
        between.length === 1
          ? "The touch between the first and the last brings nothing of value."
          : `Of the ${counted(between.length, "touch", "touches")} between the first and the last, ${
              bringing === 0 ? "none brings" : bringing === 1 ? "only 1 brings" : `only ${bringing} bring`
            } something of value.`,
      fixes: [
        {
          title: `Begin to say what ${named(needed)} ${needed.length === 1 ? "brings" : "bring"}`,
          safe: false,
          changes: needed.map((touch) => ({ set: at(touch, "value").path, to: gap("what they gain from it even if they never buy") })),
        },
      ],
      related: bare.slice(1).map(({ touches: [one] }) => ({ at: onPart(one), message: `“${one.id}” brings nothing either.` })),
    };
  },
});

const bringsValue = (touch: Touch) => touch.value !== undefined || touch.asset !== undefined;
