import type { Data } from "../finding.ts";
import type { ReplyName, Touch } from "../model.ts";
import { at } from "../model.ts";
import { sayReply } from "../paths/story.ts";
import { planRule, yaml } from "../rule.ts";
import { type Moment, timeline } from "../timeline.ts";
import { listed } from "../wording.ts";

/** The replies that happen in every cadence, each with the most careful answer. */
const EXPECTED: readonly (readonly [ReplyName, Data])[] = [
  ["interested", "hand-over"],
  ["meeting-booked", "hand-over"],
  // biome-ignore lint/suspicious/noThenProperty: `then` is a word of the format; the answer is data and is never awaited.
  ["not-now", { wait: "until their date", "if-no-date": "90 days", then: "return" }],
  ["no", "stop"],
  ["opt-out", "suppress"],
  ["silence", "stop"],
  ["wrong-person", "stop"],
  // biome-ignore lint/suspicious/noThenProperty: as above.
  ["out-of-office", { wait: "until they are back", then: "resume" }],
  ["bounce", "stop"],
];

export default planRule({
  principle: "prepared",
  articles: ["evolution-persistence", "not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "Every reply a prospect can give has its answer in the playbook.",
  why: "Where no answer is written down, the sequence runs on over whatever they said.",
  todo: "Say under `replies` how each of them ends.",
  examples: [
    yaml`
      replies:
        interested: hand-over
        meeting-booked: hand-over
        not-now: { wait: until their date, if-no-date: 90 days, then: return }
        no: stop
        opt-out: suppress
        silence: stop
        wrong-person: stop
        out-of-office: { wait: until they are back, then: resume }
        bounce: stop
    `,
    yaml`
      replies:
      ^^^^^^^ Nothing is said about not-now, silence and bounce.
        interested: hand-over
        meeting-booked: hand-over
        no: stop
        opt-out: suppress
        wrong-person: stop
        out-of-office: { wait: until they are back, then: resume }
    `,
    yaml`
      title: First conversation
      ^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing is said about interested, meeting-booked, not-now, no, opt-out, silence, wrong-person, out-of-office and bounce.
    `,
    yaml`
      replies: { interested: hand-over, meeting-booked: hand-over, not-now: return, no: stop, opt-out: suppress, silence: stop, wrong-person: stop, out-of-office: resume }
      ^^^^^^^ Nothing is said about bounce.
    `,
  ],
  *check({ replies, touches }) {
    const missing = EXPECTED.filter(([reply]) => replies[reply] === undefined);
    if (missing.length === 0) return;
    yield {
      at: { path: ["replies"], on: "key" },
      what: `Nothing is said about ${listed(missing.map(([reply]) => reply))}.`,
      ...runsOn(touches, missing[0]?.[0]),
      fixes: [
        {
          title: `Answer ${missing.length > 3 ? `all ${missing.length}` : listed(missing.map(([reply]) => reply))} the careful way`,
          safe: false,
          changes: missing.map(([reply, to]) => ({ set: at(replies, reply).path, to })),
        },
      ],
    };
  },
});

/** What happens where no answer is written down: the next touch comes as if nothing had been said. */
function runsOn(touches: readonly Touch[], reply: ReplyName | undefined) {
  const [first, second] = timeline(touches);
  if (!first || !second || reply === undefined || reply === "silence") return {};
  const say = (moment: Moment) => `Day ${moment.day}: ${listed(moment.touches.map(({ channel, id }) => `${channel} “${id}”`))}.`;
  return { story: `${say(first)} ${sayReply(reply)} Nothing is written down for that. ${say(second)}` };
}
