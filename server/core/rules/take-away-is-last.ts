import { at, branchOf, onPart, type Playbook } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { linesOfTouches, type TouchLine } from "../touch-lines.ts";
import { counted, named } from "../wording.ts";

export default rule({
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
  ],
  *check(playbook) {
    for (const line of linesOfTouches(playbook)) {
      const moments = timeline(line.touches);
      const last = moments.findIndex(({ touches }) => touches.some(({ kind }) => kind === "take-away"));
      const goodbye = moments[last]?.touches.find(({ kind }) => kind === "take-away");
      const following = [...moments.slice(last + 1).flatMap(({ touches }) => touches), ...afterSilence(playbook, line)];
      if (!goodbye || following.length === 0) continue;
      yield {
        at: at(goodbye, "kind"),
        what:
          following.length === 1
            ? `“${goodbye.id}” says goodbye, and then ${named(following)} follows.`
            : `“${goodbye.id}” says goodbye, and then ${counted(following.length, "touch", "touches")} follow${
                following.length < 4 ? `: ${named(following)}` : ""
              }.`,
        related: following.map((touch) => ({ at: onPart(touch), message: `“${touch.id}” follows the take-away.` })),
        fixes: [
          { title: `Make “${goodbye.id}” an ordinary touch`, safe: false, changes: [{ set: at(goodbye, "kind").path, to: "standard" }] },
        ],
      };
    }
  },
});

/** Silence is what follows the main line when nobody answers: its touches come after the take-away. */
const afterSilence = ({ replies }: Playbook, { reply }: TouchLine) =>
  reply === undefined ? (branchOf(replies, "silence")?.touches ?? []) : [];
