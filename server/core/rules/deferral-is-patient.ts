import type { Remark } from "../finding.ts";
import { days } from "../format/duration.ts";
import { gap, takenOut } from "../mending.ts";
import { at, type Branch, branchOf, onPart, type Playbook, pathOf } from "../model.ts";
import { type Slip, slipsOf } from "../paths/slips.ts";
import { told } from "../paths/story.ts";
import { planRule, yaml } from "../rule.ts";
import { businessDays, type Moment, timeline } from "../timeline.ts";
import { laterFix } from "../touch-lines.ts";
import { askWords, counted } from "../wording.ts";

export default planRule({
  principle: "right-dose",
  articles: ["evolution-persistence"],
  kind: "certain",
  severity: "error",
  summary: "After a “not now” come at most three touches, a month apart, with value and no ask.",
  why: "They told us when to come back; until then we may only be useful.",
  todo: "Keep at most three touches, a month apart, that ask for nothing.",
  caps: ["touches-while-waiting", "gap-while-waiting"],
  examples: [
    yaml`
      replies:
        not-now:
          touches:
            - { id: guide, day: 22, channel: email, value: A guide for their high season }
            - { id: clinic, day: 50, channel: event, asset: returns-clinic }
          then: return
    `,
    yaml`
      replies:
        not-now:
          touches:
            - { id: soon, day: 10, channel: email, value: A guide }
                               ^^ “soon” comes 10 business days after “not now”; at least 22 should pass.
            - { id: pitch, day: 40, channel: call, value: A demo, ask: meeting }
                                                                       ^^^^^^^ “pitch” asks for a meeting while they wait for their date.
            - { id: hello, day: 65, channel: email }
                ^^^^^^^^^ “hello” brings nothing of value.
          then: return
    `,
    yaml`
      replies:
        not-now:
          touches:
            - { id: one, day: 22, channel: email, value: A guide }
            - { id: two, day: 44, channel: email, value: A recording }
            - { id: three, day: 66, channel: email, value: A template }
            - { id: four, day: 88, channel: email, value: A checklist }
                ^^^^^^^^ 4 touches are planned while they wait; “four” is the first beyond 3.
          then: return
    `,
    yaml`
      replies:
        not-now:
          wait: 90 days
          touches:
            - { id: guide, day: 22, channel: email, value: A guide }
                                ^^ “guide” comes before the wait of 90 days is over, which takes 65 business days.
          then: return
    `,
    yaml`
      replies:
        not-now:
          if-no-date: 60 days
          touches:
            - { id: guide, day: 50, channel: email, value: A guide }
                                ^^ “guide” comes 50 business days after “not now”, but without a date we are back after 43.
          then: return
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: idea, day: 4, channel: call }
      replies:
        not-now: resume
                 ^^^^^^ “idea” can come 3 business days after “not now”; at least 22 should pass.
    `,
  ],
  *check(playbook, { caps, paths }) {
    const most = caps["touches-while-waiting"];
    const branch = branchOf(playbook.replies, "not-now");
    if (!branch) return;
    const [tooSoon] = slipsOf(paths(), "deferral");
    if (tooSoon) yield* ofEnd(playbook, branch, tooSoon, caps["gap-while-waiting"]);
    const moments = timeline(branch.touches);
    const beyond = moments[most];
    if (beyond)
      yield {
        at: onPart(beyond.touches[0]),
        what: `${counted(moments.length, "touch", "touches")} are planned while they wait; “${beyond.touches[0].id}” is the first beyond ${most}.`,
        todo: `Keep the ${most} that help most.`,
        fixes: moments.length === most + 1 ? [takenOut(playbook, beyond.touches[0])] : [],
      };
    for (const i of moments.keys()) yield* ofDay(branch, moments, i, caps["gap-while-waiting"]);
    for (const touch of branch.touches) {
      if (touch.ask !== "none")
        yield {
          at: at(touch, "ask"),
          what: `“${touch.id}” asks for ${askWords[touch.ask]} while they wait for their date.`,
          todo: "Write `ask: none`, and take the request out of its words.",
          fixes: [{ title: `Let “${touch.id}” ask for nothing`, safe: false, changes: [{ set: at(touch, "ask").path, to: "none" }] }],
        };
      if (touch.value === undefined && touch.asset === undefined)
        yield {
          at: onPart(touch),
          what: `“${touch.id}” brings nothing of value.`,
          todo: "Write under `value` what it gives them, or take it out.",
          fixes: [
            {
              title: `Begin to say what “${touch.id}” gives them`,
              safe: false,
              changes: [{ set: at(touch, "value").path, to: gap("what it gives them, whether they buy or not") }],
            },
            takenOut(playbook, touch),
          ],
        };
    }
  },
});

/** Where the main line goes on too soon, and nobody waits for their date. `least` counts business days. */
function* ofEnd({ replies }: Playbook, { part }: Branch, slip: Slip, least: number): Iterable<Remark> {
  const said = slip?.run.findLast((event) => event.kind === "reply" && event.line.branch.reply === "not-now");
  if (!said) return;
  const days = slip.last.day - said.day;
  const handling = replies["not-now"];
  const place = typeof handling === "string" ? at(replies, "not-now") : { path: [...pathOf(part), "then"] };
  yield {
    at: place,
    what: `“${slip.touch.id}” can come ${days === 0 ? "on the day of" : `${counted(days, "business day")} after`} “not now”; at least ${least} should pass.`,
    todo: "Write `return` here, or wait until their date first.",
    fixes: [{ title: "Come back at the agreed time", safe: false, changes: [{ set: place.path, to: "return" }] }],
    ...told(slip.run),
  };
}

/** The day of one of the moments: long enough after the one before it, and after the wait. `least` counts business days. */
function* ofDay({ wait, outcome, ifNoDate }: Branch, moments: readonly Moment[], i: number, least: number): Iterable<Remark> {
  const [moment, before] = [moments[i], moments[i - 1]];
  if (!moment) return;
  const [touch] = moment.touches;
  const gap = moment.day - (before?.day ?? 0);
  const silent = before ? undefined : days(wait ?? "");
  const back = outcome === "return" ? days(ifNoDate ?? "") : undefined;
  if (gap < least)
    yield {
      at: at(touch, "day"),
      what: `“${touch.id}” comes ${counted(gap, "business day")} after ${before ? `“${before.touches[0].id}”` : "“not now”"}; at least ${least} should pass.`,
      todo: "Move it to a later day.",
      fixes: laterFix(moments, moment, least - gap),
    };
  else if (silent !== undefined && moment.day < businessDays(silent))
    yield {
      at: at(touch, "day"),
      what: `“${touch.id}” comes before the wait of ${wait} is over, which takes ${businessDays(silent)} business days.`,
      todo: "Move it to a later day, or shorten the wait.",
      fixes: laterFix(moments, moment, businessDays(silent) - moment.day),
    };
  else if (back !== undefined && moment.day >= businessDays(back))
    yield {
      at: at(touch, "day"),
      what: `“${touch.id}” comes ${moment.day} business days after “not now”, but without a date we are back after ${businessDays(back)}.`,
      todo: "Move it to an earlier day, or take it out.",
    };
}
