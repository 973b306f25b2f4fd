import type { Fix } from "../finding.ts";
import { near } from "../format/near.ts";
import { at, type Touch } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { linesOfTouches } from "../touch-lines.ts";

export default planRule({
  principle: "prepared",
  articles: ["art-of-persistence"],
  kind: "certain",
  severity: "error",
  summary: "A pair is an earlier touch of the same day, on another channel.",
  why: "Only a call and what follows it in writing are felt as one; anything else is one touch more.",
  todo: "Pair it with an earlier touch of the same day, or let it stand alone.",
  examples: [
    yaml`
      touches:
        - { id: call, day: 1, channel: call }
        - { id: in-writing, day: 1, channel: email, pairs-with: call }
    `,
    yaml`
      touches:
        - { id: the-call, day: 1, channel: call }
        - { id: in-writing, day: 2, channel: email, pairs-with: the-call }
                                                                ^^^^^^^^ “in-writing” is on day 2, and “the-call” is on day 1.
        - { id: video, day: 4, channel: video, pairs-with: the-cal }
                                                           ^^^^^^^ There is no earlier touch “the-cal”; did you mean “the-call”?
    `,
    yaml`
      touches:
        - { id: in-writing, day: 1, channel: email, pairs-with: call }
                                                                ^^^^ “call” stands below “in-writing”, which pairs with it.
        - { id: call, day: 1, channel: call }
        - { id: call-again, day: 1, channel: call, pairs-with: call }
                                                               ^^^^ “call-again” and “call” are both by call, and so no pair.
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, pairs-with: hello }
                                                           ^^^^^ “hello” pairs with itself.
    `,
  ],
  *check(playbook) {
    for (const { touches } of linesOfTouches(playbook)) {
      for (const [i, touch] of touches.entries()) {
        const problem = problemOf(touch, touches.slice(0, i), touches.slice(i));
        if (!problem) continue;
        const alone: Fix = { title: `Let “${touch.id}” stand alone`, safe: false, changes: [{ remove: at(touch, "pairs-with").path }] };
        yield { at: at(touch, "pairs-with"), what: problem.what, fixes: [...problem.fixes, alone] };
      }
    }
  },
});

function problemOf(touch: Touch, earlier: readonly Touch[], later: readonly Touch[]): { what: string; fixes: Fix[] } | undefined {
  const { id, day, channel, "pairs-with": other } = touch;
  if (other === undefined) return undefined;
  if (other === id) return { what: `“${id}” pairs with itself.`, fixes: [] };
  const first = earlier.find((one) => one.id === other);
  if (!first) {
    if (later.some((one) => one.id === other)) return { what: `“${other}” stands below “${id}”, which pairs with it.`, fixes: [] };
    const sameDay = earlier.filter((one) => one.day === day);
    const nearest = near(
      other,
      (sameDay.length > 0 ? sameDay : earlier).map((one) => one.id),
    );
    return {
      what: `There is no earlier touch “${other}”${nearest ? `; did you mean “${nearest}”?` : " in this line of touches."}`,
      fixes:
        nearest && sameDay.some((one) => one.id === nearest)
          ? [{ title: `Pair it with “${nearest}”`, safe: false, changes: [{ set: at(touch, "pairs-with").path, to: nearest }] }]
          : [],
    };
  }
  if (first.day !== day)
    return {
      what: `“${id}” is on day ${day}, and “${other}” is on day ${first.day}.`,
      fixes: [{ title: `Move “${id}” to day ${first.day}`, safe: false, changes: [{ set: at(touch, "day").path, to: first.day }] }],
    };
  if (first.channel === channel) return { what: `“${id}” and “${other}” are both by ${channel}, and so no pair.`, fixes: [] };
  return undefined;
}
