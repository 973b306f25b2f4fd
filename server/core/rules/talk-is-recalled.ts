import { gap, saidFirst } from "../mending.ts";
import { mainField, onPart, textsOf } from "../model.ts";
import { straight } from "../passages.ts";
import { rule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";

/** Words that call an earlier talk to mind, by what was said and never by how often we tried. */
const RECALLS =
  /\b(?:you|we) (?:asked|said|told|mentioned|wrote|spoke|talked|met|agreed|discussed|went|put|named|wanted|had|sent|ordered|signed|were|filled|ticked|chose|gave|tried|saw|showed)\b|\b(?:our|your|the) (?:\w+ )?(?:call|conversation|talk|meeting|question|notes?|visit|demo|proposal|email|message|order|request|trial|quote|offer)\b|\b(?:last|this) (?:week|month|year|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|time)\b|\bsince we\b|\bwhen we\b|\bthank you for\b|\bthanks for\b|\{\{[^{}]*(?:topic|question|last|note|said|asked|point|discuss|talk|month|project)[^{}]*\}\}/i;

export default rule({
  principle: "say-why",
  articles: ["art-of-persistence"],
  kind: "heuristic",
  severity: "warning",
  summary: "After a talk, the first touch calls to mind what it was about.",
  why: "They talk to many people, and a name alone brings nothing back.",
  todo: "Say in a sentence what you spoke about, or what they asked.",
  examples: [
    yaml`
      audience: { stage: contacted }
      touches:
        - { id: answer, day: 1, channel: email, message: You asked whether it works without a network. It does. }
    `,
    yaml`
      audience: { stage: contacted }
      touches:
        - { id: answer, day: 1, channel: email, message: Hello Priya. Twenty warehouses have counted their wrong picks. }
            ^^^^^^^^^^ “answer” is the first touch after a talk and does not say what the talk was about.
    `,
  ],
  *check({ audience, touches }) {
    if (audience.stage !== "contacted" && audience.stage !== "proposal") return;
    const first = timeline(touches)[0]?.touches ?? [];
    const texts = first.flatMap((touch) => textsOf(touch).map((one) => ({ ...one, touch })));
    const [touch] = first;
    const main = texts.find((one) => one.field === mainField(one.touch.channel));
    if (!touch || !main || texts.some(({ text }) => RECALLS.test(straight(text)))) return;
    yield {
      at: onPart(touch),
      what: `“${touch.id}” is the first touch after a talk and does not say what the talk was about.`,
      fixes: [
        saidFirst(
          main.touch,
          main.field,
          main.text,
          `When we spoke, you said ${gap("what they said, in their words")}.`,
          "Begin with what they said",
        ),
      ],
    };
  },
});
