import type { Fix, Remark } from "../finding.ts";
import { easyNo } from "../mending.ts";
import { at, type Branch, branchOf, type Channel, onPart, type Playbook, pathOf } from "../model.ts";
import { shortest } from "../paths/slips.ts";
import { rule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { counted, listed } from "../wording.ts";

/** Channels on which an answer is still in the same conversation. */
const FAMILY: Readonly<Record<Channel, string>> = {
  call: "phone",
  voicemail: "phone",
  email: "email",
  video: "email",
  event: "email",
  linkedin: "LinkedIn",
  sms: "text message",
  post: "post",
};

/** A no is a reflex only when it comes this early. */
const EARLY_TOUCHES = 2;

export default rule({
  principle: "no-means-no",
  articles: ["evolution-persistence", "not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "A reflex no is answered once at most, by a person who has grounds, and then we stop.",
  why: "A quick no may get one honest answer; anything more is arguing.",
  todo: "Keep one answer with evidence and an easy no, or write `reflex-no: stop`.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
      replies:
        reflex-no:
          touches:
            - { id: one-answer, day: 1, channel: email, negative-option: A second no is fine. }
          then: stop
          evidence: Their job post asks for two returns clerks.
    `,
    yaml`
      replies:
        reflex-no: stop
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: more, day: 4, channel: email }
        - { id: call, day: 9, channel: call }
      replies:
        reflex-no:
        ^^^^^^^^^ An answer to a quick no is planned, but no evidence for it is given.
          touches:
            - id: by-phone
              ^^^^^^^^^^^^ “by-phone” does not offer an easy no.
              day: 1
              channel: call
                       ^^^^ “by-phone” comes by phone, where the no was not given: the first touches go by email.
              mode: automatic
                    ^^^^^^^^^ “by-phone” goes out automatically.
            - id: again
              ^^^^^^^^^ A quick no is answered 2 times here; “again” is one too many.
              day: 5
              channel: email
          then: resume
                ^^^^^^ After the answer to a quick no this playbook says “resume”.
    `,
    yaml`
      replies:
        reflex-no: return
                   ^^^^^^ After a quick no this playbook says “return”.
    `,
  ],
  *check(playbook, { paths }) {
    const { replies } = playbook;
    const branch = branchOf(replies, "reflex-no");
    if (!branch) return;
    for (const remark of ofEnd(playbook, branch))
      yield { ...remark, ...shortest(paths(), "reflex", ({ last }) => last.line.branch?.reply !== "reflex-no") };
    const [answer, second] = branch.touches;
    if (!answer) return;
    yield* ofAnswer(playbook, answer);
    if (branch.evidence === undefined)
      yield {
        at: { path: pathOf(branch.part), on: "key" },
        what: "An answer to a quick no is planned, but no evidence for it is given.",
        todo: "Write under `evidence` what you know about this account, or write `reflex-no: stop`.",
        fixes: [stopAtOnce(playbook)],
      };
    if (second)
      yield {
        ...shortest(paths(), "reflex", ({ last }) => last.line.branch?.reply === "reflex-no"),
        at: onPart(second),
        what: `A quick no is answered ${counted(branch.touches.length, "time")} here; “${second.id}” is one too many.`,
        todo: "Take it out.",
        fixes: [{ title: `Remove “${second.id}”`, safe: false, changes: [{ remove: pathOf(second) }] }],
      };
  },
});

function* ofEnd({ replies }: Playbook, { outcome, part, touches }: Branch): Iterable<Remark> {
  if (outcome === "stop" || outcome === "suppress") return;
  const place = part === replies ? at(replies, "reflex-no") : { path: [...pathOf(part), "then"] };
  yield {
    at: place,
    what: `After ${touches.length > 0 ? "the answer to " : ""}a quick no this playbook says “${outcome}”.`,
    todo: "Write `stop` here.",
    fixes: [{ title: "Stop after it", safe: false, changes: [{ set: place.path, to: "stop" }] }],
  };
}

/** Without grounds for an answer, a quick no is a no. */
const stopAtOnce = ({ replies }: Playbook): Fix => ({
  title: "Send nothing after a quick no",
  safe: false,
  changes: [{ set: at(replies, "reflex-no").path, to: "stop" }],
});

function* ofAnswer(playbook: Playbook, answer: Branch["touches"][number]): Iterable<Remark> {
  if (answer.mode === "automatic")
    yield {
      at: at(answer, "mode"),
      what: `“${answer.id}” goes out automatically.`,
      todo: "Let a person decide whether to answer at all.",
      fixes: [{ title: `Have a person send “${answer.id}”`, safe: false, changes: [{ set: at(answer, "mode").path, to: "manual" }] }],
    };
  if (answer["negative-option"] === undefined)
    yield {
      at: onPart(answer),
      what: `“${answer.id}” does not offer an easy no.`,
      todo: "Put one into its words, and copy it into `negative-option`.",
      fixes: [easyNo(answer)],
    };
  const early = timeline(playbook.touches)
    .slice(0, EARLY_TOUCHES)
    .flatMap((moment) => moment.touches.map(({ channel }) => FAMILY[channel]));
  const family = FAMILY[answer.channel];
  if (early.length > 0 && !early.includes(family))
    yield {
      at: at(answer, "channel"),
      what: `“${answer.id}” comes by ${family}, where the no was not given: the first touches go by ${listed([...new Set(early)])}.`,
      todo: "Answer on the channel on which they said it.",
      fixes: [stopAtOnce(playbook)],
    };
}
