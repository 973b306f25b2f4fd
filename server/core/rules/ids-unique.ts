import { allTouches, at, type Touch } from "../model.ts";
import { planRule, yaml } from "../rule.ts";

export default planRule({
  principle: "prepared",
  articles: ["evolution-persistence"],
  kind: "certain",
  severity: "error",
  summary: "Every touch has an id of its own.",
  why: "Links, pairs and notes in the account use the id, and must not lead to the wrong touch.",
  todo: "Give one of them another id.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: call, day: 4, channel: call }
    `,
    yaml`
      touches:
        - { id: email, day: 1, channel: email }
        - { id: email-2, day: 4, channel: email }
      replies:
        not-now:
          touches: [{ id: email, day: 22, channel: email }]
                          ^^^^^ Two touches are called “email”.
          then: return
    `,
  ],
  *check(playbook) {
    const touches = allTouches(playbook);
    const firsts = new Map<string, Touch>();
    for (const touch of touches) {
      const first = firsts.get(touch.id);
      if (!first) {
        firsts.set(touch.id, touch);
        continue;
      }
      const free = freeId(
        touch.id,
        touches.map(({ id }) => id),
      );
      yield {
        at: at(touch, "id"),
        what: `Two touches are called “${touch.id}”.`,
        fixes: [{ title: `Call this one “${free}”`, safe: false, changes: [{ set: at(touch, "id").path, to: free }] }],
        related: [{ at: at(first, "id"), message: "The other one is here." }],
      };
    }
  },
});

/** The id with the lowest number from 2 that no touch has. */
function freeId(id: string, taken: readonly string[]): string {
  let number = 2;
  while (taken.includes(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}
