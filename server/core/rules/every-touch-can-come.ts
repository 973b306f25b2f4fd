import type { Remark } from "../finding.ts";
import { removed, takenOut } from "../mending.ts";
import { at, type Branch, onPart, type Playbook, pathOf } from "../model.ts";
import { planRule, yaml } from "../rule.ts";

export default planRule({
  principle: "prepared",
  articles: ["evolution-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "Every touch and every branch can happen to somebody.",
  why: "What can never happen is read, approved and believed in for nothing.",
  todo: "Take it out, or move it to where it can happen.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: idea, day: 4, channel: call }
      replies:
        reflex-no: { evidence: Their last two vacancy notices, touches: [{ id: reasons, day: 1, channel: email }], then: stop }
        silence: stop
    `,
    yaml`
      touches: [{ id: hello, day: 1, channel: email }]
      replies:
        silence: { touches: [{ id: guide, day: 10, channel: email }], then: resume }
                                                                            ^^^^^^ After “silence” the main line is over, so there is nothing to go on with.
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: call }
        - { id: in-writing, day: 1, channel: email }
        - { id: text, day: 1, channel: sms }
      replies:
        reflex-no: { evidence: Their last two vacancy notices, touches: [{ id: reasons, day: 1, channel: email }], then: stop }
        ^^^^^^^^^ No run of this playbook leads to “reflex-no”: nobody can give that answer in time.
    `,
  ],
  *check(playbook, { paths }) {
    const { machine, reached, complete } = paths();
    if (machine.silence?.branch.outcome === "resume") yield nothingToResume(playbook, machine.silence.branch);
    if (!complete) return;
    for (const line of [...machine.branches, ...(machine.silence ? [machine.silence] : [])]) {
      if (!reached.has(line)) yield neverLedTo(playbook, line.branch);
      else
        for (const { touches } of line.moments.filter((moment) => !reached.has(moment)))
          yield {
            at: onPart(touches[0]),
            what: `No run of this playbook comes to “${touches[0].id}”.`,
            fixes: [takenOut(playbook, touches[0])],
          };
    }
  },
});

function nothingToResume({ replies }: Playbook, { part }: Branch): Remark {
  const place = part === replies ? at(replies, "silence") : { path: [...pathOf(part), "then"] };
  return {
    at: place,
    what: "After “silence” the main line is over, so there is nothing to go on with.",
    todo: "Write `stop` here.",
    fixes: [{ title: "Stop after it", safe: false, changes: [{ set: place.path, to: "stop" }] }],
  };
}

function neverLedTo({ replies }: Playbook, { reply }: Branch): Remark {
  const place = at(replies, reply);
  return {
    at: { ...place, on: "key" },
    what: `No run of this playbook leads to “${reply}”: nobody can give that answer in time.`,
    todo: "Take the branch out, or leave time to answer between the first touches.",
    fixes: [{ title: `Take “${reply}” out`, safe: false, changes: [removed({ path: place.path, of: Object.keys(replies).length })] }],
  };
}
