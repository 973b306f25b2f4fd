import { lastsOf } from "../last-said.ts";
import { leftOut } from "../mending.ts";
import { onWords, pathOf } from "../model.ts";
import { slipsOf } from "../paths/slips.ts";
import { told } from "../paths/story.ts";
import { rule, yaml } from "../rule.ts";
import { shown } from "../wording.ts";

export default rule({
  principle: "honest-take-away",
  articles: ["not-a-license"],
  kind: "heuristic",
  severity: "error",
  summary: "Only the last touch says that it is the last.",
  why: "A last message that another one follows makes everything we say doubtful.",
  todo: "Take the words out, or take out what follows.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, message: "The table is attached. If it is a no, I won't write again." }
        - { id: bye, day: 9, channel: email, message: This is my last note on wrong picks. The table stays yours. }
    `,
    yaml`
      touches:
        - { id: nudge, day: 1, channel: email, message: The table you may want is attached. This is my last email. }
                                                                                            ^^^^^^^^^^^^^^^^^^^^^ “nudge” says that it is the last (“This is my last email”), and “more” follows.
        - { id: more, day: 9, channel: email, message: Here is the method. }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, message: The table you may want is attached. }
        - { id: more, day: 9, channel: email, message: Here is the method. }
      replies:
        not-now:
          touches: [{ id: parting, day: 2, channel: email, message: Thank you. This is my last email. }]
                                                                               ^^^^^^^^^^^^^^^^^^^^^ “parting” says that it is the last (“This is my last email”), and “more” follows.
          then: resume
    `,
  ],
  *check(playbook, { paths }) {
    const lasts = [...lastsOf(playbook)];
    // Nobody says so: there are no runs to look at.
    if (lasts.length === 0) return;
    for (const { touch: where, run, last } of slipsOf(paths(), "last")) {
      // The runs may have been followed when the touch said it in other words.
      const [touch, said] = lasts.find(([one]) => JSON.stringify(pathOf(one)) === JSON.stringify(pathOf(where))) ?? [];
      // A take-away that something follows is the business of another rule.
      if (!touch || !said || touch.kind === "take-away") continue;
      const { field, message } = said.passage;
      yield {
        at: onWords(touch, field as never, said.start, said.end),
        what: `“${touch.id}” says that it is the last (${shown(message.slice(said.start, said.end))}), and “${last.moment.touches[0].id}” follows.`,
        fixes: leftOut(touch, field, message, said.passage),
        ...told(run),
      };
    }
  },
});
