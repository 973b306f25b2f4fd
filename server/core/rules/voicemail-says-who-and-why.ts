import { because, gap, hasGap, saidFirst } from "../mending.ts";
import { onKey, type Touch } from "../model.ts";
import { straight } from "../passages.ts";
import { rule, yaml } from "../rule.ts";
import { nothing, touchByTouch } from "../touch-by-touch.ts";

/** A name, or the blank where one goes, and the company after it. */
const WHO_AND_WHENCE =
  /(?:\p{Lu}[\p{L}'-]+|\}\})(?: (?:here|calling))?,? (?:at|from|with|of|over at)(?: the)? (?:\p{Lu}|\{\{)|\b(?:\p{Lu}[\p{L}&'-]+) (?:here)?,? ?(?:at|from|with|of) (?:\p{Lu}|\{\{)|\b(?:calling|I work|I'm|I am)\b[^.]{0,40}\b(?:from|at|with|for) (?:\p{Lu}|\{\{)/u;
/** Words after which a reason stands. */
const WHY =
  /\b(?:about|because|why|reason|regarding|concerning|with (?:a|an|two|three|one|the)|to (?:tell|let|ask|say|give|share|answer|explain)|you asked|you told|you said|you(?:'re| are) hiring|your|we're choosing|I'd like to know|leaving this|so that|corrected|changed)\b/i;

export default rule({
  principle: "say-why",
  articles: ["art-of-persistence"],
  kind: "heuristic",
  severity: "warning",
  summary: "A voicemail says who calls, from where, and why.",
  why: "A voice without a company and a reason is a riddle, and riddles are deleted.",
  todo: "Begin with your name, your company and the reason.",
  examples: [
    yaml`
      touches:
        - id: hello
          day: 1
          channel: call
          voicemail: Hello {{first_name}}, this is Jonah at Northwind. I am calling about the March review and will write.
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: voicemail, script: "Hello {{first_name}}, this is Jonah. Call me back." }
                                                   ^^^^^^ The voicemail of “hello” does not say from where and why you call.
        - { id: again, day: 4, channel: call, voicemail: "Hi, this is Jonah at Northwind. Speak soon." }
                                              ^^^^^^^^^ The voicemail of “again” does not say why you call.
    `,
  ],
  check: touchByTouch(nothing, function* (touch) {
    const left = voicemailOf(touch);
    if (!left) return;
    const text = straight(left.text);
    const named = WHO_AND_WHENCE.test(text);
    const explained = WHY.test(text);
    if ((named && explained) || hasGap(text)) return;
    yield {
      at: onKey(touch, left.field as never),
      what: `The voicemail of “${touch.id}” does not say ${[...(named ? [] : ["from where"]), ...(explained ? [] : ["why"])].join(" and ")} you call.`,
      fixes: [
        named
          ? saidFirst(touch, left.field, left.text, reasonOf(touch), "Begin with the reason")
          : saidFirst(touch, left.field, left.text, `${WHO} ${reasonOf(touch)}`, "Begin with name, company and reason"),
      ],
    };
  }),
});

const WHO = `This is ${gap("your name")} at ${gap("your company")}.`;
const reasonOf = (touch: Touch) => `I am calling because ${because(touch)}.`;

/** What is said to the machine. */
function voicemailOf(touch: Touch): { field: "voicemail" | "script"; text: string } | undefined {
  if (touch.channel === "call" && touch.voicemail !== undefined) return { field: "voicemail", text: touch.voicemail };
  if (touch.channel === "voicemail" && touch.script !== undefined) return { field: "script", text: touch.script };
  return undefined;
}
