import { gap } from "../mending.ts";
import { writingRule, yaml } from "../rule.ts";

/** A touch to begin with: its words are the author's. */
const FIRST = [{ id: "first-touch", day: 1, channel: "email", reason: gap("why you write today"), message: gap("what you write") }];

export default writingRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "A playbook has touches in it.",
  why: "Where nothing is written down, everybody makes it up as they go.",
  todo: "Begin with `title:` and `touches:`.",
  examples: [
    yaml`
      title: First conversation
      touches:
        - { id: hello, day: 1, channel: call }
    `,
    yaml`
      title: First conversation
      ^^^^^^^^^^^^^^^^^^^^^^^^^ This playbook has no touches.
    `,
    yaml`
      touches: []
      ^^^^^^^ This playbook has no touches.
    `,
    "\n^ This file is empty.",
    yaml`
      # Notes for later
      ^^^^^^^^^^^^^^^^^ This file is empty.
    `,
    yaml`
      Call them until they pick up.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This file is not made of keys and values.
    `,
    { file: "config", text: "" },
  ],
  *check({ source, misfits, kind }) {
    // A configuration may well say nothing: then everything is as a careful person would have it.
    const asked = kind === "playbook" ? undefined : kind === "assets" ? "Begin with `assets:`." : "Begin with a key such as `handbook:`.";
    const todo = asked === undefined ? {} : { todo: asked };
    for (const { kind: flaw, span } of source.flaws) {
      if (flaw === "empty" && kind !== "config") yield { at: span, what: "This file is empty.", ...todo };
      if (flaw === "not-a-map") yield { at: span, what: "This file is not made of keys and values.", ...todo };
    }
    if (!source.sound || kind !== "playbook") return;
    const touches = (source.value as { touches?: unknown }).touches ?? [];
    const misspelt = misfits.some((misfit) => misfit.kind === "unknown-key" && misfit.known.length === 1 && misfit.known[0] === "touches");
    if (Array.isArray(touches) && touches.length === 0 && !misspelt)
      yield {
        at: { path: ["touches"], on: "key" },
        what: "This playbook has no touches.",
        todo: "Write the first one under `touches:`, with an `id`, a `day` and a `channel`.",
        fixes: [{ title: "Begin with a first touch", safe: false, changes: [{ set: ["touches"], to: FIRST }] }],
      };
  },
});
