import { at, onPart } from "../model.ts";
import { type Slip, slipsOf } from "../paths/slips.ts";
import { told } from "../paths/story.ts";
import { planRule, yaml } from "../rule.ts";
import { counted, named } from "../wording.ts";

export default planRule({
  principle: "honest-take-away",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "Nothing follows a take-away.",
  why: "Whoever says goodbye and writes again did not mean it.",
  todo: "Take out what follows, or move the take-away to the end.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: bye, day: 9, channel: email, kind: take-away }
      replies:
        silence: stop
    `,
    yaml`
      touches:
        - { id: bye, day: 9, channel: email, kind: take-away }
                                                   ^^^^^^^^^ “bye” says goodbye, and then “one-more” follows.
        - { id: one-more, day: 15, channel: email }
    `,
    yaml`
      touches:
        - { id: bye, day: 9, channel: email, kind: take-away }
                                                   ^^^^^^^^^ “bye” says goodbye, and then 2 touches follow: “ping” and “pong”.
      replies:
        silence:
          touches:
            - { id: ping, day: 5, channel: email }
            - { id: pong, day: 9, channel: email }
          then: stop
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: bye, day: 9, channel: email, kind: take-away }
                                                   ^^^^^^^^^ “bye” says goodbye, and then “when-back” follows.
      replies:
        out-of-office:
          wait: until they are back
          touches: [{ id: when-back, day: 5, channel: email }]
          then: resume
    `,
  ],
  *check(_, { paths }) {
    const slips = slipsOf(paths(), "take-away");
    for (const [goodbye, those] of Map.groupBy(slips, ({ moments }) => goodbyeOf(moments))) {
      const [first] = those;
      if (!goodbye || !first) continue;
      const following = those.flatMap(({ last }) => last.moment.touches);
      const { story } = told(first.run);
      yield {
        at: at(goodbye, "kind"),
        what:
          following.length === 1
            ? `“${goodbye.id}” says goodbye, and then ${named(following)} follows.`
            : `“${goodbye.id}” says goodbye, and then ${counted(following.length, "touch", "touches")} follow${
                following.length < 4 ? `: ${named(following)}` : ""
              }.`,
        ...(story === undefined ? {} : { story }),
        related: following.map((touch) => ({ at: onPart(touch), message: `“${touch.id}” follows the take-away.` })),
        fixes: [
          { title: `Make “${goodbye.id}” an ordinary touch`, safe: false, changes: [{ set: at(goodbye, "kind").path, to: "standard" }] },
        ],
      };
    }
  },
});

/** The first goodbye of a run. */
const goodbyeOf = (moments: Slip["moments"]) => moments.flatMap(({ moment }) => moment.touches).find(({ kind }) => kind === "take-away");
