import { because, saidFirst } from "../mending.ts";
import { onKey, textsOf } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { nothing, touchByTouch } from "../touch-by-touch.ts";
import { stems } from "../words.ts";

/** The words within which a reader decides whether to go on. */
const EARLY = 40;
/** Words that announce a reason. */
const CUE =
  /\b(?:because|since|why|reason|you (?:asked|said|told|wrote|mentioned|put|signed|ticked|filled|wanted)|as (?:you|promised|agreed)|here(?:'s| is| are)|enclosed|attached|about|on the)\b/i;

export default rule({
  principle: "say-why",
  articles: ["art-of-persistence"],
  kind: "heuristic",
  severity: "info",
  summary: "The reason shows in the first lines.",
  why: "Nobody reads on for forty words to find out why they were written to.",
  todo: "Move the sentence that says why to the top.",
  examples: [
    yaml`
      touches:
        - id: review
          day: 1
          channel: email
          reason: Their March review names a wrong item.
          message: |
            Hello {{first_name}},

            A review of yours from March names a wrong item. We counted such errors in twenty warehouses of your size, and
            the middle one had four in a thousand order lines. The whole table can be read without a form. Do you know
            your own number?
    `,
    yaml`
      touches:
        - id: review
          day: 1
          channel: email
          reason: Their March review names a wrong item.
          message: |
          ^^^^^^^ The first 40 words of “review” do not say why it is sent.
            Hello {{first_name}},

            Northwind was founded eleven years ago in Ohio by two engineers. Today there are ninety of us in four
            countries, and every week another team joins. Our platform has nine modules which can be bought alone or
            together. It works with most systems. A wrong item in a March review made me think of it.
    `,
  ],
  check: touchByTouch(nothing, function* (touch) {
    if (touch.reason === undefined || touch.kind !== "standard") return;
    const about = stems([touch.reason, touch.value, touch.asset, "subject" in touch ? touch.subject : undefined].join(" "));
    for (const { field, text } of textsOf(touch)) {
      if (field !== "message") continue;
      // One more than are looked at tells that there are more.
      const words = text.trim().split(/\s+/, EARLY + 1);
      const early = words.slice(0, EARLY).join(" ");
      if (words.length <= EARLY || CUE.test(early) || [...stems(early)].some((one) => about.has(one))) continue;
      yield {
        at: onKey(touch, field as never),
        what: `The first ${EARLY} words of “${touch.id}” do not say why it is sent.`,
        fixes: [saidFirst(touch, field, text, `I am writing because ${because(touch)}.`, "Begin with the reason")],
      };
    }
  }),
});
