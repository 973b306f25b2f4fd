import { gap, hasGap, saidFirst } from "../mending.ts";
import { mainField, onPart, textsOf } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { blanks } from "../variables.ts";
import { stems } from "../words.ts";

/** Blanks that a list of names fills without anybody looking anything up. */
const FROM_A_LIST =
  /(?:^|_)(?:name|company|title|city|industry|phone|email|link|url|sender|signature|calendar|unsubscribe|opt_?out)(?:_|$)|^(?:rep|my|our|sender)_/;

/** Words in common with what the research looks for that make a message speak of it. */
const ENOUGH = 2;

export default rule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "heuristic",
  severity: "info",
  summary: "The first touch of a cold cadence shows something found out about them.",
  why: "A message that fits everybody on a list was written for nobody on it.",
  todo: "Put a variable into its words for what the research finds, such as `{{review_month}}`.",
  examples: [
    yaml`
      audience: { stage: cold }
      touches:
        - { id: hello, day: 1, channel: email, message: "Your {{review_month}} review names a wrong item." }
    `,
    yaml`
      audience: { stage: cold }
      touches:
        - { id: hello, day: 1, channel: email, message: "Hello {{first_name}}, does {{company}} count its wrong picks?" }
            ^^^^^^^^^ “hello” is the first touch, and its words would fit anybody on the list.
    `,
    yaml`
      audience: { stage: contacted }
      touches:
        - { id: hello, day: 1, channel: email, message: "Hello {{first_name}}, here is the answer." }
    `,
  ],
  *check({ audience, research, touches }) {
    if (audience.stage !== "cold") return;
    const looked = stems([audience["start-when"], ...research.find].join(" "));
    const first = timeline(touches)[0]?.touches ?? [];
    const texts = first.flatMap((touch) => textsOf(touch).map((one) => ({ ...one, touch })));
    const [touch] = first;
    const main = texts.find((one) => one.field === mainField(one.touch.channel));
    if (
      !touch ||
      !main ||
      texts.some(({ text }) => hasGap(text) || speaksOf(text, looked) || blanks(text).some(({ name }) => !FROM_A_LIST.test(name)))
    )
      return;
    yield {
      at: onPart(touch),
      what: `“${touch.id}” is the first touch, and its words would fit anybody on the list.`,
      fixes: [
        saidFirst(
          main.touch,
          main.field,
          main.text,
          `${gap("what you found out about their business")}.`,
          "Begin with something found out about them",
        ),
      ],
    };
  },
});

const speaksOf = (text: string, looked: ReadonlySet<string>) => [...stems(text)].filter((one) => looked.has(one)).length >= ENOUGH;
